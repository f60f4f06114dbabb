/** On a school's page, for its own people: what it asked to join with the answers, and what else it could join. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { can, schoolsOf } from "@/lib/session";
import { LinkButton } from "@/ui/actions/link-button";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import { typeName } from "../words";
import { OwnRequests } from "./own-requests";
import { joinableQuery, joinRequestsQuery, ownRequests, type Joinable } from "./requests";
import styles from "../plans/plans.module.css";

const AskDialog = lazy(() => import("./ask-dialog").then((module) => ({ default: module.AskDialog })));

const few = 5;

export function JoinableSection({ schoolId }: { schoolId: string }) {
  const { t } = useLingui();
  const me = useSession();
  const mine = schoolsOf(me);
  const enabled = can(me, "agreements:write") && (mine === "all" || mine.includes(schoolId));
  const found = useQuery({ ...joinableQuery(schoolId), enabled }).data;
  const requests = useQuery({ ...joinRequestsQuery(), enabled }).data?.items ?? [];
  const [isWhole, setWhole] = useState(false);
  const [asking, setAsking] = useState<Joinable | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (!found?.can_ask) return null;
  const own = ownRequests(requests, schoolId, found.as_of);
  const open = found.items.filter(({ is_asked }) => !is_asked);
  const shown = isWhole ? open : open.slice(0, few);
  const rest = open.length - shown.length;
  if (own.length === 0 && open.length === 0 && done === null) return null;
  return (
    <Section
      heading={t`Agreements that other schools have signed`}
      note={
        <Trans>
          Your school can ask to join one. Its terms stay as they are and nothing is signed again; the office
          answers.
        </Trans>
      }
    >
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={done} key={done} />
        </div>
      )}
      <OwnRequests
        requests={own}
        today={found.as_of}
        onWithdrawn={() => setDone(t`Taken back. You can ask again.`)}
      />
      <ul className={styles.plans}>
        {shown.map((each) => (
          <Row key={each.id} each={each} onAsk={() => setAsking(each)} />
        ))}
      </ul>
      {rest > 0 && (
        <div className={styles.more}>
          <LinkButton onClick={() => setWhole(true)}>
            <Plural value={rest} one="Show # more" other="Show # more" />
          </LinkButton>
        </div>
      )}
      {asking && (
        <Suspense>
          <AskDialog
            agreement={asking}
            school={schoolId}
            onClose={() => setAsking(null)}
            onDone={() => {
              setAsking(null);
              setDone(t`Asked. The office answers.`);
            }}
          />
        </Suspense>
      )}
    </Section>
  );
}

function Row({ each, onAsk }: { each: Joinable; onAsk: () => void }) {
  const { t } = useLingui();
  const { title } = each;
  const last = formatDay(each.ends_on, "long");
  const programs = listOf(each.programs.map(({ name }) => name));
  return (
    <li>
      <div>
        <h3>{each.partner.name}</h3>
        <p>
          {typeName(each.type)}: {programs || title}. <Trans>To {last}.</Trans>{" "}
          <Plural value={each.schools.length} one="# school" other="# schools" />
        </p>
      </div>
      <LinkButton aria-label={t`Ask to join “${title}”`} onClick={onAsk}>
        <Trans>Ask to join</Trans>
      </LinkButton>
    </li>
  );
}

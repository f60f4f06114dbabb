/** On a school's page, for its own people: what other schools have signed and this one could join. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { can, schoolsOf } from "@/lib/session";
import { LinkButton } from "@/ui/actions/link-button";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import { typeName } from "../words";
import { joinableQuery, type Joinable } from "./requests";
import styles from "../plans/plans.module.css";

const AskDialog = lazy(() => import("./ask-dialog").then((module) => ({ default: module.AskDialog })));

const few = 5;

export function JoinableSection({ schoolId }: { schoolId: string }) {
  const { t } = useLingui();
  const me = useSession();
  const mine = schoolsOf(me);
  const enabled = can(me, "agreements:write") && (mine === "all" || mine.includes(schoolId));
  const found = useQuery({ ...joinableQuery(schoolId), enabled }).data;
  const [isWhole, setWhole] = useState(false);
  const [asking, setAsking] = useState<Joinable | null>(null);
  const [done, setDone] = useState(false);
  if (!found?.can_ask || found.items.length === 0) return null;
  const shown = isWhole ? found.items : found.items.slice(0, few);
  const rest = found.items.length - shown.length;
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
          <Notice kind="good" live focus title={t`Asked. The office answers.`} />
        </div>
      )}
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
              setDone(true);
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
      {each.is_asked ? (
        <StatusTag look="review">{t`Asked`}</StatusTag>
      ) : (
        <LinkButton aria-label={t`Ask to join “${title}”`} onClick={onAsk}>
          <Trans>Ask to join</Trans>
        </LinkButton>
      )}
    </li>
  );
}

/** Who does what at this school; what did not come is said by the side that should have received it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { formatDay } from "@/lib/dates";
import { LinkButton } from "@/ui/actions/link-button";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Halves, Section } from "@/ui/page/section";
import { topicName } from "../words";
import type { Plan } from "./api";
import styles from "./plans.module.css";

const MissingDialog = lazy(() =>
  import("./missing-dialog").then((module) => ({ default: module.MissingDialog })),
);

type Promised = Plan["expectations"][number];

export function PlanPromises({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const [missing, setMissing] = useState<Promised | null>(null);
  const [done, setDone] = useState(false);
  const sides = [
    { party: "partner", name: plan.partner.name },
    { party: "school", name: plan.school.name },
    { party: "joint", name: t`Both together` },
  ] as const;
  const of = (party: Promised["party"]) => plan.expectations.filter((each) => each.party === party);
  const shown = sides.filter(({ party }) => party !== "joint" || of(party).length > 0);
  return (
    <Section heading={t`Who does what`}>
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={t`Noted as not delivered. Both sides read it.`} />
        </div>
      )}
      <Halves>
        {shown.map(({ party, name }) => (
          <div key={party} className={styles.promises}>
            <h3>{name}</h3>
            {of(party).length === 0 ? (
              <p className={styles.hint}>
                <Trans>Nothing is written down yet.</Trans>
              </p>
            ) : (
              <ul>
                {of(party).map((each) => (
                  <Promise key={each.id} promise={each} onSay={() => setMissing(each)} />
                ))}
              </ul>
            )}
          </div>
        ))}
      </Halves>
      {missing && (
        <Suspense>
          <MissingDialog
            plan={plan}
            promise={missing}
            onClose={() => setMissing(null)}
            onDone={() => {
              setMissing(null);
              setDone(true);
            }}
          />
        </Suspense>
      )}
    </Section>
  );
}

function Promise({ promise, onSay }: { promise: Promised; onSay: () => void }) {
  const { t } = useLingui();
  const { text } = promise;
  return (
    <li>
      {text}
      <small>{topicName(promise.topic)}</small>
      {promise.words.map((word) => (
        <div key={word.said_at}>
          <StatusTag look={word.outcome === "delivered" ? "done" : "bad"}>
            {word.outcome === "delivered" ? <Trans>Delivered</Trans> : <Trans>Not delivered</Trans>}
          </StatusTag>
          <small>{[formatDay(word.on), word.by?.name].filter(Boolean).join(" · ")}</small>
          {word.note && <q>{word.note}</q>}
        </div>
      ))}
      {promise.can_say && promise.words.length === 0 && (
        <LinkButton aria-label={t`Not delivered? “${text}”`} onClick={onSay}>
          <Trans>Not delivered?</Trans>
        </LinkButton>
      )}
    </li>
  );
}

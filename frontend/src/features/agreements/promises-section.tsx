/** What each side does and gives; a promise past its day that nobody delivered stands out. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { problemSentence } from "@/api/form-problems";
import { daysBetween, due, formatDay } from "@/lib/dates";
import { formatMoney } from "@/lib/numbers";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Halves, Section } from "@/ui/page/section";
import type { Agreement } from "./api";
import type { Promised } from "./promises/places";
import { PromiseWords } from "./promises/promise-words";
import { useTakeBack } from "./promises/write";
import { refusal } from "./refusal";
import { topicName } from "./words";
import styles from "./agreement.module.css";

/** Needed only by somebody who waits for something. */
const MissingDialog = lazy(() =>
  import("./promises/missing-dialog").then((module) => ({ default: module.MissingDialog })),
);

type Expectation = Agreement["expectations"][number];
type Resource = Agreement["resources"][number];

export function PromisesSection({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const { expectations, resources } = agreement;
  const [missing, setMissing] = useState<Promised | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const back = useTakeBack(agreement);
  const words = (promise: Promised) => (
    <PromiseWords
      promise={promise}
      agreement={agreement}
      onSay={(chosen) => {
        setDone(null);
        setMissing(chosen);
      }}
      onTakeBack={({ id }, word) => {
        setDone(null);
        back.mutate(
          { promise: id, school: word.school?.id ?? null },
          { onSuccess: () => setDone(t`Taken back: nothing is said of it any more.`) },
        );
      }}
    />
  );
  const of = (party: Expectation["party"] | Resource["party"]) => ({
    does: expectations.filter((each) => each.party === party),
    gives: resources.filter((each) => each.party === party),
  });
  const parties: PartyWords[] = [
    { key: "partner", name: agreement.partner.name, ...of("partner") },
    { key: "school", name: <Trans>Each school</Trans>, ...of("school") },
    { key: "joint", name: <Trans>Both together</Trans>, ...of("joint") },
    { key: "district", name: <Trans>The district</Trans>, ...of("district") },
  ];
  const [partner, school, ...others] = parties;
  const more = others.filter(({ does, gives }) => does.length + gives.length > 0);
  return (
    <Section heading={t`What each side will do`}>
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={done} key={agreement.version} />
        </div>
      )}
      {back.isError && (
        <div className={styles.notice}>
          <Notice kind="bad" live title={t`It could not be taken back`}>
            {refusal(back.error) ?? problemSentence(back.error)}
          </Notice>
        </div>
      )}
      {expectations.length + resources.length === 0 ? (
        <p className={styles.hint}>
          <Trans>
            Nothing is written down yet. Say who does what, and what each side gives, before it is signed.
          </Trans>
        </p>
      ) : (
        <>
          <Halves>
            {[partner, school].map(
              (party) =>
                party && <Promises key={party.key} party={party} agreement={agreement} words={words} />,
            )}
          </Halves>
          {more.length > 0 && (
            <div className={styles.part}>
              <Halves>
                {more.map((party) => (
                  <Promises key={party.key} party={party} agreement={agreement} words={words} />
                ))}
              </Halves>
            </div>
          )}
        </>
      )}
      {missing && (
        <Suspense>
          <MissingDialog
            promise={missing}
            agreement={agreement}
            onClose={() => setMissing(null)}
            onDone={() => {
              setMissing(null);
              setDone(t`Noted as not delivered. Both sides read it.`);
            }}
          />
        </Suspense>
      )}
    </Section>
  );
}

type PartyWords = { key: string; name: ReactNode; does: Expectation[]; gives: Resource[] };

type PromisesProps = { party: PartyWords; agreement: Agreement; words: (promise: Promised) => ReactNode };

function Promises({ party, agreement, words }: PromisesProps) {
  const { name, does, gives } = party;
  return (
    <div className={styles.promises}>
      <h3>{name}</h3>
      {does.length + gives.length === 0 ? (
        <p className={styles.hint}>
          <Trans>Nothing is written down yet.</Trans>
        </p>
      ) : (
        <ul>
          {gives.map((each) => (
            <li key={each.id}>
              <ResourceFacts resource={each} agreement={agreement} />
              {words(each)}
            </li>
          ))}
          {does.map((each) => (
            <li key={each.id}>
              {each.text}
              <small>{topicName(each.topic)}</small>
              {words(each)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ResourceFacts({ resource, agreement }: { resource: Resource; agreement: Agreement }) {
  const { t } = useLingui();
  const facts = [
    resource.school?.name,
    resource.value === null ? null : t`Worth ${formatMoney(resource.value)}`,
    resource.delivered_on !== null
      ? t`Delivered ${formatDay(resource.delivered_on)}`
      : resource.promised_by_on === null
        ? null
        : t`Promised by ${formatDay(resource.promised_by_on)}`,
  ].filter(Boolean);
  return (
    <>
      {resource.text}
      {facts.length > 0 && <small>{facts.join(" · ")}</small>}
      {isLate(resource, agreement) && resource.promised_by_on && (
        <div className={styles.late}>
          <StatusTag look="bad">
            <Trans>Not delivered, {due(resource.promised_by_on, agreement.as_of).words}</Trans>
          </StatusTag>
        </div>
      )}
    </>
  );
}

/** A promise counts once the agreement is in force, from the day after it was due. */
export function isLate(
  resource: Pick<Resource, "delivered_on" | "promised_by_on" | "words">,
  agreement: Pick<Agreement, "as_of" | "effective_status">,
): boolean {
  const isBound = agreement.effective_status === "active" || agreement.effective_status === "expiring_soon";
  return (
    isBound &&
    resource.delivered_on === null &&
    resource.words.length === 0 &&
    resource.promised_by_on !== null &&
    daysBetween(resource.promised_by_on, agreement.as_of) > 0
  );
}

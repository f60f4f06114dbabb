/** What each side does and gives; a promise past its day that nobody delivered stands out. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { daysBetween, due, formatDay } from "@/lib/dates";
import { formatMoney } from "@/lib/numbers";
import { StatusTag } from "@/ui/data/status-tag";
import { Halves, Section } from "@/ui/page/section";
import type { Agreement } from "./api";
import { topicName } from "./words";
import styles from "./agreement.module.css";

type Expectation = Agreement["expectations"][number];
type Resource = Agreement["resources"][number];

export function PromisesSection({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const { expectations, resources } = agreement;
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
              (party) => party && <Promises key={party.key} party={party} agreement={agreement} />,
            )}
          </Halves>
          {more.length > 0 && (
            <div className={styles.part}>
              <Halves>
                {more.map((party) => (
                  <Promises key={party.key} party={party} agreement={agreement} />
                ))}
              </Halves>
            </div>
          )}
        </>
      )}
    </Section>
  );
}

type PartyWords = { key: string; name: ReactNode; does: Expectation[]; gives: Resource[] };

function Promises({ party, agreement }: { party: PartyWords; agreement: Agreement }) {
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
            <ResourceRow key={each.id} resource={each} agreement={agreement} />
          ))}
          {does.map((each) => (
            <li key={each.id}>
              {each.text}
              <small>{topicName(each.topic)}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ResourceRow({ resource, agreement }: { resource: Resource; agreement: Agreement }) {
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
    <li>
      {resource.text}
      {facts.length > 0 && <small>{facts.join(" · ")}</small>}
      {isLate(resource, agreement) && resource.promised_by_on && (
        <div className={styles.late}>
          <StatusTag look="bad">
            <Trans>Not delivered, {due(resource.promised_by_on, agreement.as_of).words}</Trans>
          </StatusTag>
        </div>
      )}
    </li>
  );
}

/** A promise counts once the agreement is in force, from the day after it was due. */
export function isLate(
  resource: Resource,
  agreement: Pick<Agreement, "as_of" | "effective_status">,
): boolean {
  const isBound = agreement.effective_status === "active" || agreement.effective_status === "expiring_soon";
  return (
    isBound &&
    resource.delivered_on === null &&
    resource.promised_by_on !== null &&
    daysBetween(resource.promised_by_on, agreement.as_of) > 0
  );
}

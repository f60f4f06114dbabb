/** What both sides agreed to measure: of whom, from where to where, until when, and where the numbers come from. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { formatDay, formatSchoolYear, formatSpan } from "@/lib/dates";
import { formatOf } from "@/lib/numbers";
import { Link } from "@/ui/actions/link";
import { SummaryList, type Fact } from "@/ui/data/summary-list";
import { Section } from "@/ui/page/section";
import { inUnit } from "./amounts";
import type { Target } from "./api";
import {
  aggregationName,
  directionName,
  intervalName,
  kindName,
  methodName,
  paceName,
  populationName,
  populationRule,
} from "./definition-words";
import styles from "./target.module.css";

export function TargetTerms({ target }: { target: Target }) {
  const { t } = useLingui();
  const { need } = target;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t`About whom`, <Whom key="whom" target={target} />],
    [t`What is measured`, `${target.measure}. ${kindName(target.kind)}.`],
    [t`How results count`, `${aggregationName(target.aggregation)}. ${directionName(target.direction)}.`],
    [t`Baseline`, <Baseline key="baseline" target={target} />],
    [t`Target`, <Goal key="goal" target={target} />],
    [t`When`, <When key="when" target={target} />],
    [t`Source of the results`, target.data_source ?? t`Not known`],
    [t`The partner’s word`, <PartnerWord key="word" target={target} />],
    [
      t`Need`,
      need ? (
        <Link key="need" to="/needs/$needId" params={{ needId: need.id }}>
          {need.title}
        </Link>
      ) : (
        t`Not linked to a need`
      ),
    ],
    [
      t`Partner`,
      <Link key="partner" to="/partners/$partnerId" params={{ partnerId: target.partner.id }}>
        {target.partner.name}
      </Link>,
    ],
  ];
  return (
    <Section heading={isProposal(target) ? <Trans>What is proposed</Trans> : <Trans>What was agreed</Trans>}>
      <SummaryList facts={facts.map(([term, value]): Fact => ({ key: term, term, value }))} />
    </Section>
  );
}

/** Nobody has agreed to these words yet, or nobody ever did. */
function isProposal({ status }: Target): boolean {
  return status === "draft" || status === "proposed" || status === "withdrawn";
}

function Whom({ target }: { target: Target }) {
  return (
    <>
      {target.population_words}
      <p className={styles.detail}>
        {populationName(target.population)}. {populationRule(target.population)}
      </p>
    </>
  );
}

function Baseline({ target }: { target: Target }) {
  const { baseline_value: value, baseline_numerator: part, baseline_denominator: whole } = target;
  if (value === null) return <Trans>Not known</Trans>;
  const words = inUnit(target.unit)(value);
  const counted = part === null || whole === null ? words : `${formatOf(part, whole)} (${words})`;
  return (
    <>
      {[counted, target.baseline_period].filter(Boolean).join(", ")}
      <p className={styles.detail}>
        {target.baseline_source ? (
          <Trans>Source: {target.baseline_source}</Trans>
        ) : (
          <Trans>Its source is not known</Trans>
        )}
      </p>
    </>
  );
}

function Goal({ target }: { target: Target }) {
  const { target_value: goal, target_method: method } = target;
  if (goal === null) return <Trans>None; it informs only</Trans>;
  return (
    <>
      {inUnit(target.unit)(goal)}
      {method !== "absolute" && <p className={styles.detail}>{methodName(method)}</p>}
    </>
  );
}

function When({ target }: { target: Target }) {
  const { reporting_interval_days: days } = target;
  const span = formatSpan(target.period_starts_on, target.period_ends_on);
  return (
    <>
      <Trans>
        {span}, school year {formatSchoolYear(target.school_year)}
      </Trans>
      <p className={styles.detail}>
        {paceName(target.pace)}
        {days !== null && `. ${intervalName(days)}`}
        {target.milestones.length > 0 &&
          `: ${target.milestones
            .map(({ due_on: on, value }) => `${inUnit(target.unit)(value)}, ${formatDay(on)}`)
            .join("; ")}`}
      </p>
    </>
  );
}

function PartnerWord({ target }: { target: Target }) {
  const { word, by, on } = target.partner_word;
  if (word === "pending") return <Trans>Not given yet</Trans>;
  const said = [by, on && formatDay(on)].filter(Boolean).join(", ");
  return said ? <Trans>Agreed, {said}</Trans> : <Trans>Agreed</Trans>;
}

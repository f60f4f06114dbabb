/** One agreement as the board reads it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { findingWords } from "@/api/spoken/reasons";
import { formatDay } from "@/lib/dates";
import { formatMoney, formatOf } from "@/lib/numbers";
import { Link } from "@/ui/actions/link";
import { SummaryList, type Fact } from "@/ui/data/summary-list";
import { StatusTag } from "@/ui/data/status-tag";
import { typeName } from "../words";
import type { PacketItem } from "./api";
import { kindWords, lackWords, termWords } from "./words";
import styles from "./packet.module.css";

export function PacketPart({ item, place }: { item: PacketItem; place: number }) {
  const { t } = useLingui();
  const schools = item.schools.map(({ name }) => name);
  const money = (amount: string | null) => (amount === null ? t`Not stated` : formatMoney(amount));
  const facts: Fact[] = [
    { key: "partner", term: t`Partner`, value: item.partner.name },
    { key: "programs", term: t`Programs`, value: item.programs.map(({ name }) => name).join(", ") },
    {
      key: "schools",
      term: t`Schools`,
      value: item.is_district_wide ? t`The whole district` : `${schools.length}: ${schools.join(", ")}`,
    },
    ...(item.purpose ? [{ key: "purpose", term: t`Purpose`, value: item.purpose }] : []),
    { key: "term", term: t`Term`, value: termWords(item) },
    { key: "kind", term: t`New or renewal`, value: kindWords(item) },
    { key: "cost", term: t`Cost to the district`, value: money(item.cost) },
    ...(item.financial_terms ? [{ key: "terms", term: t`Terms of cost`, value: item.financial_terms }] : []),
    { key: "funding", term: t`Funding source`, value: item.funding_source ?? t`Not stated` },
    { key: "value", term: t`Stated value of what is given`, value: money(item.stated_value) },
    { key: "results", term: t`Results ${item.last_year.school_year}`, value: <Results item={item} /> },
    { key: "papers", term: t`Papers`, value: <Papers item={item} /> },
  ];
  return (
    <section className={styles.part} aria-labelledby={item.number}>
      <h2 id={item.number} tabIndex={-1}>
        {place}. {item.title}
      </h2>
      <p className={styles.about}>
        {typeName(item.type)}{" "}
        <Link to="/agreements/$agreementId" params={{ agreementId: item.id }}>
          {item.number}
        </Link>
      </p>
      {item.needs.length > 0 && (
        <p className={styles.lacks}>
          <StatusTag look="warn">{t`Not ready`}</StatusTag> {lackWords(item.needs)}
        </p>
      )}
      <SummaryList facts={facts} />
    </section>
  );
}

function Results({ item }: { item: PacketItem }) {
  const { results } = item.last_year;
  if (results.length === 0) return <Trans>No target was agreed for that year.</Trans>;
  return (
    <ul className={styles.lines}>
      {results.map((each) => (
        <li key={each.id}>{findingWords(each)}</li>
      ))}
    </ul>
  );
}

function Papers({ item }: { item: PacketItem }) {
  const { t } = useLingui();
  if (item.papers.length === 0) return <Trans>None asked for.</Trans>;
  return (
    <ul className={styles.lines}>
      {item.papers.map((each) => {
        const places = formatOf(each.met_at, each.asked_at);
        const there = each.met_at === each.asked_at ? t`there` : t`at ${places} places`;
        const day = each.met_through ? formatDay(each.met_through, "long") : null;
        return (
          <li key={each.requirement}>
            {each.requirement}: {there}
            {day && <Trans>, through {day}</Trans>}
          </li>
        );
      })}
    </ul>
  );
}

/** What it covers and on what terms, with the way to the whole text. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Fragment, type ReactNode } from "react";
import { formatSpan } from "@/lib/dates";
import { formatMoney } from "@/lib/numbers";
import { Link } from "@/ui/actions/link";
import { SummaryList, type Fact } from "@/ui/data/summary-list";
import { Section } from "@/ui/page/section";
import type { Agreement } from "./api";
import { endFacts } from "./end-facts";
import { statusName, termName } from "./words";
import styles from "./agreement.module.css";

export function TermsSection({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const span = formatSpan(agreement.starts_on, agreement.ends_on);
  const facts: Fact[] = [
    { term: t`Programs`, value: names(agreement.programs) ?? t`None named yet` },
    { term: t`From and to`, value: `${span} (${termName(agreement.term_kind)})` },
    { term: t`Purpose`, value: words(agreement.purpose) ?? t`Not written yet` },
    { term: t`Students`, value: words(agreement.populations) ?? t`Not written yet` },
    { term: t`Schedule`, value: words(agreement.schedule) ?? t`Not written yet` },
    ...signedAs(agreement, t`Signed by the partner as`),
    ...signatories(agreement, t`Signs for the partner`, t`Signs for the district`, t`Nobody is named yet`),
    ...cost(agreement, t`Cost to the district`, t`Funding source`),
    { term: t`Costs`, value: words(agreement.financial_terms) ?? t`None stated` },
    {
      term: t`Student records shared`,
      value:
        agreement.type === "data_sharing"
          ? t`As this agreement says`
          : agreement.shares_student_records
            ? t`Only under a separate data sharing agreement that is in force`
            : t`None`,
    },
    {
      term: t`Notice to end`,
      value:
        agreement.notice_days === null ? (
          t`Not stated`
        ) : (
          <Plural value={agreement.notice_days} one="# day, either side" other="# days, either side" />
        ),
    },
    {
      term: t`Binding`,
      value: agreement.clears_programs
        ? t`Yes; it lets its programs work`
        : agreement.is_binding
          ? t`Yes; it does not by itself let programs work`
          : t`No; it states what both intend`,
    },
    ...madeFrom(agreement, t`Standing terms`),
    ...endFacts(agreement),
    ...related(agreement, {
      renews: t`Renews`,
      renewal: t`Renewed by`,
      amends: t`Amends`,
      amendments: t`Amended by`,
      supersedes: t`Takes the place of`,
      replacement: t`Replaced by`,
      overlaps: t`Overlaps with`,
    }),
  ];
  return (
    <Section
      heading={<Trans>Terms</Trans>}
      link={
        <Link to="/agreements/$agreementId/text" params={{ agreementId: agreement.id }}>
          <Trans>Read the full text</Trans>
        </Link>
      }
    >
      <SummaryList facts={facts} />
    </Section>
  );
}

function names(each: readonly { name: string }[]): string | null {
  return each.length > 0 ? each.map(({ name }) => name).join(", ") : null;
}

function words(text: string | null): ReactNode {
  return text === null ? null : <span className={styles.words}>{text}</span>;
}

function cost({ cost: amount, funding_source: source }: Agreement, paid: string, from: string): Fact[] {
  return [
    ...(amount === null ? [] : [{ term: paid, value: formatMoney(amount) }]),
    ...(source === null ? [] : [{ term: from, value: source }]),
  ];
}

/** Which template's standing terms it carries, in the version that it keeps. */
function madeFrom({ template }: Agreement, term: string): Fact[] {
  if (!template) return [];
  const { id: templateId, name, number } = template;
  const value = (
    <Link to="/settings/templates/$templateId" params={{ templateId }} search={{ version: number }}>
      <Trans>
        {name}, version {number}
      </Trans>
    </Link>
  );
  return [{ term, value }];
}

function signatories(agreement: Agreement, partner: string, district: string, nobody: string): Fact[] {
  if (agreement.origin === "recorded" || agreement.signatures.some((each) => each.voided_at === null))
    return [];
  return agreement.signatories.map(({ party, people }) => ({
    key: party,
    term: party === "partner" ? partner : district,
    value: names(people) ?? nobody,
  }));
}

/** The partner signed under a name that it has no longer. */
function signedAs({ signed_as: former, partner: { name } }: Agreement, term: string): Fact[] {
  return former === null
    ? []
    : [
        {
          term,
          value: (
            <Trans>
              {former}, now {name}
            </Trans>
          ),
        },
      ];
}

const relations = [
  "renews",
  "renewal",
  "amends",
  "amendments",
  "supersedes",
  "replacement",
  "overlaps",
] as const;
type Relation = (typeof relations)[number];

function related(agreement: Agreement, terms: Record<Relation, string>): Fact[] {
  return relations.flatMap((relation) => {
    const found = agreement[relation];
    const others = Array.isArray(found) ? found : found ? [found] : [];
    if (others.length === 0) return [];
    const value = others.map((other, index) => (
      <Fragment key={other.id}>
        {index > 0 && <br />}
        <Link to="/agreements/$agreementId" params={{ agreementId: other.id }}>
          {other.number} {other.title}
        </Link>{" "}
        ({statusName(other.status === "executed" ? "in_force" : other.status)},{" "}
        {formatSpan(other.starts_on, other.ends_on)})
      </Fragment>
    ));
    return [{ key: relation, term: terms[relation], value }];
  });
}

/** What it says otherwise than the agreement that it renews, amends or replaces; what stayed is not repeated. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getAgreementChangesOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { AgreementChanges } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { formatMoney } from "@/lib/numbers";
import { Link } from "@/ui/actions/link";
import { SummaryList, type Fact } from "@/ui/data/summary-list";
import { Section } from "@/ui/page/section";
import { fieldName, typeOf } from "./changes-words";
import styles from "./agreement.module.css";

export function ChangesSection({ agreementId }: { agreementId: string }) {
  const { t } = useLingui();
  const found = useQuery(getAgreementChangesOptions({ path: { agreement_id: agreementId } })).data;
  if (!found?.since) return null;
  const { since } = found;
  return (
    <Section
      heading={t`What differs from ${since.number}`}
      link={
        <Link to="/agreements/$agreementId" params={{ agreementId: since.id }}>
          <Trans>Open {since.number}</Trans>
        </Link>
      }
    >
      {found.is_same ? (
        <p>
          <Trans>Nothing: it says the same.</Trans>
        </p>
      ) : (
        <SummaryList facts={[...fields(found), ...names(found, t`Added`, t`Left out`)]} />
      )}
    </Section>
  );
}

function fields(found: AgreementChanges): Fact[] {
  return found.fields.map(({ field, before, after }) => ({
    key: field,
    term: fieldName(field),
    value: (
      <span className={styles.words}>
        <del>{said(field, before)}</del> <ins>{said(field, after)}</ins>
      </span>
    ),
  }));
}

type Field = AgreementChanges["fields"][number]["field"];

function said(field: Field, value: string | null) {
  if (value === null) return <Trans>not stated</Trans>;
  if (field === "starts_on" || field === "ends_on") return formatDay(value);
  if (field === "cost") return formatMoney(value);
  if (value === "true") return <Trans>yes</Trans>;
  if (value === "false") return <Trans>no</Trans>;
  return field === "type" ? typeOf(value) : value;
}

function names(found: AgreementChanges, added: string, dropped: string): Fact[] {
  const of = (change: "added" | "dropped") => [
    ...found.names.filter((each) => each.change === change).map(({ name }) => name),
    ...found.promises.filter((each) => each.change === change).map(({ text }) => text),
  ];
  const told = [
    { key: "added", term: added, list: of("added") },
    { key: "dropped", term: dropped, list: of("dropped") },
  ];
  return told
    .filter(({ list }) => list.length > 0)
    .map(({ key, term, list }) => ({ key, term, value: list.join("; ") }));
}

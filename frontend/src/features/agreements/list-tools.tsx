/** How the list's question is looked at, and the whole of it as a file. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { formatCount } from "@/lib/numbers";
import { Segments } from "@/ui/page/segments";
import { asked } from "./api";
import type { AgreementsSearch, Layout } from "./search";
import styles from "./agreements.module.css";

type Props = {
  search: AgreementsSearch;
  total: { value: number; relation: string } | null | undefined;
  onLayout: (layout: Layout | undefined) => void;
};

export function ListTools({ search, total, onLayout }: Props) {
  const { t } = useLingui();
  const options: { value: Layout | "list"; label: string }[] = [
    { value: "list", label: t`List` },
    { value: "calendar", label: t`Calendar` },
    { value: "board", label: t`Board by state` },
    { value: "timeline", label: t`Timeline` },
  ];
  const counted = formatCount(total?.value ?? 0);
  return (
    <div className={styles.tools}>
      <Segments
        label={t`Show as`}
        options={options}
        value={search.view ?? "list"}
        onChange={(value) => onLayout(value === "list" ? undefined : value)}
      />
      {total && total.value > 0 && (
        <p className={styles.files}>
          {total.relation === "eq" ? (
            <Plural
              value={total.value}
              one="The # agreement as a file:"
              other="All # agreements as a file:"
            />
          ) : (
            // so many are not counted to the last
            <Trans>All of more than {counted} agreements as a file:</Trans>
          )}{" "}
          <a href={fileAddress("csv", search)} download>
            <Trans>CSV</Trans>
          </a>{" "}
          <a href={fileAddress("xlsx", search)} download>
            <Trans>Excel</Trans>
          </a>
        </p>
      )}
    </div>
  );
}

function fileAddress(kind: "csv" | "xlsx", search: AgreementsSearch): string {
  const words = Object.entries(asked(search)).map(([name, value]) => [name, String(value)]);
  return `/api/v1/exports/agreements.${kind}?${new URLSearchParams(words).toString()}`;
}

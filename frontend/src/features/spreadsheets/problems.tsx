/** What is wrong, row by row, as the file counts its rows. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { DataTable, type Column } from "@/ui/data/data-table";
import { ShowMore } from "@/ui/data/show-more";
import { problemsQuery, type Spreadsheet } from "./api";
import { problemWords } from "./problem-words";
import styles from "./import.module.css";

type Props = { sheet: Spreadsheet; weight: "refused" | "note" };

export function Problems({ sheet, weight }: Props) {
  const { t, i18n } = useLingui();
  const pages = useSuspenseInfiniteQuery(problemsQuery(sheet, weight));
  const found = pages.data.pages.flatMap(({ items }) => items);
  if (found.length === 0)
    return (
      <p className={styles.quiet}>
        <Trans>Nothing.</Trans>
      </p>
    );
  const severalSheets = sheet.sheets.filter(({ is_hidden }) => !is_hidden).length > 1;
  const columns: Column<(typeof found)[number]>[] = [
    {
      id: "row",
      header: t`Row`,
      cell: ({ number, sheet: place }) => (
        <>
          {number}
          {severalSheets && <small className={styles.sample}>{sheet.sheets[place]?.name}</small>}
        </>
      ),
    },
    { id: "column", header: t`Column`, cell: ({ column_name }) => column_name ?? t`The whole row` },
    {
      id: "said",
      header: t`It says`,
      cell: ({ said }) => (said ? <span className={styles.sample}>{said}</span> : ""),
    },
    {
      id: "why",
      header: weight === "refused" ? t`Why it is not taken` : t`What becomes of it`,
      cell: ({ code, message }) => (problemWords[code] ? i18n._(problemWords[code]) : message),
      phone: "line",
    },
  ];
  return (
    <>
      <DataTable
        caption={weight === "refused" ? t`Rows that cannot be taken` : t`Worth knowing`}
        captionHidden
        columns={columns}
        rows={found}
        rowKey={({ id }) => id}
        compact
      />
      {pages.hasNextPage && (
        <ShowMore
          shown={found.length}
          hasMore
          loading={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}

/** The rows of one kind of problem, as the file counts its rows. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { DataTable, type Column } from "@/ui/data/data-table";
import { ShowMore } from "@/ui/data/show-more";
import { problemSentence } from "@/api/form-problems";
import { problemsQuery, type ProblemKind, type Spreadsheet } from "./api";
import styles from "./import.module.css";

type Props = { sheet: Spreadsheet; kind: ProblemKind; caption: string };

export function Problems({ sheet, kind, caption }: Props) {
  const { t } = useLingui();
  const pages = useInfiniteQuery(problemsQuery(sheet, kind));
  if (pages.isError) return <p role="alert">{problemSentence(pages.error)}</p>;
  if (!pages.data)
    return (
      <p role="status" className={styles.quiet}>
        <Trans>Loading…</Trans>
      </p>
    );
  const found = pages.data.pages.flatMap(({ items }) => items);
  const severalSheets = sheet.sheets.filter(({ is_hidden }) => !is_hidden).length > 1;
  const columns: Column<(typeof found)[number]>[] = [
    { id: "row", header: t`Row`, cell: ({ number }) => number },
    ...(severalSheets
      ? [
          {
            id: "sheet",
            header: t`Sheet`,
            cell: (each: (typeof found)[number]) => sheet.sheets[each.sheet]?.name,
          },
        ]
      : []),
    { id: "column", header: t`Column`, cell: ({ column_name }) => column_name ?? t`The whole row` },
    {
      id: "said",
      header: t`It says`,
      cell: ({ said }) => (said ? <span className={styles.sample}>{said}</span> : ""),
    },
  ];
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        columns={columns}
        rows={found}
        rowKey={({ id }) => id}
        compact
        phone="across"
      />
      {pages.hasNextPage && (
        <ShowMore
          shown={found.length}
          total={kind.rows}
          hasMore
          loading={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}

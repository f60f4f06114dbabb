/** What is missing, who acts, by when. The same list for everyone who may see the record. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useMemo } from "react";
import { type Column, DataTable } from "../data/data-table";
import { Source } from "../page/section";
import styles from "./blockers.module.css";

export type Blocker = { key: string; missing: ReactNode; note?: ReactNode; who: ReactNode; by?: ReactNode };

export function Blockers({
  blockers,
  caption,
  shownTo,
}: {
  blockers: readonly Blocker[];
  caption: string;
  shownTo?: ReactNode;
}) {
  const { t } = useLingui();
  const columns = useMemo<Column<Blocker>[]>(
    () => [
      {
        id: "missing",
        header: t`What is missing`,
        cell: (row) => (
          <>
            {row.missing}
            {row.note && <small>{row.note}</small>}
          </>
        ),
      },
      { id: "who", header: t`Who acts`, cell: (row) => row.who },
      { id: "by", header: t`By`, cell: (row) => <span className={styles.by}>{row.by ?? t`No date`}</span> },
    ],
    [t],
  );
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        columns={columns}
        rows={blockers}
        rowKey={(row) => row.key}
      />
      {shownTo && <Source>{shownTo}</Source>}
    </>
  );
}

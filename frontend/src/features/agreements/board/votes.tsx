/** The votes that were recorded, the last meeting first, each with the agreements that it moved. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { formatDay } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { Section } from "@/ui/page/section";
import type { Vote } from "./api";
import styles from "./board.module.css";

export function Votes({ votes }: { votes: readonly Vote[] }) {
  const { t } = useLingui();
  const columns = useMemo<Column<Vote>[]>(
    () => [
      {
        id: "met",
        header: t`Meeting`,
        cell: (vote) => (
          <>
            {formatDay(vote.met_on, "long")}
            <small>
              <Trans>
                Item {vote.item}, resolution {vote.resolution}
              </Trans>
            </small>
          </>
        ),
      },
      {
        id: "outcome",
        header: t`Vote`,
        cell: (vote) => (
          <>
            {vote.outcome === "approved" ? (
              <StatusTag look="done">{t`Approved`}</StatusTag>
            ) : (
              <StatusTag look="ended">{t`Turned down`}</StatusTag>
            )}
            {vote.note && <div>{vote.note}</div>}
          </>
        ),
      },
      {
        id: "agreements",
        header: t`Agreements`,
        phone: "line",
        cell: (vote) => (
          <ul className={styles.moved}>
            {vote.agreements.map((each) => (
              <li key={each.id}>
                <Link to="/agreements/$agreementId" params={{ agreementId: each.id }}>
                  {each.title}
                </Link>
              </li>
            ))}
          </ul>
        ),
      },
      { id: "by", header: t`Recorded by`, cell: (vote) => vote.recorded_by.name },
    ],
    [t],
  );
  return (
    <Section heading={<Trans>Votes recorded</Trans>}>
      <DataTable
        caption={t`Votes recorded`}
        captionHidden
        columns={columns}
        rows={votes}
        rowKey={(vote) => vote.id}
      />
    </Section>
  );
}

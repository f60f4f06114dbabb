/** What the board is asked about but cannot vote on yet, each with what it lacks. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Section } from "@/ui/page/section";
import type { PacketItem } from "./api";
import { lackWords } from "./words";

export function NotReady({ items }: { items: readonly PacketItem[] }) {
  const { t } = useLingui();
  const columns = useMemo<Column<PacketItem>[]>(
    () => [
      {
        id: "agreement",
        header: t`Agreement`,
        cell: (item) => (
          <>
            <Link to="/agreements/$agreementId" params={{ agreementId: item.id }}>
              {item.title}
            </Link>
            <small>
              {item.number}, {item.partner.name}
            </small>
          </>
        ),
      },
      { id: "lacks", header: t`What it still needs`, cell: (item) => lackWords(item.needs) },
    ],
    [t],
  );
  return (
    <Section
      heading={<Trans>Not ready yet</Trans>}
      note={<Trans>They come to the table above once nothing is missing.</Trans>}
    >
      <DataTable
        caption={t`Not ready for the board yet`}
        captionHidden
        columns={columns}
        rows={items}
        rowKey={(item) => item.id}
      />
    </Section>
  );
}

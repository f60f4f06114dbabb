/** How many records would be new, changed or unchanged, by kind. */
import { Trans, useLingui } from "@lingui/react/macro";
import { formatNumber } from "@/lib/numbers";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Section } from "@/ui/page/section";
import type { Outcome } from "./api";

type Line = { key: string; name: string; new: number; changed: number; unchanged: number };

export function Counts({ outcome, isWritten }: { outcome: Outcome; isWritten: boolean }) {
  const { t } = useLingui();
  const { partners, contacts, programs, agreements, rows } = outcome.counts;
  const lines: Line[] = [
    { key: "partners", name: t`Partners`, ...partners },
    { key: "contacts", name: t`Contacts`, ...contacts },
    { key: "programs", name: t`Programs`, ...programs },
    { key: "agreements", name: t`Agreements`, ...agreements },
  ];
  const columns: Column<Line>[] = [
    { id: "name", header: t`Record`, cell: ({ name }) => name },
    { id: "new", header: t`New`, number: true, cell: (line) => formatNumber(line.new, 0) },
    { id: "changed", header: t`Changed`, number: true, cell: (line) => formatNumber(line.changed, 0) },
    { id: "unchanged", header: t`Unchanged`, number: true, cell: (line) => formatNumber(line.unchanged, 0) },
  ];
  return (
    <Section
      heading={isWritten ? <Trans>What came in</Trans> : <Trans>What comes in</Trans>}
      note={
        <Trans>
          Rows of the file: {rows.new} new, {rows.changed} changed, {rows.unchanged} unchanged, {rows.refused}{" "}
          cannot be taken, {rows.skipped} titles, totals and blanks.
        </Trans>
      }
    >
      <DataTable
        caption={t`Records by kind`}
        captionHidden
        columns={columns}
        rows={lines}
        rowKey={({ key }) => key}
        phone="across"
      />
    </Section>
  );
}

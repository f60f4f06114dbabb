/** A partner's schools × what is missing, in every district where it works; each cell says done, to do, or whose turn. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { GridRow } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";
import { formatDay } from "@/lib/dates";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Section } from "@/ui/page/section";
import { gridQuery } from "./api";

export function PartnerGrid({ effectiveOn }: { effectiveOn?: string | undefined }) {
  const { items, tenants } = useSuspenseQuery(gridQuery(effectiveOn)).data;
  const schools = new Set(items.map((row) => row.school.id)).size;
  return (
    <Section
      heading={<Plural value={schools} one="Your school" other="Your # schools" />}
      note={
        <Plural
          value={tenants.length}
          one="In one district."
          other="In # districts; sign in to another one from your name above to work there."
        />
      }
    >
      {tenants.map((tenant) => (
        <TenantGrid
          key={tenant.slug}
          name={tenant.name}
          isHere={tenant.is_here}
          rows={items.filter((row) => row.tenant === tenant.slug)}
        />
      ))}
    </Section>
  );
}

type Props = { name: string; isHere: boolean; rows: readonly GridRow[] };

function TenantGrid({ name, isHere, rows }: Props) {
  const { t } = useLingui();
  const columns: Column<GridRow>[] = [
    {
      id: "school",
      header: t`School and program`,
      cell: (row) => (
        <>
          {isHere ? (
            <a href={addressOf("partnership", row.partnership_id)}>{row.school.name}</a>
          ) : (
            row.school.name
          )}
          <br />
          {row.program.name}
        </>
      ),
    },
    {
      id: "agreement",
      header: t`Agreement`,
      cell: (row) => (row.agreement ? <Until row={row} /> : <Trans>To do</Trans>),
    },
    { id: "school-word", header: t`Principal`, cell: (row) => <Principal row={row} /> },
    { id: "target", header: t`Target`, cell: (row) => row.targets[0]?.name ?? <Trans>To do</Trans> },
    { id: "result", header: t`Last result`, cell: (row) => <Last row={row} /> },
    { id: "missing", header: t`Missing`, cell: (row) => row.blockers[0]?.words ?? <Trans>Nothing</Trans> },
  ];
  return (
    <DataTable caption={name} columns={columns} rows={rows} rowKey={(row) => row.partnership_id} compact />
  );
}

function Until({ row }: { row: GridRow }) {
  const agreement = row.agreement;
  if (!agreement) return null;
  switch (agreement.effective_status) {
    case "active":
    case "expiring_soon":
      return <Trans>Until {formatDay(agreement.ends_on)}</Trans>;
    case "expired":
      return <Trans>Ended {formatDay(agreement.ends_on)}</Trans>;
    case "scheduled":
      return <Trans>Signed, not begun</Trans>;
    default:
      return <Trans>On its way</Trans>;
  }
}

function Principal({ row }: { row: GridRow }) {
  switch (row.agreement?.confirmation) {
    case "confirmed":
      return <Trans>Confirmed</Trans>;
    case "declined":
      return <Trans>Said no</Trans>;
    case "pending":
      return <Trans>The school’s turn</Trans>;
    default:
      return <Trans>Not asked yet</Trans>;
  }
}

function Last({ row }: { row: GridRow }) {
  const target = row.targets[0];
  if (!target) return <Trans>None</Trans>;
  if (target.last_result_on === null) return <Trans>None yet</Trans>;
  return formatDay(target.last_result_on);
}

/** The rows of the directory. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { PartnerItem } from "@/api/gen/types.gen";
import { formatPhone } from "@/lib/phone";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column, type Order } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { areasQuery } from "./api";
import type { PartnersSearch } from "./search";
import styles from "./directory.module.css";
import { kindName, statusLooks, statusName } from "./words";

type Key = "name" | "updated_at";

type TableProps = {
  partners: readonly PartnerItem[];
  search: PartnersSearch;
  onOrder: (sort: PartnersSearch["sort"] | undefined) => void;
};

export function PartnersTable({ partners, search, onOrder }: TableProps) {
  const { t } = useLingui();
  const areas = useQuery(areasQuery).data?.items ?? [];
  const areaName = (code: string) => areas.find((area) => area.code === code)?.label ?? code;
  const dated = search.effective_on ? { effective_on: search.effective_on } : {};
  const columns: readonly Column<PartnerItem, Key>[] = [
    {
      id: "name",
      header: t`Partner`,
      sort: "name",
      cell: (partner) => (
        <Link to="/partners/$partnerId" params={{ partnerId: partner.id }} search={dated}>
          {partner.name}
        </Link>
      ),
    },
    { id: "kind", header: t`Type`, cell: (partner) => kindName(partner.org_type) },
    {
      id: "areas",
      header: t`Works on`,
      cell: (partner) => partner.areas.map(areaName).join(", ") || t`No program yet`,
    },
    {
      id: "phone",
      header: t`Phone`,
      cell: (partner) =>
        partner.phone ? <span className={styles.phone}>{formatPhone(partner.phone)}</span> : t`Not known`,
    },
    {
      id: "status",
      header: t`Status`,
      cell: (partner) => (
        <StatusTag look={partner.vetting_expired ? "warn" : statusLooks[partner.status]}>
          {partner.vetting_expired ? <Trans>Approval ran out</Trans> : statusName(partner.status)}
        </StatusTag>
      ),
    },
  ];
  return (
    <DataTable
      caption={<Trans>Partners</Trans>}
      captionHidden
      columns={columns}
      rows={partners}
      rowKey={(partner) => partner.id}
      order={orderOf(search.sort)}
      onOrder={(order) => onOrder(order.descending ? "-name" : undefined)}
    />
  );
}

function orderOf(sort: PartnersSearch["sort"]): Order<Key> {
  if (sort === "updated_at" || sort === "-updated_at")
    return { key: "updated_at", descending: sort === "-updated_at" };
  return { key: "name", descending: sort === "-name" };
}

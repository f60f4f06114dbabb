/** The rows of the directory. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { PartnerItem } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { formatPhone } from "@/lib/phone";
import { isPartnerStaff, schoolsOf } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { DataTable, OrderSelect, type Column, type Order } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { areasQuery } from "./api";
import type { PartnersSearch } from "./search";
import styles from "./directory.module.css";
import { kindName, statusLooks, statusName } from "./words";
import { contactWords, schoolWords, termWords } from "./work-words";

type Key = "name" | "updated_at" | "last_contact_on";

type TableProps = {
  partners: readonly PartnerItem[];
  search: PartnersSearch;
  onOrder: (sort: PartnersSearch["sort"] | undefined) => void;
};

export function PartnersTable({ partners, search, onOrder }: TableProps) {
  const { t } = useLingui();
  const order = orderOf(search.sort);
  const change = (next: Order<Key>) => onOrder(sortOf(next));
  // A partner's people read the public directory; what they do themselves is on pages of their own.
  const tells = !isPartnerStaff(useSession());
  return (
    <>
      {tells && (
        <OrderSelect
          options={[
            { order: { key: "name", descending: false }, label: t`Name, A to Z` },
            { order: { key: "name", descending: true }, label: t`Name, Z to A` },
            { order: { key: "last_contact_on", descending: false }, label: t`Longest without contact` },
            { order: { key: "last_contact_on", descending: true }, label: t`Latest contact` },
          ]}
          order={order}
          onOrder={change}
        />
      )}
      <DataTable
        caption={<Trans>Partners</Trans>}
        captionHidden
        note={
          tells && (
            <Trans>
              Last contact is the last day on which the partner itself applied, signed, answered or handed
              something in here. Calls and visits are not kept.
            </Trans>
          )
        }
        columns={useColumns(partners, search, tells)}
        rows={partners}
        rowKey={(partner) => partner.id}
        order={order}
        onOrder={change}
      />
    </>
  );
}

function useColumns(
  partners: readonly PartnerItem[],
  search: PartnersSearch,
  tells: boolean,
): readonly Column<PartnerItem, Key>[] {
  const { t } = useLingui();
  const me = useSession();
  const areas = useQuery(areasQuery).data?.items ?? [];
  const areaName = (code: string) => areas.find((area) => area.code === code)?.label ?? code;
  const dated = search.effective_on ? { effective_on: search.effective_on } : {};
  const all = schoolsOf(me) === "all";
  const columns: readonly (Column<PartnerItem, Key> & { kept?: boolean })[] = [
    {
      id: "name",
      header: t`Partner`,
      sort: "name",
      cell: (partner) => (
        <>
          <Link to="/partners/$partnerId" params={{ partnerId: partner.id }} search={dated}>
            {partner.name}
          </Link>
          <small>{kindName(partner.org_type)}</small>
          {partner.phone && <small className={styles.phone}>{formatPhone(partner.phone)}</small>}
        </>
      ),
    },
    {
      id: "areas",
      header: t`Works on`,
      cell: (partner) => partner.areas.map(areaName).join(", ") || t`No program yet`,
    },
    {
      id: "schools",
      header: all ? t`Schools` : t`Your schools`,
      kept: tells,
      cell: ({ schools }) => schoolWords(schools),
    },
    {
      id: "agreements",
      header: t`Agreements`,
      kept: tells && partners.some(({ agreements }) => agreements !== null),
      cell: ({ id, agreements }) => {
        if (!agreements) return t`Not shown to you`;
        if (agreements.in_force === 0) return t`None in force`;
        return (
          <>
            <Link to="/agreements" search={{ partner: id, standing: "in_force", ...dated }}>
              <Trans>{agreements.in_force} in force</Trans>
            </Link>
            <small>{termWords(agreements)}</small>
          </>
        );
      },
    },
    {
      id: "contact",
      header: t`Last contact`,
      sort: "last_contact_on",
      kept: tells,
      cell: (partner) => <span className={styles.day}>{contactWords(partner)}</span>,
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
  return columns.filter(({ kept }) => kept !== false);
}

function orderOf(sort: PartnersSearch["sort"]): Order<Key> {
  const descending = sort?.startsWith("-") ?? false;
  if (sort === "updated_at" || sort === "-updated_at") return { key: "updated_at", descending };
  if (sort === "last_contact_on" || sort === "-last_contact_on")
    return { key: "last_contact_on", descending };
  return { key: "name", descending };
}

function sortOf({ key, descending }: Order<Key>): PartnersSearch["sort"] | undefined {
  if (key === "name") return descending ? "-name" : undefined;
  return descending ? `-${key}` : key;
}

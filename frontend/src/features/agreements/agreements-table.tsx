/** Agreements in rows: what, with whom, where it stands, whose turn it is, and when it ends. */
import { dayOf } from "@/lib/dates";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { AgreementItem } from "@/api/gen/types.gen";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column, type Order } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { near } from "./days";
import { ending, schoolsFinding, turn } from "./findings";
import type { Order as SortWord } from "./search";
import { looks, statusName } from "./words";
import styles from "./agreements.module.css";

export type OrderKey = "ends_on" | "updated_at";

export function orderOf(sort: SortWord | undefined): Order<OrderKey> {
  switch (sort) {
    case "ends_on":
      return { key: "ends_on", descending: false };
    case "-ends_on":
      return { key: "ends_on", descending: true };
    case "updated_at":
      return { key: "updated_at", descending: false };
    default:
      return { key: "updated_at", descending: true };
  }
}

/** The list's own order is not written into the address. */
export function writeOrder({ key, descending }: Order<OrderKey>): SortWord | undefined {
  if (key === "ends_on") return descending ? "-ends_on" : "ends_on";
  return descending ? undefined : "updated_at";
}

type Props = {
  agreements: readonly AgreementItem[];
  day: string;
  timeZone: string;
  order: Order<OrderKey>;
  onOrder: (order: Order<OrderKey>) => void;
};

export function AgreementsTable({ agreements, day, timeZone, order, onOrder }: Props) {
  const { t } = useLingui();
  const columns = useMemo<Column<AgreementItem, OrderKey>[]>(
    () => [
      {
        id: "title",
        header: t`Agreement`,
        cell: (item) => (
          <>
            <Link to="/agreements/$agreementId" params={{ agreementId: item.id }}>
              {item.title}
            </Link>
            <small>
              <PartnerThen item={item} /> · <span className={styles.whole}>{item.number}</span>
            </small>
          </>
        ),
      },
      {
        id: "status",
        header: t`Stands`,
        phone: "line",
        cell: (item) => (
          <span className={styles.whole}>
            <StatusTag look={looks[item.effective_status]}>{statusName(item.effective_status)}</StatusTag>
          </span>
        ),
      },
      {
        id: "schools",
        header: t`Schools`,
        cell: (item) => schoolsFinding(item.schools, item.is_district_wide),
      },
      { id: "turn", header: t`Waits for`, cell: (item) => turn(item) },
      { id: "ends", header: t`Ends`, sort: "ends_on", cell: (item) => ending(item, day) },
      {
        id: "updated",
        header: t`Changed`,
        phone: "none",
        sort: "updated_at",
        cell: (item) => <span className={styles.whole}>{near(dayOf(item.updated_at, timeZone), day)}</span>,
      },
    ],
    [t, day, timeZone],
  );
  return (
    <DataTable
      caption={t`Agreements`}
      captionHidden
      columns={columns}
      rows={agreements}
      rowKey={(item) => item.id}
      order={order}
      onOrder={onOrder}
    />
  );
}

/** The partner by its name, and the one under which it signed where that was another. */
function PartnerThen({ item }: { item: AgreementItem }) {
  const { name } = item.partner;
  const former = item.signed_as;
  return former === null ? (
    name
  ) : (
    <Trans>
      {name}, signed as {former}
    </Trans>
  );
}

/** The agreements that the board can vote on now, each with a box that takes it along. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { formatMoney } from "@/lib/numbers";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Checkbox } from "@/ui/fields/checkbox";
import { typeName } from "../words";
import type { PacketItem } from "./api";
import { agreementsCount, kindWords, termWords } from "./words";
import styles from "./board.module.css";

type Props = {
  items: readonly PacketItem[];
  leftOut: ReadonlySet<string>;
  onLeaveOut: (leftOut: ReadonlySet<string>) => void;
};

export function ReadyTable({ items, leftOut, onLeaveOut }: Props) {
  const { t } = useLingui();
  const columns = useMemo<Column<PacketItem>[]>(() => {
    const take = (id: string, isTaken: boolean) => {
      const next = new Set(leftOut);
      if (isTaken) next.delete(id);
      else next.add(id);
      onLeaveOut(next);
    };
    return [
      {
        id: "agreement",
        header: t`Agreement`,
        cell: (item) => (
          <>
            <Checkbox
              label={item.title}
              checked={!leftOut.has(item.id)}
              onChange={(event) => take(item.id, event.target.checked)}
            />
            <small className={styles.number}>
              <Link to="/agreements/$agreementId" params={{ agreementId: item.id }}>
                {item.number}
              </Link>
              , {typeName(item.type)}, {kindWords(item)}
            </small>
          </>
        ),
      },
      { id: "partner", header: t`Partner`, cell: (item) => item.partner.name },
      { id: "schools", header: t`Schools`, cell: (item) => <Where item={item} /> },
      { id: "term", header: t`Term`, cell: termWords },
      {
        id: "cost",
        header: t`Cost to the district`,
        number: true,
        cell: (item) => (item.cost === null ? t`Not stated` : formatMoney(item.cost)),
      },
    ];
  }, [t, leftOut, onLeaveOut]);
  const count = agreementsCount(items.length);
  const chosen = items.filter((each) => !leftOut.has(each.id)).length;
  return (
    <>
      <div className={styles.all} data-print="no">
        <Checkbox
          label={<Trans>All of them</Trans>}
          checked={chosen === items.length}
          onChange={(event) =>
            onLeaveOut(event.target.checked ? new Set() : new Set(items.map(({ id }) => id)))
          }
        />
        <span role="status">
          <Trans>
            {chosen} of {count} chosen
          </Trans>
        </span>
      </div>
      <DataTable
        caption={t`Ready for the board’s vote`}
        captionHidden
        columns={columns}
        rows={items}
        rowKey={(item) => item.id}
      />
    </>
  );
}

function Where({ item }: { item: PacketItem }) {
  const { t } = useLingui();
  if (item.is_district_wide) return t`The whole district`;
  const [first, ...more] = item.schools;
  if (first === undefined) return t`None`;
  const others = more.length;
  if (others === 0) return first.name;
  return (
    <span title={item.schools.map(({ name }) => name).join(", ")}>
      <Trans>
        {first.name} and {others} more
      </Trans>
    </span>
  );
}

/**
 * Rows and columns as a real table. Sorting and paging happen on the server; the table says which order it is in.
 * On a phone a row becomes a small card that keeps its labels and, by explicit roles, stays a table to a reader.
 */
import { useLingui } from "@lingui/react/macro";
import { type ColumnDef, tableFeatures, useTable } from "@tanstack/react-table";
import { clsx } from "clsx";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { Icon } from "../icon";
import { VisuallyHidden } from "../visually-hidden";
import styles from "./data-table.module.css";

const features = tableFeatures({});

export type Column<Row, Key extends string = string> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand to the right in figures of equal width. */
  number?: boolean;
  /** The list's own sort key, when it can be sorted by this column. */
  sort?: Key;
  /** A shorter label for a card on a phone. */
  short?: string;
  /** What becomes of it on a phone: its own line without a label, or left out because the row already says it. */
  phone?: "line" | "none";
};

export type Order<Key extends string = string> = { key: Key; descending: boolean };

type Props<Row, Key extends string> = {
  caption: ReactNode;
  /** Under the caption: how many, in which order. */
  note?: ReactNode;
  captionHidden?: boolean;
  /** The first column names the row. */
  columns: readonly Column<Row, Key>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  order?: Order<Key> | undefined;
  onOrder?: (order: Order<Key>) => void;
  /** `cards`: labels left, values right. `across`: three or four short values side by side. `scroll`: stays wide. */
  phone?: "cards" | "across" | "scroll";
  compact?: boolean;
  /** Rows that belong together stand under a heading of their own; they must come together already. */
  group?: { of: (row: Row) => string; heading: (key: string, count: number) => ReactNode };
  /** The reader's own row. */
  isOwn?: (row: Row) => boolean;
  footer?: ReactNode;
};

export function DataTable<Row, Key extends string = string>({
  caption,
  note,
  captionHidden,
  columns,
  rows,
  rowKey,
  order,
  onOrder,
  phone = "cards",
  compact,
  group,
  isOwn,
  footer,
}: Props<Row, Key>) {
  const definitions = useMemo<ColumnDef<typeof features, { row: Row }>[]>(
    () => columns.map((column) => ({ id: column.id, header: column.header })),
    [columns],
  );
  const data = useMemo(() => rows.map((row) => ({ row })), [rows]);
  const table = useTable({ features, columns: definitions, data, getRowId: ({ row }) => rowKey(row) });
  const column = (id: string) => columns.find((candidate) => candidate.id === id);
  const Caption = captionHidden ? VisuallyHidden : "span";
  return (
    <div className={styles.scroll} {...(phone === "scroll" ? { tabIndex: 0, role: "region" } : {})}>
      <table className={clsx(styles.table, styles[phone], compact && styles.compact)} role="table">
        <caption className={clsx(captionHidden && !note && styles.quiet)}>
          <Caption>{caption}</Caption>
          {note && <small>{note}</small>}
        </caption>
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row">
              {group.headers.map((header) => {
                const own = column(header.column.id);
                return own ? (
                  <HeaderCell key={header.id} column={own} order={order} onOrder={onOrder} />
                ) : null;
              })}
            </tr>
          ))}
        </thead>
        {parts(table.getRowModel().rows, (line) => group?.of(line.original.row) ?? "").map((part) => (
          <tbody key={part.key} role="rowgroup">
            {group && part.lines.length > 0 && (
              <tr role="row" className={styles.group}>
                <th scope="rowgroup" role="rowheader" colSpan={columns.length}>
                  {group.heading(part.key, part.lines.length)}
                </th>
              </tr>
            )}
            {part.lines.map((line) => (
              <tr key={line.id} role="row" className={clsx(isOwn?.(line.original.row) && styles.own)}>
                {line.getAllCells().map((cell, index) => {
                  const own = column(cell.column.id);
                  return own ? (
                    <BodyCell key={cell.id} column={own} row={line.original.row} first={index === 0} />
                  ) : null;
                })}
              </tr>
            ))}
          </tbody>
        ))}
        {footer && <tfoot role="rowgroup">{footer}</tfoot>}
      </table>
    </div>
  );
}

/** Neighbours with the same key, in their order. */
function parts<Line>(lines: readonly Line[], keyOf: (line: Line) => string) {
  const found: { key: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const key = keyOf(line);
    const last = found.at(-1);
    if (last?.key === key) last.lines.push(line);
    else found.push({ key, lines: [line] });
  }
  return found.length > 0 ? found : [{ key: "", lines: [] }];
}

type HeaderProps<Row, Key extends string> = {
  column: Column<Row, Key>;
  order: Order<Key> | undefined;
  onOrder: ((order: Order<Key>) => void) | undefined;
};

function HeaderCell<Row, Key extends string>({ column, order, onOrder }: HeaderProps<Row, Key>) {
  const { sort } = column;
  const sorted = sort !== undefined && order?.key === sort;
  const direction = sorted ? (order.descending ? "descending" : "ascending") : undefined;
  const icon = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      role="columnheader"
      className={clsx(column.number && styles.number)}
      aria-sort={direction}
    >
      {sort !== undefined && onOrder ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onOrder({ key: sort, descending: sorted && !order.descending })}
        >
          {column.header}
          <Icon of={icon} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }) {
  if (first) {
    return (
      <th scope="row" role="rowheader">
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td
      role="cell"
      className={clsx(column.number && styles.number, column.phone && styles[column.phone])}
      data-label={column.short ?? column.header}
    >
      <span className={styles.value}>{column.cell(row)}</span>
    </td>
  );
}

/** Sort choice for a phone, where the table has no visible headings. */
export function OrderSelect<Key extends string>({
  options,
  order,
  onOrder,
}: {
  options: readonly { order: Order<Key>; label: string }[];
  order: Order<Key>;
  onOrder: (order: Order<Key>) => void;
}) {
  const { t } = useLingui();
  const write = (value: Order<Key>) => `${value.descending ? "-" : ""}${value.key}`;
  return (
    <label className={styles.order}>
      {t`Order`}
      <select
        value={write(order)}
        onChange={(event) => {
          const chosen = options.find((option) => write(option.order) === event.target.value);
          if (chosen) onOrder(chosen.order);
        }}
      >
        {options.map((option) => (
          <option key={write(option.order)} value={write(option.order)}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

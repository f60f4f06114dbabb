/** What each cell of a partner's grid says: done, to do by the partner, waiting for somebody else, or nothing yet. */
import { plural, t } from "@lingui/core/macro";
import type { GridRow } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";
import { daysBetween, type Day, formatDay } from "@/lib/dates";

export type Cell = {
  state: "done" | "todo" | "waiting" | "none";
  words: string;
  /** Where it is done. */
  to?: string;
};

export type Cells = { agreement: Cell; papers: Cell; principal: Cell; target: Cell; results: Cell };

export function cellsOf(row: GridRow, day: Day): Cells {
  return {
    agreement: agreementCell(row, day),
    papers: papersCell(row, day),
    principal: principalCell(row),
    target: targetCell(row),
    results: resultCell(row, day),
  };
}

function near(date: Day, day: Day): string {
  return formatDay(date, date.slice(0, 4) === day.slice(0, 4) ? "short" : "medium");
}

function agreementCell({ agreement, partnership_id: partnership }: GridRow, day: Day): Cell {
  if (!agreement) return { state: "todo", words: t`To draft`, to: addressOf("partnership", partnership) };
  const to = addressOf("agreement", agreement.id);
  const end = near(agreement.ends_on, day);
  switch (agreement.effective_status) {
    case "active":
      return { state: "done", words: t`Until ${end}` };
    case "scheduled":
      return { state: "done", words: t`Signed` };
    case "expiring_soon":
      return { state: "waiting", words: t`Ends ${end}` };
    case "draft":
      return { state: "todo", words: t`To send`, to };
    case "changes_requested":
      return { state: "todo", words: t`To change`, to };
    case "expired":
      return { state: "todo", words: t`Ended ${end}`, to };
    case "out_for_signature":
      return { state: "waiting", words: t`Being signed` };
    case "suspended":
      return { state: "waiting", words: t`On hold` };
    case "terminated":
      return { state: "none", words: t`Ended early` };
    default:
      return { state: "waiting", words: t`In review` };
  }
}

/** What papers say: what keeps the program out first, then what is due. */
function papersCell({ blockers, papers_due: later }: GridRow, day: Day): Cell {
  const papers = blockers.filter(({ about }) => about !== null);
  const mine = papers.filter(({ party }) => party === "partner");
  const [first] = mine;
  if (first) {
    const people = first.code === "too_few_cleared";
    return {
      state: "todo",
      words: people ? t`Background checks` : plural(mine.length, { one: "# missing", other: "# missing" }),
      to: people ? "/papers/staff" : "/papers",
    };
  }
  if (papers.length > 0) return { state: "waiting", words: t`Being looked at` };
  const next = later
    .filter(({ party }) => party === "partner")
    .toSorted((one, other) => one.due_on.localeCompare(other.due_on))[0];
  if (next) {
    const words = t`Due ${near(next.due_on, day)}`;
    const isNear = daysBetween(day, next.due_on) <= 30;
    return isNear ? { state: "todo", words, to: "/papers" } : { state: "none", words };
  }
  return { state: "done", words: t`In order` };
}

function principalCell({ agreement }: GridRow): Cell {
  switch (agreement?.confirmation) {
    case "confirmed":
      return { state: "done", words: t`Confirmed` };
    case "declined":
      return { state: "none", words: t`Said no` };
    case "pending":
      return agreement.effective_status === "draft"
        ? { state: "none", words: t`Not asked yet` }
        : { state: "waiting", words: t`Asked` };
    default:
      return agreement ? { state: "done", words: t`Not needed` } : { state: "none", words: t`Not asked yet` };
  }
}

function targetCell({ targets, stage, partnership_id: partnership }: GridRow): Cell {
  const offered = targets.filter((target) => target.status !== "draft");
  const agreed = offered.filter((target) => target.word === "agreed").length;
  const pending = offered.filter((target) => target.word === "pending").length;
  if (pending > 0) return { state: "waiting", words: plural(pending, { one: "Asked", other: "# asked" }) };
  if (agreed > 0) return { state: "done", words: plural(agreed, { one: "# agreed", other: "# agreed" }) };
  if (offered.length > 0) return { state: "none", words: t`Opted out` };
  return stage === "active"
    ? { state: "todo", words: t`To propose`, to: addressOf("partnership", partnership) }
    : { state: "none", words: t`Comes later` };
}

function resultCell({ targets }: GridRow, day: Day): Cell {
  const open = targets.filter((target) => target.status === "open" && target.word === "agreed");
  const late = open.find((target) => target.result_due_on !== null && target.result_due_on < day);
  if (late?.result_due_on)
    return {
      state: "todo",
      words: t`Due ${near(late.result_due_on, day)}`,
      to: `${addressOf("target", late.id)}/enter`,
    };
  const last = open
    .flatMap((target) => target.last_result_on ?? [])
    .sort()
    .at(-1);
  if (last) return { state: "done", words: near(last, day) };
  return { state: "none", words: open.length > 0 ? t`None due yet` : t`Comes later` };
}

/** How many cells ask something of the partner. */
export function toDo(cells: Cells): number {
  return Object.values(cells).filter((cell) => cell.state === "todo").length;
}

export function isWaiting(cells: Cells): boolean {
  return Object.values(cells).some((cell) => cell.state === "waiting");
}

export type Line = GridRow & { cells: Cells };

export function linesOf(rows: readonly GridRow[], dayOf: (tenant: string) => Day): Line[] {
  return rows.map((row) => ({ ...row, cells: cellsOf(row, dayOf(row.tenant)) }));
}

/** Schools, however many programs run at each; two districts may name a school alike. */
export function countSchools(rows: readonly GridRow[]): number {
  return new Set(rows.map((row) => `${row.tenant} ${row.school.id}`)).size;
}

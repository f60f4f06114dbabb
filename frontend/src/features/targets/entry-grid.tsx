/**
 * The grid itself: a native table of inputs, one row a school. Enter goes down a column, copied cells spread from
 * where they are pasted, and each row says what became of it. On a phone every school is a card.
 */
import { Trans, useLingui } from "@lingui/react/macro";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import type { ClipboardEvent, KeyboardEvent } from "react";
import type { RowOutcome } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import type { SummaryError } from "@/ui/fields/error-summary";
import { Icon } from "@/ui/icon";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { unitMark } from "./amounts";
import type { Target, TargetSchool } from "./api";
import { cellId, partsOf, readSheet, recordedOf, startOf, type Part, type Typed } from "./entry";
import { partName } from "./entry-words";
import styles from "./entry.module.css";
import { FigureWords } from "./figure-words";

type Props = {
  target: Target;
  rows: readonly TargetSchool[];
  day: string;
  typed: Typed;
  problems: readonly SummaryError[];
  outcomes: readonly RowOutcome[];
  onType: (school: string, part: Part, value: string) => void;
  onPaste: (sheet: string[][], at: { school: string; part: Part }) => void;
};

export function EntryGrid(props: Props) {
  const { t } = useLingui();
  const { target, rows } = props;
  const parts = partsOf(target);
  const isKept = target.aggregation === "latest" && parts.length > 1;
  return (
    <div className={styles.box}>
      <table className={styles.grid} role="table">
        <caption>
          <Trans>One row a school</Trans>
          <small>
            {rows.length > 1 && (
              <Trans>
                Enter goes down a column. Cells copied from a spreadsheet can be pasted, with or without the
                schools’ names. Rows left empty are not sent.
              </Trans>
            )}{" "}
            {isKept && (
              <Trans>“Of how many” is filled in from the last time: change it where the group changed.</Trans>
            )}
          </small>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t`School`}
            </th>
            <th scope="col" role="columnheader">
              {t`Last result`}
            </th>
            {parts.map((part) => (
              <th key={part} scope="col" role="columnheader" id={`column-${part}`}>
                {partName(part)}
              </th>
            ))}
            <th scope="col" role="columnheader">
              <VisuallyHidden>{t`What became of it`}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row key={row.school.id} {...props} row={row} parts={parts} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Props & { row: TargetSchool; parts: readonly Part[] };

function Row({ target, row, parts, day, typed, problems, outcomes, onType, onPaste }: RowProps) {
  const { t } = useLingui();
  const { id, name } = row.school;
  const cells = { ...startOf(target, id, day), ...typed[id] };
  const outcome = outcomes.find((each) => each.school_id === id);
  const own = problems.filter(({ field }) => parts.some((part) => field === cellId(part, id)));
  const mark = unitMark(target.unit);
  const paste = (event: ClipboardEvent<HTMLInputElement>, part: Part) => {
    const sheet = readSheet(event.clipboardData.getData("text"));
    if (sheet === null) return;
    event.preventDefault();
    onPaste(sheet, { school: id, part });
  };
  return (
    <tr role="row">
      <th scope="row" role="rowheader" id={`row-${id}`}>
        {name}
      </th>
      <td role="cell" className={styles.last} data-label={t`Last result`}>
        <span>
          <FigureWords figure={row.latest} target={target} />
          {row.latest_on && <small>{formatDay(row.latest_on)}</small>}
        </span>
      </td>
      {parts.map((part) => {
        const cell = cellId(part, id);
        const isWrong = own.some(({ field }) => field === cell);
        return (
          <td role="cell" key={part} className={styles.cell} data-label={partName(part)}>
            <span className={styles.entry}>
              <input
                id={cell}
                type="text"
                inputMode={parts.length > 1 ? "numeric" : "decimal"}
                autoComplete="off"
                data-part={part}
                value={cells[part] ?? ""}
                aria-label={`${name}, ${partName(part)}`}
                aria-invalid={isWrong ? true : undefined}
                aria-describedby={`said-${id}`}
                onChange={(event) => onType(id, part, event.target.value)}
                onKeyDown={moveDown}
                onPaste={(event) => paste(event, part)}
              />
              {part === "value" && mark && <span aria-hidden="true">{mark}</span>}
            </span>
          </td>
        );
      })}
      <td role="cell" className={styles.said} id={`said-${id}`}>
        {own.length > 0 ? (
          <Said look="bad">{own.map(({ message }) => message.replace(`${name}: `, "")).join(", ")}</Said>
        ) : typed[id] !== undefined && outcome?.outcome === "needs_confirming" ? (
          <Said look="warn">{outcome.warnings.map(({ detail }) => detail).join(" ")}</Said>
        ) : typed[id] === undefined && outcome ? (
          <Became outcome={outcome} />
        ) : recordedOf(target, id, day) ? (
          <Trans>Recorded; a change corrects it</Trans>
        ) : (
          <VisuallyHidden>{t`Not sent yet`}</VisuallyHidden>
        )}
      </td>
    </tr>
  );
}

/** Enter goes to the same cell of the next row, with Shift to the one before; past the last row it saves. */
function moveDown(event: KeyboardEvent<HTMLInputElement>) {
  const steps: Record<string, number> = {
    Enter: event.shiftKey ? -1 : 1,
    ArrowDown: 1,
    ArrowUp: -1,
  };
  const step = steps[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const { part } = event.currentTarget.dataset;
  const column = event.currentTarget.form?.querySelectorAll<HTMLInputElement>(`input[data-part="${part}"]`);
  const all = [...(column ?? [])];
  const next = all[all.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

const looks = { good: CircleCheck, warn: TriangleAlert, bad: CircleAlert };

function Said({ look, children }: { look: keyof typeof looks; children: React.ReactNode }) {
  return (
    <span className={styles[look]}>
      <Icon of={looks[look]} />
      <span>{children}</span>
    </span>
  );
}

function Became({ outcome }: { outcome: RowOutcome }) {
  switch (outcome.outcome) {
    case "created":
      return (
        <Said look="good">
          <Trans>Saved</Trans>
        </Said>
      );
    case "corrected":
      return (
        <Said look="good">
          <Trans>Saved as a correction</Trans>
        </Said>
      );
    default:
      return <Trans>Saved before, unchanged</Trans>;
  }
}

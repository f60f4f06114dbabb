/** The columns of one sheet, each with a few of its values and what it stands for. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { Matching } from "@/api/gen/types.gen";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Checkbox } from "@/ui/fields/checkbox";
import { NumberedRow } from "./numbered-row";
import { Section } from "@/ui/page/section";
import type { Sheet } from "./api";
import { FieldChoice } from "./field-choice";
import { noteWords } from "./words";
import styles from "./import.module.css";

type Chosen = Matching["sheets"][number];
type Line = Sheet["columns"][number] & { place: number };
type Props = {
  sheet: Sheet;
  place: number;
  /** Columns whose choice was turned down, as `sheets.0.columns.3`. */
  errors: readonly string[];
  fields: readonly string[];
  alone: boolean;
  chosen: Chosen | undefined;
  onChange: (chosen: Chosen) => void;
  onHeaderRow: (row: number) => void;
};

export function MatchSheet({
  sheet,
  place: at,
  errors,
  fields,
  alone,
  chosen,
  onChange,
  onHeaderRow,
}: Props) {
  const { t, i18n } = useLingui();
  const lines = useMemo<Line[]>(() => sheet.columns.map((column, place) => ({ ...column, place })), [sheet]);
  if (!chosen) return null;
  const columns: Column<Line>[] = [
    {
      id: "name",
      header: t`Column`,
      cell: (line) => (
        <>
          {line.name}
          {line.is_repeated && (
            <small className={styles.sample}>
              <Trans>This name stands over two columns</Trans>
            </small>
          )}
        </>
      ),
    },
    {
      id: "samples",
      header: t`Holds, for example`,
      cell: (line) =>
        line.has_values ? (
          <span className={styles.sample}>
            {line.samples
              .map((each) => (each === "#FORMULA!" ? t`a formula without a value` : each))
              .join(" · ")}
          </span>
        ) : (
          <Trans>Nothing</Trans>
        ),
    },
    {
      id: "field",
      header: t`Stands for`,
      cell: (line) => (
        <FieldChoice
          label={t`${line.name} stands for`}
          id={`sheets.${at}.columns.${line.place}`}
          isTwice={errors.includes(`sheets.${at}.columns.${line.place}`)}
          isGuess={line.because !== "name" && chosen.columns[line.place] === line.proposal}
          fields={fields}
          value={chosen.columns[line.place] ?? ""}
          onChoose={(field) =>
            onChange({
              ...chosen,
              columns: chosen.columns.map((old, place) => (place === line.place ? field : old)),
            })
          }
        />
      ),
    },
  ];
  return (
    <Section
      heading={alone ? <Trans>Columns</Trans> : <Trans>Sheet “{sheet.name}”</Trans>}
      note={
        <>
          <Plural value={sheet.rows} one="# row" other="# rows" />
          {sheet.is_hidden && (
            <>
              {" · "}
              <Trans>hidden in the workbook</Trans>
            </>
          )}
          {sheet.notes.map((note) => ` · ${noteWords[note] ? i18n._(noteWords[note]) : note}`)}
        </>
      }
    >
      {!alone && (
        <Checkbox
          label={t`Bring in “${sheet.name}”`}
          checked={chosen.is_used}
          onChange={({ target }) => onChange({ ...chosen, is_used: target.checked })}
        />
      )}
      {chosen.is_used && (
        <>
          <NumberedRow row={sheet.header_row} onChoose={onHeaderRow} name={sheet.name} />
          <DataTable
            caption={t`Columns of ${sheet.name}`}
            captionHidden
            columns={columns}
            rows={lines}
            rowKey={(line) => String(line.place)}
          />
        </>
      )}
    </Section>
  );
}

/** Every result the reader may see, the corrected and rejected ones included, with the checks still to be made. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ResultRead, TargetRead } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { Actions, Button } from "@/ui/actions/button";
import { DataTable, type Column } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { Disclosure } from "@/ui/page/disclosure";
import { Section } from "@/ui/page/section";
import type { Act } from "./api";
import { FigureWords } from "./figure-words";
import { moveAction, needWords, resultStatus } from "./words";

type Props = { target: TargetRead; onAct: (act: Act) => void };

export function TargetResults({ target, onAct }: Props) {
  const { results } = target;
  if (results.length === 0) return null;
  const waiting = results.filter(({ status }) => status === "submitted");
  const rest = results.filter(({ status }) => status !== "submitted");
  return (
    <Section heading={<Trans>Results as they were reported</Trans>}>
      {waiting.length > 0 && (
        <ResultsTable name={<Trans>Not verified yet</Trans>} rows={waiting} onAct={onAct} />
      )}
      {rest.length > 0 && (
        <Disclosure summary={<Trans>Verified, corrected and rejected results</Trans>}>
          <ResultsTable name={<Trans>Results checked before</Trans>} rows={rest} onAct={onAct} />
        </Disclosure>
      )}
    </Section>
  );
}

type TableProps = { name: ReactNode; rows: readonly ResultRead[]; onAct: (act: Act) => void };

function ResultsTable({ name, rows, onAct }: TableProps) {
  const { t } = useLingui();
  const columns: Column<ResultRead>[] = [
    { id: "school", header: t`School`, cell: (row) => row.school.name },
    { id: "day", header: t`As of`, cell: (row) => formatDay(row.as_of_on) },
    { id: "value", header: t`Result`, number: true, cell: (row) => <FigureWords figure={row.figure} /> },
    { id: "by", header: t`Entered by`, cell: (row) => row.entered_by ?? t`Not said` },
    { id: "status", header: t`Check`, cell: (row) => <Check row={row} /> },
  ];
  if (rows.some((row) => row.allowed_moves.length > 0))
    columns.push({ id: "act", header: t`Answer`, cell: (row) => <Answers row={row} onAct={onAct} /> });
  return <DataTable caption={name} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

function Check({ row }: { row: ResultRead }) {
  const { look, words } = resultStatus(row.status);
  return (
    <>
      <StatusTag look={look}>{words}</StatusTag> {row.verified_by}
      {row.status_reason && <div>{row.status_reason}</div>}
    </>
  );
}

function Answers({ row, onAct }: { row: ResultRead; onAct: (act: Act) => void }) {
  const { t } = useLingui();
  const name = `${row.school.name}, ${formatDay(row.as_of_on, "short")}`;
  const ready = row.allowed_moves.filter(({ needs }) => needs.length === 0);
  const own = row.allowed_moves.some(({ needs }) => needs.includes("entered_by_you"));
  return (
    <>
      <Actions>
        {ready.map(({ move }) => (
          <Button
            key={move}
            small
            aria-label={t`${moveAction(move)}: ${name}`}
            onClick={() => onAct({ of: "result", move, id: row.id, name })}
          >
            {moveAction(move)}
          </Button>
        ))}
      </Actions>
      {own && needWords("entered_by_you")}
    </>
  );
}

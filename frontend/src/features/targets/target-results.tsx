/** Every result the reader may see, the corrected and turned down ones included: nothing reported is overwritten. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { DataTable, type Column } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { Disclosure } from "@/ui/page/disclosure";
import { Section } from "@/ui/page/section";
import type { Act } from "./acts";
import type { Result, Target } from "./api";
import { FigureWords } from "./figure-words";
import { offers } from "./next-step";
import styles from "./target.module.css";
import { needWords, resultStatus } from "./words";

type Props = { target: Target; onAct: (act: Act) => void; onCheck: (results: readonly Result[]) => void };

export function TargetResults({ target, onAct, onCheck }: Props) {
  const { t } = useLingui();
  const { results } = target;
  if (results.length === 0) return null;
  const waiting = results.filter(({ status }) => status === "submitted");
  const checked = results.filter(({ status }) => status !== "submitted");
  const rest = { target, onAct, onCheck };
  return (
    <Section
      heading={
        waiting.length > 0 ? (
          <Plural
            value={waiting.length}
            one="One result is not verified"
            other="# results are not verified"
          />
        ) : (
          <Trans>Results as they were reported</Trans>
        )
      }
    >
      {waiting.length > 0 && <ResultsTable caption={t`Not verified`} rows={waiting} {...rest} />}
      {checked.length > 0 && (
        <Disclosure
          summary={
            <Plural
              value={checked.length}
              one="# result that was checked, with who entered and who verified it"
              other="All # results that were checked, with who entered and who verified each"
            />
          }
        >
          <ResultsTable caption={t`Checked results`} rows={checked} {...rest} />
        </Disclosure>
      )}
    </Section>
  );
}

function ResultsTable({
  caption,
  rows,
  target,
  onAct,
  onCheck,
}: Props & { caption: string; rows: readonly Result[] }) {
  const { t } = useLingui();
  const columns: Column<Result>[] = [
    { id: "day", header: t`Measured`, cell: (row) => formatDay(row.as_of_on) },
    { id: "school", header: t`School`, cell: (row) => row.school.name },
    {
      id: "value",
      header: t`Result`,
      number: true,
      cell: (row) => <FigureWords figure={row.figure} target={target} />,
    },
    {
      id: "by",
      header: t`Entered by`,
      cell: (row) => (
        <>
          {row.entered_by ?? <Source source={row.source} />}
          {row.note && <small>{row.note}</small>}
        </>
      ),
    },
    { id: "status", header: t`Checked`, cell: (row) => <Check row={row} /> },
  ];
  if (rows.some((row) => row.allowed_moves.length > 0))
    columns.push({
      id: "answer",
      header: t`Answer`,
      cell: (row) => <Answers row={row} onAct={onAct} onCheck={onCheck} />,
    });
  return (
    <DataTable
      caption={caption}
      captionHidden
      compact
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}

function Source({ source }: { source: Result["source"] }) {
  return source === "import" ? <Trans>From a file</Trans> : <Trans>From another system</Trans>;
}

function Check({ row }: { row: Result }) {
  const { look, words } = resultStatus(row.status);
  return (
    <>
      {row.status === "verified" ? words : <StatusTag look={look}>{words}</StatusTag>}
      {row.verified_by && <small>{row.verified_by}</small>}
      {row.status_reason && <q className={styles.quote}>{row.status_reason}</q>}
    </>
  );
}

type AnswerProps = Pick<Props, "onAct" | "onCheck"> & { row: Result };

function Answers({ row, onAct, onCheck }: AnswerProps) {
  const { t } = useLingui();
  const which = `${row.school.name}, ${formatDay(row.as_of_on, "short")}`;
  const isOwn = row.allowed_moves.some(({ needs }) => needs.includes("entered_by_you"));
  return (
    <div className={styles.answers}>
      {offers(row.allowed_moves, "verify") && (
        <Button small aria-label={t`Verify ${which}`} onClick={() => onCheck([row])}>
          <Trans>Verify</Trans>
        </Button>
      )}
      {offers(row.allowed_moves, "reject") && (
        <Button
          small
          aria-label={t`Turn down ${which}`}
          onClick={() => onAct({ verb: "reject", result: row })}
        >
          <Trans>Turn down</Trans>
        </Button>
      )}
      {isOwn && <small>{needWords("entered_by_you")}</small>}
    </div>
  );
}

/** What a paper says, line by line, beside what the district asks of that kind of paper. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { PaperRead, RequirementRead } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { formatMoney } from "@/lib/numbers";
import { DataTable } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { askedFor, limitAsked } from "./queue-words";
import { insteadNote, requirementSentence } from "./requirements-words";
import styles from "./queue.module.css";
import { coverageName } from "./words";

type Props = { paper: PaperRead; requirements: readonly RequirementRead[] };
type Row = { key: string; what: string; said: ReactNode; asked: ReactNode };

export function QueueAsked({ paper, requirements }: Props) {
  const { t } = useLingui();
  const asked = askedFor(paper, requirements);
  const note = insteadNote(paper.kind, requirements);
  const rows = useRows(paper, asked);
  return (
    <>
      {asked.length > 0 && (
        <ul className={styles.asked}>
          {asked.map((each) => (
            <li key={each.id}>{requirementSentence(each)}</li>
          ))}
        </ul>
      )}
      {asked.length === 0 && (
        <Notice>{note ?? <Trans>The district asks for no paper of this kind.</Trans>}</Notice>
      )}
      <DataTable
        caption={t`What it says, beside what is asked`}
        captionHidden
        columns={[
          { id: "what", header: t`Line`, cell: (row: Row) => row.what },
          { id: "said", header: t`The paper says`, cell: (row: Row) => row.said },
          { id: "asked", header: t`Asked`, cell: (row: Row) => row.asked },
        ]}
        rows={rows}
        rowKey={(row) => row.key}
      />
    </>
  );
}

function useRows(paper: PaperRead, asked: readonly RequirementRead[]): Row[] {
  const { t } = useLingui();
  const nothing = t`Not said`;
  const free = "–";
  const isInsurance = paper.kind === "insurance_certificate";
  const each = limitAsked(
    paper.limit_each,
    asked.map((one) => one.min_each),
  );
  const all = limitAsked(
    paper.limit_aggregate,
    asked.map((one) => one.min_aggregate),
  );
  const money = (amount: string | null, limit: typeof each) => (
    <>
      {amount === null ? nothing : formatMoney(amount)}{" "}
      {limit?.isLow && (
        <StatusTag look="warn">
          <Trans>Lower than asked</Trans>
        </StatusTag>
      )}
    </>
  );
  const rows: (Row | false)[] = [
    (isInsurance || paper.coverage !== null) && {
      key: "coverage",
      what: t`Coverage`,
      said: paper.coverage === null ? nothing : coverageName(paper.coverage),
      asked: asked[0]?.coverage ? coverageName(asked[0].coverage) : free,
    },
    isInsurance && {
      key: "carrier",
      what: t`Insurance company`,
      said: paper.carrier ?? nothing,
      asked: t`Named`,
    },
    paper.kind !== "agency_letter" &&
      paper.kind !== "staff_present" && {
        key: "policy",
        what: t`Policy number`,
        said: paper.policy_number ?? nothing,
        asked: t`Written down`,
      },
    isInsurance && {
      key: "each",
      what: t`Limit for each occurrence`,
      said: money(paper.limit_each, each),
      asked: each?.words ?? free,
    },
    isInsurance && {
      key: "all",
      what: t`Limit in all`,
      said: money(paper.limit_aggregate, all),
      asked: all?.words ?? free,
    },
    paper.kind === "endorsement" && {
      key: "district",
      what: t`Names the district`,
      said: paper.names_district ? (
        t`Yes`
      ) : (
        <>
          {t`No`}{" "}
          <StatusTag look="warn">
            <Trans>Look closely</Trans>
          </StatusTag>
        </>
      ),
      asked: t`Yes`,
    },
    {
      key: "from",
      what: t`First day`,
      said: paper.effective_on ? formatDay(paper.effective_on) : nothing,
      asked: free,
    },
    {
      key: "to",
      what: t`Last day`,
      said: paper.expires_on ? formatDay(paper.expires_on) : nothing,
      asked: free,
    },
    { key: "program", what: t`For which program`, said: paper.program?.name ?? t`All of them`, asked: free },
    {
      key: "schools",
      what: t`For which schools`,
      said: paper.schools.length > 0 ? listOf(paper.schools.map(({ name }) => name)) : t`All of them`,
      asked: free,
    },
    paper.note !== null && { key: "note", what: t`Note`, said: paper.note, asked: free },
  ];
  return rows.filter((row) => row !== false);
}

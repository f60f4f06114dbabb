/** The schools a target covers: each one's word, and its own result or the reason why it is hidden. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { TargetRead, TargetSchoolRead } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";
import { formatDay } from "@/lib/dates";
import { Actions, Button } from "@/ui/actions/button";
import { DataTable, type Column } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { Section } from "@/ui/page/section";
import type { Act } from "./api";
import { FigureWords } from "./figure-words";
import { moveAction, schoolWord } from "./words";

type Props = { target: TargetRead; onAct: (act: Act) => void };

export function TargetSchools({ target, onAct }: Props) {
  const { t } = useLingui();
  const rows = target.schools;
  const others = target.school_count - rows.length;
  const hasMoves = rows.some((row) => ready(row).length > 0);
  const columns: Column<TargetSchoolRead>[] = [
    {
      id: "school",
      header: t`School`,
      cell: ({ school }) => <a href={addressOf("school", school.id)}>{school.name}</a>,
    },
    { id: "word", header: t`Its word`, cell: (row) => <Word row={row} /> },
    {
      id: "on",
      header: t`Latest result of`,
      cell: (row) => (row.latest_on ? formatDay(row.latest_on, "short") : t`None yet`),
    },
    { id: "value", header: t`Result`, number: true, cell: (row) => <FigureWords figure={row.latest} /> },
  ];
  if (hasMoves)
    columns.push({
      id: "act",
      header: t`Answer`,
      cell: (row) => (
        <Actions>
          {ready(row).map(({ move }) => (
            <Button
              key={move}
              small
              aria-label={t`${moveAction(move)}: ${row.school.name}`}
              onClick={() => onAct({ of: "school", move, id: row.school.id, name: row.school.name })}
            >
              {moveAction(move)}
            </Button>
          ))}
        </Actions>
      ),
    });
  return (
    <Section
      heading={<Plural value={target.school_count} one="# school" other="# schools together" />}
      note={
        <>
          <Trans>
            {target.schools_agreed} agreed, {target.schools_opted_out} opted out.
          </Trans>{" "}
          {others > 0 && <Plural value={others} one="# more school." other="# more schools." />}
        </>
      }
    >
      {rows.length > 0 && (
        <DataTable
          caption={<Trans>Schools of this target</Trans>}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={(row) => row.school.id}
        />
      )}
    </Section>
  );
}

function ready(row: TargetSchoolRead) {
  return row.allowed_moves.filter(({ needs }) => needs.length === 0);
}

function Word({ row }: { row: TargetSchoolRead }) {
  const { look, words } = schoolWord(row.word);
  const said = [row.by, row.on && formatDay(row.on, "short")].filter(Boolean).join(", ");
  return (
    <>
      <StatusTag look={look}>{words}</StatusTag> {said}
      {row.reason && <div>{row.reason}</div>}
    </>
  );
}

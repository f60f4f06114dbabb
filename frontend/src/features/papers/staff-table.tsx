/** People of a staff list as rows: who, where, how their checks stand, and what can be done. */
import { useLingui } from "@lingui/react/macro";
import { Trans } from "@lingui/react/macro";
import { useMemo } from "react";
import { formatDay, type Day } from "@/lib/dates";
import { LinkButton } from "@/ui/actions/link-button";
import { DataTable, type Column } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { VisuallyHidden } from "@/ui/visually-hidden";
import type { StaffMember } from "./api";
import type { StaffAct } from "./staff-member-dialog";
import { clearedWords, lacksWords, placesWords } from "./staff-words";
import { basisName } from "./words";
import styles from "./partner.module.css";

type Props = {
  caption: string;
  people: readonly StaffMember[];
  day: Day;
  onAct: ((act: StaffAct, id: string, name: string) => void) | undefined;
};

export function StaffTable({ caption, people, day, onAct }: Props) {
  const { t } = useLingui();
  const columns = useMemo<Column<StaffMember>[]>(
    () => [
      {
        id: "name",
        header: t`Name`,
        cell: ({ name, title, basis }) => (
          <>
            {name}
            <small>{[title, basis === "volunteer" && basisName(basis)].filter(Boolean).join(", ")}</small>
          </>
        ),
      },
      { id: "places", header: t`Where they enter`, cell: ({ places }) => placesWords(places) },
      { id: "checks", header: t`Background checks`, cell: (member) => <Checks member={member} day={day} /> },
      ...(onAct
        ? [
            {
              id: "acts",
              header: t`Change`,
              cell: (member: StaffMember) => <Acts member={member} day={day} onAct={onAct} />,
            },
          ]
        : []),
    ],
    [t, day, onAct],
  );
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      compact
    />
  );
}

function Checks({ member, day }: { member: StaffMember; day: Day }) {
  if (member.ends_on !== null && member.ends_on < day)
    return <Trans>Left after {formatDay(member.ends_on)}</Trans>;
  if (member.is_cleared) return clearedWords(member, day);
  const waits = member.lacks.some(({ how }) => how === "pending");
  return (
    <>
      <StatusTag look={waits ? "review" : "bad"}>
        {waits ? <Trans>Being looked at</Trans> : <Trans>Not cleared</Trans>}
      </StatusTag>
      <small>{lacksWords(member)}</small>
    </>
  );
}

type ActsProps = { member: StaffMember; day: Day; onAct: NonNullable<Props["onAct"]> };

/** The name is said to a reader with each, so that twelve “Edit” are not alike. */
function Acts({ member, day, onAct }: ActsProps) {
  const { id, name, ends_on: end } = member;
  const hasLeft = end !== null && end < day;
  const whose = <VisuallyHidden>: {name}</VisuallyHidden>;
  return (
    <span className={styles.rowActs}>
      {!hasLeft && (
        <LinkButton onClick={() => onAct("checks", id, name)}>
          <Trans>Checks</Trans>
          {whose}
        </LinkButton>
      )}
      <LinkButton onClick={() => onAct("edit", id, name)}>
        <Trans>Edit</Trans>
        {whose}
      </LinkButton>
      {!hasLeft && (
        <LinkButton onClick={() => onAct("left", id, name)}>
          <Trans>Has left</Trans>
          {whose}
        </LinkButton>
      )}
    </span>
  );
}

/** Targets in groups by what they ask of a reader: what is behind first, what is over last. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { TargetItem } from "@/api/gen/types.gen";
import { age, due, formatDay } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { BulletMark } from "@/ui/charts/bullet-mark";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Hidden } from "@/ui/data/hidden";
import { Disclosure } from "@/ui/page/disclosure";
import { Section } from "@/ui/page/section";
import { inUnit } from "./amounts";
import { isLate, rowFinding } from "./findings";
import { StandingTag } from "./standing-tag";
import styles from "./targets.module.css";

type Group = "behind" | "answer" | "going" | "over";
const groups: readonly Group[] = ["behind", "answer", "going", "over"];

/** Where a row belongs; a target that is not open yet waits for somebody's word. */
export function groupOf(target: Pick<TargetItem, "status" | "progress">, day: string): Group {
  const { status, progress } = target;
  if (status === "draft" || status === "proposed" || status === "agreed") return "answer";
  if (status !== "open") return "over";
  switch (progress.rating) {
    case "off_track":
    case "at_risk":
    case "not_met":
    case "not_reported":
      return "behind";
    default:
      return isLate(target, day) ? "behind" : "going";
  }
}

const order: readonly TargetItem["progress"]["rating"][] = [
  "off_track",
  "not_met",
  "not_reported",
  "at_risk",
];

/** Off track before at risk; otherwise as the server gives them, the latest change first. */
function worstFirst(one: TargetItem, other: TargetItem): number {
  const place = ({ progress }: TargetItem) => {
    const found = order.indexOf(progress.rating);
    return found < 0 ? order.length : found;
  };
  return place(one) - place(other);
}

type Props = { targets: readonly TargetItem[]; day: string; effectiveOn: string | undefined };

export function TargetGroups({ targets, day, effectiveOn }: Props) {
  const shown = groups.flatMap((group) => {
    const rows = targets.filter((target) => groupOf(target, day) === group).toSorted(worstFirst);
    return rows.length === 0 ? [] : [{ group, rows }];
  });
  return shown.map(({ group, rows }) => (
    <Section key={group} heading={<GroupName group={group} count={rows.length} />}>
      {group === "over" && shown.length > 1 ? (
        <Disclosure summary={<Plural value={rows.length} one="Show it" other="Show all #" />}>
          <TargetsTable rows={rows} day={day} effectiveOn={effectiveOn} group={group} />
        </Disclosure>
      ) : (
        <TargetsTable rows={rows} day={day} effectiveOn={effectiveOn} group={group} />
      )}
    </Section>
  ));
}

function GroupName({ group, count }: { group: Group; count: number }) {
  switch (group) {
    case "behind":
      return <Trans>Off track, at risk or missing a result, {count}</Trans>;
    case "answer":
      return <Trans>To be agreed or opened, {count}</Trans>;
    case "going":
      return <Trans>On track, or too early to say, {count}</Trans>;
    case "over":
      return <Trans>Over, {count}</Trans>;
  }
}

type TableProps = { rows: readonly TargetItem[]; day: string; effectiveOn: string | undefined; group: Group };

function TargetsTable({ rows, day, effectiveOn, group }: TableProps) {
  const { t } = useLingui();
  const dated = effectiveOn ? { effective_on: effectiveOn } : {};
  const columns: Column<TargetItem>[] = [
    {
      id: "name",
      header: t`Target`,
      cell: (target) => (
        <>
          <Link to="/targets/$targetId" params={{ targetId: target.id }} search={dated}>
            {target.name}
          </Link>
          <small>
            {target.partner.name}, {target.program.name}
          </small>
          <small>
            <Where target={target} />
          </small>
        </>
      ),
    },
    { id: "standing", header: t`Stands`, cell: (target) => <StandingTag target={target} /> },
    { id: "so-far", header: t`So far`, cell: (target) => <SoFar target={target} day={day} /> },
    { id: "goal", header: t`Target value`, short: t`Target`, cell: (target) => <Goal target={target} /> },
  ];
  if (group === "behind" || group === "going")
    columns.push({
      id: "due",
      header: t`Next result`,
      cell: (target) => <NextResult target={target} day={day} isToday={effectiveOn === undefined} />,
    });
  return (
    <DataTable
      caption={<GroupName group={group} count={rows.length} />}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

function Where({ target }: { target: TargetItem }): ReactNode {
  const [only] = target.schools;
  if (target.school_count === 1 && only) return only.name;
  return <Plural value={target.school_count} one="# school" other="# schools" />;
}

function SoFar({ target, day }: { target: TargetItem; day: string }) {
  const { progress, baseline_value: baseline, target_value: goal } = target;
  if (progress.suppressed) return <Hidden why="privacy" />;
  const value = progress.latest.value;
  const most = target.unit === "percent" ? 100 : Math.max(goal ?? 0, value ?? 0, baseline ?? 0) * 1.1;
  return (
    <>
      {rowFinding(target)}
      {goal !== null && value !== null && (
        <div className={styles.bullet}>
          <BulletMark value={value} target={goal} baseline={baseline} range={[0, most || 1]} />
        </div>
      )}
      {progress.as_of_on && (
        <small>
          {formatDay(progress.as_of_on)}, {age(progress.as_of_on, day)}
          {progress.is_provisional && (
            <>
              , <Trans>not all verified</Trans>
            </>
          )}
        </small>
      )}
    </>
  );
}

function Goal({ target }: { target: TargetItem }) {
  if (target.target_value === null) return <Trans>None, it informs only</Trans>;
  const mark = inUnit(target.unit)(target.target_value);
  const by = formatDay(target.period_ends_on);
  return (
    <>
      {mark}
      <small>
        <Trans>by {by}</Trans>
      </small>
    </>
  );
}

function NextResult({ target, day, isToday }: { target: TargetItem; day: string; isToday: boolean }) {
  const { t } = useLingui();
  const on = target.progress.result_due_on;
  const when = on === null ? null : due(on, day);
  const name = target.name;
  return (
    <>
      <span className={styles.when}>
        {when === null ? (
          <Trans>No date agreed</Trans>
        ) : when.late ? (
          <strong>{when.words}</strong>
        ) : (
          when.words
        )}
      </span>
      {target.may_enter && isToday && (
        <small>
          <Link
            to="/targets/$targetId/enter"
            params={{ targetId: target.id }}
            aria-label={t`Add results: ${name}`}
          >
            <Trans>Add results</Trans>
          </Link>
        </small>
      )}
    </>
  );
}

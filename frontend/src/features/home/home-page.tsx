/** Home: what needs attention, then who may be at school today, and for a partner the grid of what is missing. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { TaskRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { addressOf } from "@/lib/address";
import { due, formatDay } from "@/lib/dates";
import { isPartnerStaff, schoolsOf } from "@/lib/session";
import { LinkButton } from "@/ui/actions/link-button";
import { Figures } from "@/ui/data/figures";
import { EmptyState } from "@/ui/feedback/empty-state";
import { DayDial } from "./day-dial";
import { TaskGroup, type Task } from "@/ui/lists/task-list";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { tasksQuery } from "./api";
import { figureLabel } from "./figure-words";
import { PartnerGrid } from "./partner-grid";
import { taskTitle, taskWhere } from "./task-words";
import { WhoMayEnter } from "./who-may-enter";

const most = 7;
const groups = ["overdue", "this_week", "later"] as const;

export function HomePage({ effectiveOn }: { effectiveOn?: string | undefined }) {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const { items, figures, effective_on: today } = useSuspenseQuery(tasksQuery(effectiveOn)).data;
  const late = items.filter((task) => task.urgency === "overdue").length;
  const schools = schoolsOf(me);
  return (
    <>
      <PageHead
        title={t`Home`}
        heading={
          items.length === 0 ? (
            <Trans>Nothing needs your attention</Trans>
          ) : late > 0 ? (
            <Plural value={late} one="# thing is overdue" other="# things are overdue" />
          ) : (
            <Plural
              value={items.length}
              one="# thing needs your attention"
              other="# things need your attention"
            />
          )
        }
        asOf={
          <DayDial
            day={today}
            onChange={(day) => void navigate({ to: "/", search: day ? { effective_on: day } : {} })}
          />
        }
      />
      {items.length === 0 && (
        <EmptyState title={<Trans>All done for {formatDay(today)}.</Trans>}>
          <Trans>New tasks appear here when somebody waits for you.</Trans>
        </EmptyState>
      )}
      {groups.map((urgency) => (
        <Group
          key={urgency}
          urgency={urgency}
          tasks={items.filter((task) => task.urgency === urgency)}
          today={today}
        />
      ))}
      {isPartnerStaff(me) && <PartnerGrid effectiveOn={effectiveOn} />}
      {schools !== "all" &&
        !isPartnerStaff(me) &&
        schools.map((school) => <WhoMayEnter key={school} schoolId={school} effectiveOn={effectiveOn} />)}
      {figures.length > 0 && (
        <Section heading={<Trans>In numbers</Trans>}>
          <Figures
            figures={figures.map((figure) => ({
              key: figure.key,
              value: figure.value,
              ...(figure.of !== null && { whole: <Trans>of {figure.of}</Trans> }),
              label: figureLabel(figure.key),
            }))}
          />
        </Section>
      )}
    </>
  );
}

type GroupProps = { urgency: TaskRead["urgency"]; tasks: readonly TaskRead[]; today: string };

function Group({ urgency, tasks, today }: GroupProps) {
  const [all, setAll] = useState(false);
  if (tasks.length === 0) return null;
  const heading =
    urgency === "overdue" ? (
      <Trans>Overdue</Trans>
    ) : urgency === "this_week" ? (
      <Trans>This week</Trans>
    ) : (
      <Trans>Later</Trans>
    );
  return (
    <TaskGroup
      heading={heading}
      count={tasks.length}
      tasks={(all ? tasks : tasks.slice(0, most)).map((task) => asTask(task, today))}
      more={
        tasks.length > most &&
        !all && (
          <LinkButton onClick={() => setAll(true)}>
            <Trans>Show all {tasks.length}</Trans>
          </LinkButton>
        )
      }
    />
  );
}

function asTask(task: TaskRead, today: string): Task {
  const when = task.due_on === null ? null : due(task.due_on, today);
  const page = addressOf(task.object_type, task.id);
  const address =
    task.kind === "need_without_program"
      ? `${page}/fits`
      : task.kind === "result_due"
        ? `${page}/enter`
        : page;
  return {
    key: `${task.kind} ${task.id} ${task.school?.id ?? ""}`,
    link: <a href={address}>{taskTitle(task)}</a>,
    why: taskWhere(task),
    ...(when && (when.late ? { late: when.words } : { when: when.words })),
  };
}

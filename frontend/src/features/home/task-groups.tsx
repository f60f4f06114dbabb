/** Tasks as Overdue, This week and Later; seven of each at most until somebody asks for all. */
import { Plural, Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { TaskRead } from "@/api/gen/types.gen";
import { type Day, daysBetween, due } from "@/lib/dates";
import { LinkButton } from "@/ui/actions/link-button";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { TaskGroup, type Task } from "@/ui/lists/task-list";
import { taskAddress, taskTitle, taskWhy } from "./task-words";

const most = 7;
const groups = ["overdue", "this_week", "later"] as const;

type GroupsProps = { tasks: readonly TaskRead[]; day: Day; isPartnerStaff?: boolean };

export function TaskGroups({ tasks, day, isPartnerStaff = false }: GroupsProps) {
  return groups.map((urgency) => (
    <Group
      key={urgency}
      urgency={urgency}
      tasks={tasks.filter((task) => task.urgency === urgency)}
      day={day}
      isPartnerStaff={isPartnerStaff}
    />
  ));
}

type Props = { urgency: TaskRead["urgency"]; tasks: readonly TaskRead[]; day: Day; isPartnerStaff: boolean };

function Group({ urgency, tasks, day, isPartnerStaff }: Props) {
  const [all, setAll] = useState(false);
  if (tasks.length === 0) return null;
  const shown = all ? tasks : tasks.slice(0, most);
  return (
    <TaskGroup
      heading={<Heading urgency={urgency} />}
      count={tasks.length}
      tasks={shown.map((task) => asTask(task, day, isPartnerStaff))}
      more={
        shown.length < tasks.length && (
          <LinkButton onClick={() => setAll(true)}>
            <Trans>Show all {tasks.length}</Trans>
          </LinkButton>
        )
      }
    />
  );
}

function Heading({ urgency }: { urgency: TaskRead["urgency"] }) {
  if (urgency === "overdue") return <Trans>Overdue</Trans>;
  return urgency === "this_week" ? <Trans>This week</Trans> : <Trans>Later</Trans>;
}

function asTask(task: TaskRead, day: Day, isPartnerStaff: boolean): Task {
  return {
    key: `${task.kind} ${task.id} ${task.school?.id ?? ""}`,
    link: <Link to={taskAddress(task)}>{taskTitle(task)}</Link>,
    why: taskWhy(task, isPartnerStaff),
    ...ending(task, day),
  };
}

/** At the right: how late, when, or the one word that says why it is here. */
function ending(task: TaskRead, day: Day): Pick<Task, "when" | "late" | "tag"> {
  if (task.kind === "need_without_program")
    return {
      tag: (
        <StatusTag look="bad">
          <Trans>No program</Trans>
        </StatusTag>
      ),
    };
  if (task.due_on === null) return {};
  if (task.kind === "agreement_ending" && !task.rests && task.due_on >= day)
    return {
      tag: (
        <StatusTag look="warn">
          <Plural
            value={daysBetween(day, task.due_on)}
            _0="Ends today"
            one="Ends in # day"
            other="Ends in # days"
          />
        </StatusTag>
      ),
    };
  const { late, words } = due(task.due_on, day);
  return late ? { late: words } : { when: words };
}

/** What waits in the reader's other districts, under their names; opening it goes there, without a password. */
import { plural, t } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { DistrictTasks, TaskRead } from "@/api/gen/types.gen";
import { isPartnerStaff } from "@/lib/session";
import { useSession } from "@/features/auth";
import { due } from "@/lib/dates";
import { TaskGroup, type Task } from "@/ui/lists/task-list";
import { Section } from "@/ui/page/section";
import { tasksElsewhereQuery } from "./api";
import { Arriving } from "./arriving";
import { GoThere } from "./go-there";
import { taskAddress, taskTitle, taskWhy } from "./task-words";

export function Elsewhere() {
  const { t: say } = useLingui();
  const query = useQuery(tasksElsewhereQuery);
  return (
    <Section
      heading={<Trans>In your other districts</Trans>}
      note={<Trans>Each as it is there today. Opening one takes you there.</Trans>}
    >
      <Arriving query={query} label={say`Loading your other districts`} count={2}>
        {({ items }) => items.map((place) => <Place key={place.district.slug} place={place} />)}
      </Arriving>
    </Section>
  );
}

function Place({ place }: { place: DistrictTasks }) {
  const me = useSession();
  const { district, count, items } = place;
  const go = (to: string, words: string) => (
    <GoThere isHere={false} tenant={district.slug} to={to}>
      {words}
    </GoThere>
  );
  const tasks = items.map((task) => asTask(task, place, go, isPartnerStaff(me)));
  const rest = count - items.length;
  return (
    <TaskGroup
      level={3}
      heading={district.name}
      count={count}
      tasks={tasks}
      more={
        <>
          {count === 0 && (
            <>
              <Trans>Nothing waits for you there.</Trans>{" "}
            </>
          )}
          {go("/", rest > 0 ? moreWords(rest, district.name) : t`Go to ${district.name}`)}
        </>
      }
    />
  );
}

function moreWords(rest: number, name: string): string {
  return plural(rest, { one: `# more in ${name}`, other: `# more in ${name}` });
}

function asTask(
  task: TaskRead,
  { effective_on: day }: DistrictTasks,
  go: (to: string, words: string) => Task["link"],
  isPartnerStaffThere: boolean,
): Task {
  const ending = task.due_on === null ? null : due(task.due_on, day);
  return {
    key: `${task.kind} ${task.id} ${task.school?.id ?? ""}`,
    link: go(taskAddress(task), taskTitle(task)),
    why: taskWhy(task, isPartnerStaffThere),
    ...(ending ? (ending.late ? { late: ending.words } : { when: ending.words }) : {}),
  };
}

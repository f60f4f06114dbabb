/** Home of a partner's people: the one next thing, then every school in every district and what is missing there. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { TaskRead } from "@/api/gen/types.gen";
import { listOf } from "@/lib/lists";
import { ButtonLink } from "@/ui/actions/link";
import { NextBox } from "@/ui/page/next-box";
import { gridQuery, tasksQuery } from "./api";
import { Arriving } from "./arriving";
import { attention, countTasks } from "./findings";
import { linesOf, type Line } from "./grid-cells";
import { owed, reach } from "./grid-findings";
import { HomeHead } from "./home-head";
import { PartnerGrid } from "./partner-grid";
import { OtherDistricts } from "./other-districts";
import type { HomeSearch } from "./search";
import { TaskGroups } from "./task-groups";
import { taskAddress, taskTitle, taskWhy } from "./task-words";

export function PartnerHome({ search }: { search: HomeSearch }) {
  const { t } = useLingui();
  const effectiveOn = search.effective_on;
  const { items, effective_on: day } = useSuspenseQuery(tasksQuery(effectiveOn)).data;
  const grid = useQuery(gridQuery(effectiveOn));
  const tenants = grid.data?.tenants ?? [];
  const lines = linesOf(
    grid.data?.items ?? [],
    (slug) => tenants.find((tenant) => tenant.slug === slug)?.effective_on ?? day,
  );
  const [next, ...rest] = items;
  return (
    <>
      <HomeHead
        finding={grid.data ? owed(lines) : attention(countTasks(items))}
        lead={grid.data && reach(lines, tenants.length)}
        day={day}
      />
      {next && <Next task={next} lines={lines} />}
      <TaskGroups tasks={rest} day={day} isPartnerStaff />
      <OtherDistricts />
      <Arriving query={grid} label={t`Loading your schools`} count={8}>
        {() => (
          <PartnerGrid
            lines={lines}
            tenants={tenants}
            only={search.only === "missing"}
            effectiveOn={effectiveOn}
          />
        )}
      </Arriving>
    </>
  );
}

function Next({ task, lines }: { task: TaskRead; lines: readonly Line[] }) {
  const to = taskAddress(task);
  const schools = lines.filter(({ cells }) => cells.results.to === to).map(({ school }) => school.name);
  return (
    <NextBox
      who={<Trans>Next for you</Trans>}
      heading={taskTitle(task)}
      action={
        <ButtonLink kind="primary" to={to}>
          {task.kind === "result_due" ? <Trans>Enter results</Trans> : <Trans>Open it</Trans>}
        </ButtonLink>
      }
    >
      {schools.length > 0 && (
        <>
          <Plural
            value={schools.length}
            one={`${listOf(schools)} still owes its results.`}
            other={`${listOf(schools)} still owe theirs.`}
          />{" "}
        </>
      )}
      {taskWhy(task, true)}
    </NextBox>
  );
}

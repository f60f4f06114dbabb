/** The way of a partnership as steps: what is done, where it stands, what is still to come. */
import { t } from "@lingui/core/macro";
import { formatDay } from "@/lib/dates";
import type { Step } from "@/ui/lists/steps";
import type { Partnership } from "./api";
import type { Stage } from "./search";
import { stageName } from "./words";

const way: readonly Stage[] = ["exploring", "planning", "ready_check", "active"];

/** The four stages of the way, the third with how much is missing; one that left the way ends where it left. */
export function stageSteps(partnership: Partnership): Step[] {
  const { stage, started_on: started, ended_on: ended } = partnership;
  if (stage === "not_a_fit") return [];
  const hasWorked = stage === "paused" || stage === "ended";
  const at = hasWorked ? 3 : way.indexOf(stage);
  const steps = way.map((name, index): Step => ({
    key: name,
    name: stageName(name),
    state: index < at || (hasWorked && index === 3) ? "done" : index === at ? "current" : "ahead",
    ...(name === "active" && started !== null && { note: since(started) }),
  }));
  if (!hasWorked) return steps;
  return [
    ...steps,
    { key: stage, name: stageName(stage), state: "current", ...(ended && { note: formatDay(ended) }) },
  ];
}

function since(day: string): string {
  const on = formatDay(day);
  return t`since ${on}`;
}

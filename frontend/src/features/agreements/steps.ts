/** The five steps on the way to being in force, as the page shows them. */
import { t } from "@lingui/core/macro";
import type { Step } from "@/ui/lists/steps";
import type { Agreement } from "./api";
import { near } from "./days";
import { sides, soFar } from "./findings";
import { statusName } from "./words";

type StepRead = Agreement["steps"][number];

function stepName(key: StepRead["key"], state: StepRead["state"]): string {
  const names: Record<StepRead["key"], string> = {
    drafted: state === "current" ? t`Draft` : t`Drafted`,
    submitted: t`Sent for review`,
    review: t`In review`,
    signatures: t`Signatures`,
    in_force: t`In force`,
  };
  return names[key];
}

function note(step: StepRead, agreement: Agreement): string | undefined {
  switch (step.state) {
    case "done": {
      const day = step.on ? near(step.on, agreement.as_of) : undefined;
      const by = step.by;
      if (day && by) return t`${day}, ${by}`;
      return day ?? by ?? undefined;
    }
    case "ahead": {
      if (step.key === "signatures") return t`Two people`;
      if (step.key !== "in_force") return undefined;
      const day = near(agreement.effective_on ?? agreement.starts_on, agreement.as_of);
      return t`From ${day}, if signed`;
    }
    case "stopped": {
      const status = statusName(
        agreement.status === "executed" ? agreement.effective_status : agreement.status,
      );
      const day = step.since_on ? near(step.since_on, agreement.as_of) : undefined;
      return day ? t`${status}, ${day}` : status;
    }
    case "current":
      return current(step, agreement);
  }
}

function current(step: StepRead, agreement: Agreement): string {
  const since = step.since_on ? near(step.since_on, agreement.as_of) : "";
  const last = near(agreement.ends_on, agreement.as_of);
  switch (agreement.effective_status) {
    case "scheduled": {
      const day = near(agreement.effective_on ?? agreement.starts_on, agreement.as_of);
      return t`From ${day}`;
    }
    case "active":
    case "expiring_soon":
      return t`Since ${since}, to ${last}`;
    case "expired":
      return t`Ended ${last}`;
    case "suspended":
      return t`On hold since ${since}`;
    default: {
      const days = soFar(step.days ?? 0);
      if (step.waits_for.length === 0) return days;
      const who = sides(step.waits_for);
      return t`${days}, with ${who}`;
    }
  }
}

export function stepsOf(agreement: Agreement): Step[] {
  return agreement.steps.map((step) => ({
    key: step.key,
    name: stepName(step.key, step.state),
    note: note(step, agreement),
    state: step.state === "stopped" ? "current" : step.state,
  }));
}

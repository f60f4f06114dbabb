/** A route in plain words. */
import { t } from "@lingui/core/macro";
import { listOf } from "@/lib/lists";
import type { Route, RouteStep } from "./api";

export function stepName(step: RouteStep): string {
  const names: Record<RouteStep, string> = {
    legal: t`legal review`,
    risk: t`risk review`,
    privacy: t`privacy review`,
    board: t`the board’s vote`,
  };
  return names[step];
}

/** “First legal review, then risk review. Last the board’s vote.” */
export function reviewedBy(route: Pick<Route, "steps" | "is_in_order">): string {
  const steps = route.steps.filter((step) => step !== "board").map(stepName);
  const goesToBoard = route.steps.includes("board");
  const [first, second, third] = steps;
  if (first === undefined) return goesToBoard ? t`The office, then the board’s vote.` : t`The office alone.`;
  const last = goesToBoard ? ` ${t`Last of all the board’s vote.`}` : "";
  if (second === undefined) return t`The office and ${first}.` + last;
  if (!route.is_in_order) {
    const all = listOf(steps);
    return t`The office and, side by side, ${all}.` + last;
  }
  const order =
    third === undefined
      ? t`first ${first}, then ${second}`
      : t`first ${first}, then ${second}, then ${third}`;
  return t`The office and, in this order, ${order}.` + last;
}

export function signedBy(order: Route["signing_order"]): string {
  const words: Record<Route["signing_order"], string> = {
    any: t`Both sides sign in any order.`,
    partner_first: t`The partner signs first, then the district.`,
    district_first: t`The district signs first, then the partner.`,
  };
  return words[order];
}

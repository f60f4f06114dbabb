/** How a target stands, in a tag. */
import type { TargetItem } from "@/api/gen/types.gen";
import { StatusTag } from "@/ui/data/status-tag";
import { standing } from "./words";

export function Standing({ target }: { target: Pick<TargetItem, "status" | "progress"> }) {
  const { look, words } = standing(target);
  return <StatusTag look={look}>{words}</StatusTag>;
}

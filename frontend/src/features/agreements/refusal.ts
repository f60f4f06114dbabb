/** Why a step was refused, when the server says what is missing or that the text is another one. */
import { t } from "@lingui/core/macro";
import { problemSentence } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { needName } from "./needs";

export function refusal(error: unknown): string | null {
  if (!isApiError(error)) return null;
  if (error.isConflict)
    return t`Somebody changed this agreement meanwhile. Close this, read it again, then decide.`;
  if (error.slug === "another-text")
    return t`The text was changed since you opened this. Close it and read it again before you sign.`;
  if (error.status === 403) return t`This step is somebody else’s to take.`;
  if (error.status !== 409) return null;
  const needs = error.problem["needs"];
  const missing = Array.isArray(needs) ? needs.filter((each) => typeof each === "string").map(needName) : [];
  const list = missing.join("; ");
  return list
    ? t`This is still missing: ${list}.`
    : t`It stands elsewhere by now, so this step is no longer possible. Close this and read it again.`;
}

/** Why a file was not taken: what is wrong with it says more than that it was refused. */
export function fileProblem(error: unknown): string {
  return (isApiError(error) && error.fields[0]?.message) || problemSentence(error);
}

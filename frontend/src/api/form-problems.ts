/** Puts a problem document's field errors into a form, and what belongs to no field above it. */
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { t } from "@lingui/core/macro";
import { isApiError } from "./problem";

/** Registered names are the form's own paths; anything the server names beyond them is said at the top. */
function isPathOf<T extends FieldValues>(form: UseFormReturn<T>, field: string): field is Path<T> {
  const root = field.split(".")[0] ?? "";
  return root in form.getValues();
}

export function showProblem<T extends FieldValues>(form: UseFormReturn<T>, error: unknown): void {
  const loose: string[] = [];
  if (isApiError(error)) {
    for (const { field, message } of error.fields) {
      if (isPathOf(form, field)) form.setError(field, { type: "server", message });
      else loose.push(message);
    }
    if (error.fields.length > 0 && loose.length === 0) return;
  }
  form.setError("root.server", { type: "server", message: loose.join(" ") || problemSentence(error) });
}

/** As `showProblem`, where the feature has its own words for some refusals; null leaves it to the problem document. */
export function showRefusal<T extends FieldValues>(
  form: UseFormReturn<T>,
  error: unknown,
  why: string | null,
): void {
  if (why) form.setError("root.server", { type: "server", message: why });
  else showProblem(form, error);
}

/** One sentence for a person: what happened and what to do. */
export function problemSentence(error: unknown): string {
  if (!isApiError(error)) return t`Something went wrong on this page. Reload it and try again.`;
  if (error.isOffline)
    return t`No answer came. Check the connection and try again; what you entered is kept.`;
  if (error.isConflict) return t`Somebody changed this since you opened it. What you entered is kept.`;
  if (error.status >= 500)
    return t`Something went wrong on our side. Try again in a moment; what you entered is kept.`;
  return error.detail ?? error.title;
}

/** Puts what the server refuses of a draft's text to its fields, and of its standing terms to the section that says it. */
import type { UseFormReturn } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import type { AgreementValues } from "../form-model";
import { sectionField } from "./sections";
import { textProblem } from "./words";

export function refuseText(form: UseFormReturn<AgreementValues>, error: unknown): void {
  showProblem(form, error);
  if (!isApiError(error)) return;
  // the server counts lines where the form has one field
  form.clearErrors("sections");
  for (const { field, code, message } of error.fields) {
    if (field.split(".")[0] !== "sections") continue;
    const words = textProblem(code, message);
    form.setError(sectionField(field) ?? "root.server", { type: "server", message: words });
  }
}

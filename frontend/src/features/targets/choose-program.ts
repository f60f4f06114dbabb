/** What choosing a program changes besides: its schools are chosen anew, and words that fit it are suggested. */
import type { DraftForm } from "./draft";

export function chooseProgram(
  form: DraftForm,
  id: string,
  name: string | undefined,
  words: (name: string) => string,
) {
  form.setValue("program_id", id, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  form.setValue("partnership_ids", []);
  form.setValue("need_id", "");
  if (name && !form.formState.dirtyFields.population_words) form.setValue("population_words", words(name));
}

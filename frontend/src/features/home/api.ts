/** What needs attention, who may enter, and a partner's grid, on the day shown. */
import {
  getMyGridOptions,
  listMyTasksElsewhereOptions,
  listMyTasksOptions,
  listSchoolEntriesOptions,
  listSpreadsheetsOptions,
} from "@/api/gen/@tanstack/react-query.gen";

function on(effectiveOn: string | undefined) {
  return effectiveOn ? { query: { effective_on: effectiveOn } } : {};
}

export const tasksQuery = (effectiveOn?: string) => listMyTasksOptions(on(effectiveOn));
/** What is done there is not told here: asked again each time. */
export const tasksElsewhereQuery = { ...listMyTasksElsewhereOptions(), staleTime: 0 };
export const gridQuery = (effectiveOn?: string) => getMyGridOptions(on(effectiveOn));
export const entriesQuery = (school: string, effectiveOn?: string) =>
  listSchoolEntriesOptions({ path: { school_id: school }, ...on(effectiveOn) });

/** The office's newest spreadsheets, to find those left half-way. */
export const spreadsheetsQuery = listSpreadsheetsOptions({ query: { limit: 5 } });

/** Reading a spreadsheet on its way in, and the steps that it takes. */
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { getSpreadsheetOptions, listSpreadsheetsOptions } from "@/api/gen/@tanstack/react-query.gen";
import {
  abandonSpreadsheet,
  addSchoolAlias,
  checkSpreadsheet,
  commitSpreadsheet,
  decideSpreadsheet,
  listSpreadsheetProblems,
  matchSpreadsheet,
  uploadSpreadsheet,
} from "@/api/gen/sdk.gen";
import { awaitHeading } from "@/lib/heading-focus";
import type { Decisions, Matching, SpreadsheetRead } from "@/api/gen/types.gen";

export type Spreadsheet = SpreadsheetRead;
export type Sheet = Spreadsheet["sheets"][number];
export type Outcome = NonNullable<Spreadsheet["outcome"]>;
export type Question = Outcome["questions"][number];

export function spreadsheetsQuery() {
  return listSpreadsheetsOptions({ query: { limit: 20 } });
}

/** While the worker has it, it is read again and again until it is done or has failed. */
export function spreadsheetQuery(id: string) {
  return {
    ...getSpreadsheetOptions({ path: { spreadsheet_id: id } }),
    refetchInterval: ({ state }: { state: { data?: Spreadsheet | undefined } }) =>
      state.data && isWorkedOn(state.data) ? 1000 : false,
  };
}

export function isWorkedOn({ work }: Spreadsheet): boolean {
  return work !== null && work.failed === null;
}

export type ProblemKind = Outcome["problem_kinds"][number];

/** The rows of one kind of problem, a page at a time. Another list after each check: the version belongs to it. */
export function problemsQuery(sheet: Spreadsheet, { weight, code }: ProblemKind) {
  return infiniteQueryOptions({
    queryKey: ["spreadsheet problems", sheet.id, sheet.version, weight, code],
    queryFn: async ({ pageParam }) =>
      (
        await listSpreadsheetProblems({
          path: { spreadsheet_id: sheet.id },
          query: { weight, code, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
          throwOnError: true,
        })
      ).data,
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function useUpload() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) =>
      (await uploadSpreadsheet({ query: { name: file.name }, body: file, throwOnError: true })).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: [{ _id: "listSpreadsheets" }] }),
  });
}

export type Act =
  | { kind: "match"; matching: Matching }
  | { kind: "check" }
  | { kind: "decide"; decisions: Decisions }
  | { kind: "know"; school: string; name: string }
  | { kind: "commit" };

async function perform(sheet: Spreadsheet, act: Act): Promise<Spreadsheet> {
  const asked = { path: { spreadsheet_id: sheet.id }, headers: ifMatch(sheet), throwOnError: true } as const;
  switch (act.kind) {
    case "match": {
      const matched = (await matchSpreadsheet({ ...asked, body: act.matching })).data;
      const hasMoved = act.matching.sheets.some(
        (each, place) => each.header_row !== sheet.sheets[place]?.header_row,
      );
      return hasMoved ? matched : perform(matched, { kind: "check" });
    }
    case "check":
      return (await checkSpreadsheet(asked)).data;
    case "decide":
      return (await decideSpreadsheet({ ...asked, body: act.decisions })).data;
    case "know":
      await addSchoolAlias({ body: { school_id: act.school, name: act.name }, throwOnError: true });
      return (await checkSpreadsheet(asked)).data;
    case "commit":
      return (await commitSpreadsheet(asked)).data;
  }
}

/** One step; the page shows its outcome at once. What was written is read anew everywhere. */
export function useAct(sheet: Spreadsheet) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: Act) => perform(sheet, act),
    onSuccess: async (now, act) => {
      // what was pressed is gone when the step is done: reading goes on at the heading of what came of it
      if (act.kind === "commit" || act.kind === "match") awaitHeading();
      else document.getElementById(act.kind)?.focus({ preventScroll: true });
      queries.setQueryData(spreadsheetQuery(now.id).queryKey, now);
      if (act.kind === "commit" && !isWorkedOn(now)) await queries.invalidateQueries();
    },
  });
}

export function useAbandon(sheet: Spreadsheet) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      abandonSpreadsheet({
        path: { spreadsheet_id: sheet.id },
        headers: ifMatch(sheet),
        throwOnError: true,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [{ _id: "listSpreadsheets" }] }),
  });
}

/** A step while it is taken. */
export type Acting = ReturnType<typeof useAct>;

/** Keeping a paper: begin or edit it, attach its scan, hand it in, take it back. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import {
  acceptPaper,
  addPaper,
  addPaperDocument,
  changePaper,
  rejectPaper,
  submitPaper,
  withdrawPaper,
} from "@/api/gen/sdk.gen";
import { paperQuery, useRenewed, type Paper } from "./api";
import { createPaper, writePaper, type Draft } from "./paper-draft";

type Kept = { draft: Draft; partnerId: string; file: File | null; paper: Paper | null };

/** What the form holds becomes the paper. Called again after a failure it goes on where it stopped. */
export function useKeepPaper(onKept: (paper: Paper, isFileKept: boolean) => void) {
  return useMutation({
    mutationFn: async ({ draft, partnerId, file, paper }: Kept) => {
      let kept = paper
        ? (
            await changePaper({
              path: { paper_id: paper.id },
              headers: ifMatch(paper),
              body: writePaper(draft),
              throwOnError: true,
            })
          ).data
        : (await addPaper({ body: createPaper(draft, partnerId), throwOnError: true })).data;
      onKept(kept, false);
      if (file) {
        const path = { paper_id: kept.id };
        const asked = { path, query: { name: file.name }, body: file, headers: ifMatch(kept) };
        kept = (await addPaperDocument({ ...asked, throwOnError: true })).data;
        onKept(kept, true);
      }
      return kept;
    },
    onSettled: useRenewed(),
  });
}

/** The record as it is now, past whatever is remembered. */
export function useReread() {
  const queries = useQueryClient();
  return (id: string) => queries.fetchQuery({ ...paperQuery(id), staleTime: 0 });
}

export type PaperVerb = "submit" | "accept" | "reject" | "withdraw";

async function perform(paper: Paper, verb: PaperVerb, reason: string): Promise<Paper> {
  const asked = { path: { paper_id: paper.id }, headers: ifMatch(paper), throwOnError: true } as const;
  switch (verb) {
    case "submit":
      return (await submitPaper(asked)).data;
    case "accept":
      return (await acceptPaper(asked)).data;
    case "reject":
      return (await rejectPaper({ ...asked, body: { reason } })).data;
    case "withdraw":
      return (await withdrawPaper({ ...asked, body: { reason } })).data;
  }
}

/** One step of a paper’s life; the record shows it at once, the rest is read again. */
export function usePaperStep() {
  const queries = useQueryClient();
  const renewed = useRenewed();
  return useMutation({
    mutationFn: ({ paper, verb, reason = "" }: { paper: Paper; verb: PaperVerb; reason?: string }) =>
      perform(paper, verb, reason),
    onSuccess: async (now) => {
      queries.setQueryData(paperQuery(now.id).queryKey, now);
      await renewed();
    },
  });
}

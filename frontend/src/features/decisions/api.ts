/** Opening a link, answering what it asks, and asking for another. */
import { queryOptions, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import {
  answerDecisions,
  askForNewLink,
  disownDecisions,
  getDecisions,
  getDecisionText,
  openDecisions,
  sendDecisionCode,
} from "@/api/gen/sdk.gen";
import type { AnswersWrite, DecisionsRead } from "@/api/gen/types.gen";
import { isApiError } from "@/api/problem";
import { offerLanguage } from "@/lib/i18n";
import { isOpenHere, keepOpen, takeSecret } from "./secret";

export type Asked = DecisionsRead;
export type Decision = Asked["items"][number];

/** A link as the page finds it: open, of no use any more (and why), or none at all. */
export type Found =
  { state: "open"; asked: Asked } | { state: "none" } | { state: "used" | "expired" | "revoked" | "unknown" };

const ends = {
  "decision-link-used": "used",
  "decision-link-expired": "expired",
  "decision-link-revoked": "revoked",
  "decision-link-not-known": "unknown",
} as const;

/** What a refusal says of the link itself; undefined for anything else that went wrong. */
export function endOf(error: unknown): Found | undefined {
  if (!isApiError(error)) return undefined;
  const found = Object.entries(ends).find(([slug]) => slug === error.slug);
  return found && { state: found[1] };
}

async function look(secret: string | null): Promise<Found> {
  if (secret === null && !isOpenHere()) return { state: "none" };
  try {
    const { data: asked } =
      secret === null
        ? await getDecisions({ throwOnError: true })
        : await openDecisions({ body: { token: secret }, throwOnError: true });
    keepOpen(true);
    await offerLanguage(asked.locale);
    return { state: "open", asked };
  } catch (error) {
    const end = endOf(error);
    if (!end) throw error;
    return end;
  }
}

export const decisionsQuery = queryOptions({
  queryKey: ["decisions"],
  queryFn: () => look(null),
  staleTime: Infinity,
  retry: false,
});

export async function loadDecisions(queries: QueryClient): Promise<void> {
  const secret = takeSecret();
  if (secret === null) {
    await queries.ensureQueryData(decisionsQuery);
    return;
  }
  refused = secret;
  queries.setQueryData(decisionsQuery.queryKey, await look(secret));
}

/** The link that this page was opened with, to ask for another in its place; gone with the page. */
let refused: string | null = null;

export function useLookAgain() {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...decisionsQuery, staleTime: 0 });
}

export const textQuery = (id: string) =>
  queryOptions({
    queryKey: ["decisions", id, "text"],
    queryFn: async () => (await getDecisionText({ path: { decision_id: id }, throwOnError: true })).data,
    staleTime: Infinity,
  });

export function useSendCode() {
  return useMutation({ mutationFn: () => sendDecisionCode({ throwOnError: true }) });
}

export function useAnswer() {
  return useMutation({
    mutationFn: async (body: AnswersWrite) => (await answerDecisions({ body, throwOnError: true })).data,
  });
}

export function useDisown() {
  return useMutation({
    mutationFn: (reason: string | null) => disownDecisions({ body: { reason }, throwOnError: true }),
    onSuccess: () => keepOpen(false),
  });
}

export function useAskForNewLink() {
  return useMutation({
    mutationFn: () => askForNewLink({ body: refused === null ? {} : { token: refused }, throwOnError: true }),
  });
}

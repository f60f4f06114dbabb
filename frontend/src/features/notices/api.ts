/** Reading one's notices and choosing what reaches one. */
import { infiniteQueryOptions, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import {
  getCalendarFeedOptions,
  getMailboxMessageOptions,
  getNoticePreferencesOptions,
  listMailboxInfiniteQueryKey,
  listNoticesInfiniteQueryKey,
} from "@/api/gen/@tanstack/react-query.gen";
import {
  changeMe,
  chooseNoticePreferences,
  getPartner,
  getSchool,
  listMailbox,
  listNotices,
  makeCalendarFeed,
  readAllNotices,
  readNotice,
  revokeCalendarFeed,
} from "@/api/gen/sdk.gen";
import type { Me, MeUpdate, PreferencesRead, PreferenceWrite } from "@/api/gen/types.gen";
import { sessionQuery } from "@/features/auth";
import type { NoticesSearch } from "./known-search";
import { unreadQuery } from "./unread";

export function noticesQuery(search: NoticesSearch) {
  const query = { ...search, limit: 25 };
  return infiniteQueryOptions({
    queryKey: listNoticesInfiniteQueryKey({ query }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      return (await listNotices({ query: { ...query, ...cursor }, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

function settle(queries: QueryClient) {
  return Promise.all([
    queries.invalidateQueries({ queryKey: unreadQuery().queryKey }),
    queries.invalidateQueries({ queryKey: [{ _id: "listNotices" }] }),
  ]);
}

export function useReadNotice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => readNotice({ path: { notice_id: id }, throwOnError: true }),
    onSuccess: () => settle(queries),
  });
}

/** Up to the newest that the reader has seen: what came since stays unread. */
export function useReadAll() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (until: string) => (await readAllNotices({ body: { until }, throwOnError: true })).data,
    onSuccess: () => settle(queries),
  });
}

export const preferencesQuery = () => getNoticePreferencesOptions();

export function useChoosePreferences() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ base, items }: { base: PreferencesRead; items: PreferenceWrite[] }) =>
      (await chooseNoticePreferences({ body: { items }, headers: ifMatch(base), throwOnError: true })).data,
    onSuccess: (now) => queries.setQueryData(preferencesQuery().queryKey, now),
  });
}

export function useRereadPreferences(): () => Promise<PreferencesRead> {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...preferencesQuery(), staleTime: 0 });
}

export const feedQuery = () => getCalendarFeedOptions();

/** The address is in this answer alone; nothing keeps it. */
export function useMakeFeed() {
  const queries = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: async () => (await makeCalendarFeed({ throwOnError: true })).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: feedQuery().queryKey }),
  });
}

export function useRevokeFeed() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => revokeCalendarFeed({ throwOnError: true }),
    onSuccess: () => queries.invalidateQueries({ queryKey: feedQuery().queryKey }),
  });
}

export function useChooseLocale() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (locale: MeUpdate["locale"]) => {
      await changeMe({ body: { locale }, throwOnError: true });
      return locale;
    },
    onSuccess: (locale) =>
      queries.setQueryData(
        sessionQuery.queryKey,
        (me) => me && { ...me, person: me.person && { ...me.person, locale } },
      ),
  });
}

/** The names of the schools and organizations that the roles here are held at, by their ids. */
export function placeNamesQuery(me: Me) {
  const schools = [...new Set(me.roles.flatMap((held) => held.school_ids))];
  const partners = [...new Set(me.roles.flatMap((held) => held.partner_id ?? []))];
  return {
    queryKey: ["place-names", me.tenant.id, schools, partners],
    queryFn: async (): Promise<Record<string, string>> => {
      const named = await Promise.all([
        ...schools.map((id) => getSchool({ path: { school_id: id }, throwOnError: true })),
        ...partners.map((id) => getPartner({ path: { partner_id: id }, throwOnError: true })),
      ]);
      return Object.fromEntries(named.map(({ data }) => [data.id, data.name]));
    },
  };
}

export function mailboxQuery() {
  return infiniteQueryOptions({
    queryKey: listMailboxInfiniteQueryKey(),
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam === "" ? {} : { cursor: pageParam };
      return (await listMailbox({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

export const letterQuery = (id: string) => getMailboxMessageOptions({ path: { mail_id: id } });

/** Outside a demonstration the API answers that there is no such thing, and so does the page. */
export function loadMailbox(queries: QueryClient) {
  return queries.ensureInfiniteQueryData(mailboxQuery());
}

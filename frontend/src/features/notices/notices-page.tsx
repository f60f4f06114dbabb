/** What happened that concerns the reader, day by day; opening one reads it. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { problemSentence } from "@/api/form-problems";
import type { NoticeRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { compact } from "@/lib/url-state";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { FilterBar, FilterSelect } from "@/ui/data/filter-bar";
import { ShowMore } from "@/ui/data/show-more";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { PageHead } from "@/ui/page/page-head";
import { noticesQuery, preferencesQuery, useReadAll } from "./api";
import { byDay, dayHeading } from "./days";
import { kindName } from "./kind-names";
import { kinds } from "./kinds";
import { NoticeList } from "./notice-list";
import styles from "./notices.module.css";
import { knownSearch, type NoticesSearch } from "./known-search";
import type { AskedNotices } from "./search";
import { unreadQuery } from "./unread";

export function NoticesPage({ asked }: { asked: AskedNotices }) {
  const search = knownSearch(asked);
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const list = useInfiniteQuery(noticesQuery(search));
  const waiting = useQuery(unreadQuery()).data;
  const readAll = useReadAll();
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const newest = rows[0]?.created_at;
  const isNarrowed = search.unread !== undefined || search.kind !== undefined;
  const change = (next: NoticesSearch | { unread: undefined } | { kind: undefined }) =>
    void navigate({ to: "/notices", search: compact({ ...search, ...next }), replace: true });
  const clear = () => void navigate({ to: "/notices", search: {}, replace: true });
  const mayReadAll = waiting !== undefined && waiting.unread > 0 && newest !== undefined && !isNarrowed;
  return (
    <>
      <PageHead
        title={t`Notices`}
        heading={<Finding unread={waiting?.unread} />}
        lead={
          <Trans>
            What happened that concerns you. <Link to="/account">Choose what reaches you</Link>
          </Trans>
        }
        action={
          mayReadAll && (
            <Button
              onClick={() => readAll.mutate(newest)}
              working={readAll.isPending ? <Trans>Marking…</Trans> : undefined}
            >
              <Trans>Mark all as read</Trans>
            </Button>
          )
        }
      />
      <Said read={readAll.data?.read} failure={readAll.error} />
      <NoticeFilters search={search} onChange={change} onClear={isNarrowed ? clear : undefined} />
      {list.isError && (
        <div className={styles.notice}>
          <Notice
            kind="bad"
            live
            title={t`The notices could not be loaded`}
            actions={
              <Button small onClick={() => void list.refetch()}>
                <Trans>Try again</Trans>
              </Button>
            }
          >
            {problemSentence(list.error)}
          </Notice>
        </div>
      )}
      {list.isPending && !list.isError ? (
        <Skeleton label={t`Loading notices`} />
      ) : rows.length === 0 && !list.isError ? (
        <Nothing search={search} onClear={clear} />
      ) : (
        <>
          <Newer
            newest={isNarrowed ? undefined : newest}
            arrived={waiting?.newest_at}
            onShow={() => void list.refetch()}
          />
          <Days notices={rows} today={me.tenant.today} timeZone={me.tenant.time_zone} />
          <ShowMore
            shown={rows.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </>
  );
}

function Finding({ unread }: { unread: number | undefined }) {
  if (unread === undefined) return <Trans>Notices</Trans>;
  return (
    <Plural
      value={unread}
      _0="You have read every notice"
      one="# notice you have not read"
      other="# notices you have not read"
    />
  );
}

/** The button is gone once it has worked, so what it did takes the focus. */
function Said({ read, failure }: { read: number | undefined; failure: Error | null }) {
  if (failure)
    return (
      <div className={styles.notice}>
        <Notice kind="bad" live title={<Trans>They could not be marked as read</Trans>}>
          {problemSentence(failure)}
        </Notice>
      </div>
    );
  if (read === undefined) return null;
  return (
    <div className={styles.notice}>
      <Notice kind="good" focus>
        <Plural value={read} one="# notice is marked as read." other="# notices are marked as read." />
      </Notice>
    </div>
  );
}

type FiltersProps = {
  search: NoticesSearch;
  onChange: (next: NoticesSearch | { unread: undefined } | { kind: undefined }) => void;
  onClear: (() => void) | undefined;
};

/** Only the kinds that can reach this person are offered, once they are known. */
function NoticeFilters({ search, onChange, onClear }: FiltersProps) {
  const { t } = useLingui();
  const mine = useQuery(preferencesQuery()).data?.items.map(({ kind }) => kind);
  const offered = kinds.filter((kind) => kind === search.kind || mine === undefined || mine.includes(kind));
  return (
    <FilterBar label={t`notices`} onClear={onClear}>
      <FilterSelect
        label={t`Read or not`}
        value={search.unread ? "unread" : undefined}
        any={t`All notices`}
        options={[{ value: "unread", label: t`Only unread` }]}
        onChange={(word) => onChange(word ? { unread: true } : { unread: undefined })}
      />
      <FilterSelect
        label={t`About`}
        value={search.kind}
        any={t`Everything`}
        options={offered.map((kind) => ({ value: kind, label: kindName(kind) }))}
        onChange={(kind) => onChange(kind ? { kind } : { kind: undefined })}
      />
    </FilterBar>
  );
}

type NewerProps = { newest: string | undefined; arrived: string | null | undefined; onShow: () => void };

/** The list stays still under the reader; what came since is a press away. */
function Newer({ newest, arrived, onShow }: NewerProps) {
  if (!newest || !arrived || Date.parse(arrived) <= Date.parse(newest)) return null;
  return (
    <div className={styles.notice}>
      <Notice
        actions={
          <Button small onClick={onShow}>
            <Trans>Show them</Trans>
          </Button>
        }
      >
        <Trans>There are newer notices.</Trans>
      </Notice>
    </div>
  );
}

type DaysProps = { notices: readonly NoticeRead[]; today: string; timeZone: string };

function Days({ notices, today, timeZone }: DaysProps) {
  return byDay(notices, timeZone).map(({ day, notices: ofDay }) => (
    <section key={day} aria-labelledby={`day-${day}`} className={styles.day}>
      <h2 id={`day-${day}`}>{dayHeading(day, today)}</h2>
      <NoticeList notices={ofDay} />
    </section>
  ));
}

function Nothing({ search, onClear }: { search: NoticesSearch; onClear: () => void }) {
  if (search.unread && !search.kind)
    return (
      <EmptyState
        title={<Trans>Nothing is unread.</Trans>}
        actions={
          <Button onClick={onClear}>
            <Trans>Show all notices</Trans>
          </Button>
        }
      >
        <Trans>You have read every notice that came.</Trans>
      </EmptyState>
    );
  if (search.kind)
    return (
      <EmptyState
        title={<Trans>No notice is about that.</Trans>}
        actions={
          <Button onClick={onClear}>
            <Trans>Clear filters</Trans>
          </Button>
        }
      />
    );
  return (
    <EmptyState
      title={<Trans>No notices yet.</Trans>}
      actions={
        <ButtonLink to="/account">
          <Trans>Choose what reaches you</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        When an agreement, a paper or a target needs your word or changes, it is told here and by e-mail.
      </Trans>
    </EmptyState>
  );
}

/** The list of agreements: where each stands on a day, whose turn it is, and how long it still runs. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { problemSentence } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { can } from "@/lib/session";
import { compact } from "@/lib/url-state";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { OrderSelect } from "@/ui/data/data-table";
import { ShowMore } from "@/ui/data/show-more";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { PageHead } from "@/ui/page/page-head";
import { AgreementFilters } from "./agreement-filters";
import { AgreementsTable, orderOf, writeOrder, type OrderKey } from "./agreements-table";
import { agreementsQuery, countQuery } from "./api";
import { isNarrowed, listFinding } from "./findings";
import { ListTools } from "./list-tools";
import { SavedViews } from "./saved-views";
import type { AgreementsSearch } from "./search";
import styles from "./agreements.module.css";

const AgreementsCalendar = lazy(() =>
  import("./views/calendar").then((module) => ({ default: module.AgreementsCalendar })),
);
const AgreementsBoard = lazy(() =>
  import("./views/board").then((module) => ({ default: module.AgreementsBoard })),
);
const AgreementsTimeline = lazy(() =>
  import("./views/timeline").then((module) => ({ default: module.AgreementsTimeline })),
);

export function AgreementsPage({ search }: { search: AgreementsSearch }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const me = useSession();
  const day = search.effective_on ?? me.tenant.today;
  const list = useInfiniteQuery(agreementsQuery(search));
  const on = search.effective_on ? { effective_on: search.effective_on } : {};
  const inForce = useQuery(countQuery({ standing: "in_force", ...on })).data;
  const expiring = useQuery(countQuery({ standing: "expiring_soon", ...on })).data;
  const agreements = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total?.value;
  const narrowed = isNarrowed(search);
  const change = (next: Partial<AgreementsSearch>) =>
    void navigate({ to: "/agreements", search: compact({ ...search, ...next }), replace: true });
  const kept = compact({ ...on, view: search.view, month: search.month, zoom: search.zoom });
  const clear = () => void navigate({ to: "/agreements", search: kept, replace: true });
  const order = orderOf(search.sort);
  const days = me.tenant.expiring_window_days;
  const heading = listFinding(search, { total, inForce, expiring }, days);
  const labels: { order: { key: OrderKey; descending: boolean }; label: string }[] = [
    { order: { key: "updated_at", descending: true }, label: t`Changed last first` },
    { order: { key: "updated_at", descending: false }, label: t`Changed longest ago first` },
    { order: { key: "ends_on", descending: false }, label: t`Ends soonest first` },
    { order: { key: "ends_on", descending: true }, label: t`Ends latest first` },
  ];

  return (
    <>
      <PageHead
        title={t`Agreements`}
        heading={heading}
        asOf={<AsOf day={day} search={search} />}
        action={
          can(me, "agreements:write") ? (
            <ButtonLink kind="primary" to="/agreements/new">
              <Trans>New agreement</Trans>
            </ButtonLink>
          ) : undefined
        }
      />
      <SavedViews search={search} days={days} />
      <AgreementFilters
        search={search}
        onChange={change}
        onClear={narrowed ? clear : undefined}
        today={me.tenant.today}
      />
      <ListTools search={search} total={list.data?.pages[0]?.total} onLayout={(view) => change({ view })} />
      {list.isError && (
        <div className={styles.notice}>
          <Notice
            kind="bad"
            live
            title={t`The list could not be loaded`}
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
      {search.view === "calendar" || search.view === "board" ? (
        <Suspense fallback={<Skeleton label={t`Loading agreements`} />}>
          {search.view === "calendar" ? (
            <AgreementsCalendar search={search} day={day} />
          ) : (
            <AgreementsBoard search={search} day={day} />
          )}
        </Suspense>
      ) : list.isPending && !list.isError ? (
        <Skeleton label={t`Loading agreements`} />
      ) : agreements.length === 0 && !list.isError ? (
        <Nothing isNarrowed={narrowed} isWaiting={search.waits_for_me === true} onClear={clear} />
      ) : (
        <div aria-busy={list.isPlaceholderData || undefined}>
          <OrderSelect
            options={labels}
            order={order}
            onOrder={(next) => change({ sort: writeOrder(next) })}
          />
          {search.view === "timeline" ? (
            <Suspense fallback={null}>
              <AgreementsTimeline
                agreements={agreements}
                day={day}
                search={search}
                onZoom={(zoom) => change({ zoom })}
              />
            </Suspense>
          ) : (
            <AgreementsTable
              agreements={agreements}
              day={day}
              timeZone={me.tenant.time_zone}
              order={order}
              onOrder={(next) => change({ sort: writeOrder(next) })}
            />
          )}
          <ShowMore
            shown={agreements.length}
            total={total}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </div>
      )}
      <p className={styles.elsewhere}>
        <Trans>
          Both sides look at each agreement once a year:{" "}
          <Link to="/agreements/revisits">overdue revisits, by school</Link>.
        </Trans>
      </p>
      {can(me, "agreements:approve") && (
        <p className={styles.elsewhere}>
          <Trans>
            What waits for the school board, and its votes:{" "}
            <Link to="/agreements/board">the board’s page</Link>.
          </Trans>
        </p>
      )}
      {can(me, "agreements:approve") && (
        <p className={styles.elsewhere}>
          <Trans>
            When revisits are due and renewals open is set in the{" "}
            <Link to="/settings/agreements">settings for agreements</Link>.
          </Trans>
        </p>
      )}
      {can(me, "agreements:approve") && (
        <p className={styles.elsewhere}>
          <Trans>
            Other districts let yours take their terms:{" "}
            <Link to="/agreements/open">agreements of other districts</Link>.
          </Trans>
        </p>
      )}
      {can(me, "agreements:record") && (
        <p className={styles.elsewhere}>
          <Trans>
            Signed on paper or in another system?{" "}
            <Link to="/agreements/record">Record an agreement signed elsewhere</Link> in one step.
          </Trans>
        </p>
      )}
    </>
  );
}

function AsOf({ day, search: { effective_on: chosen, ...rest } }: { day: string; search: AgreementsSearch }) {
  const words = formatDay(day, "full");
  if (chosen === undefined) return <Trans>As of {words}.</Trans>;
  return (
    <Trans>
      As of {words}, not today.{" "}
      <Link to="/agreements" search={rest}>
        Back to today
      </Link>
    </Trans>
  );
}

type NothingProps = { isNarrowed: boolean; isWaiting: boolean; onClear: () => void };

function Nothing({ isNarrowed: narrowed, isWaiting, onClear }: NothingProps) {
  if (!narrowed) {
    return (
      <EmptyState title={<Trans>No agreement yet.</Trans>}>
        <Trans>
          An agreement says who does what at which schools, from when to when. Draft one, or record one that
          was signed elsewhere.
        </Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={isWaiting ? <Trans>Nothing waits for you.</Trans> : <Trans>No agreement matches.</Trans>}
      actions={
        <Button onClick={onClear}>
          <Trans>Clear filters</Trans>
        </Button>
      }
    >
      {isWaiting ? (
        <Trans>When an agreement needs your word, it shows up here and on your first page.</Trans>
      ) : (
        <Trans>Try fewer filters, or part of a title, a number or a partner’s name.</Trans>
      )}
    </EmptyState>
  );
}

/** All targets the reader may see, in words: which are off or on track, and which wait for an answer. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { problemSentence } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { can } from "@/lib/session";
import { compact } from "@/lib/url-state";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { ShowMore } from "@/ui/data/show-more";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { PageHead } from "@/ui/page/page-head";
import { targetsQuery } from "./api";
import { listFinding } from "./findings";
import type { TargetsSearch } from "./search";
import { TargetFilters, type Changes } from "./target-filters";
import { TargetGroups } from "./targets-table";
import styles from "./targets.module.css";

export function TargetsPage({ search }: { search: TargetsSearch }) {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const list = useInfiniteQuery(targetsQuery(search));
  const targets = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total?.value;
  const go = (next: Changes) => void navigate({ to: "/targets", search: compact(next), replace: true });
  const { effective_on: effectiveOn, ...filters } = search;
  const dated = effectiveOn ? { effective_on: effectiveOn } : {};
  const isNarrowed = Object.keys(filters).length > 0;
  const day = effectiveOn ?? me.tenant.today;
  return (
    <>
      <PageHead
        title={t`Targets`}
        heading={
          list.hasNextPage || targets.length === 0 ? (
            total === undefined || total === 0 ? (
              <Trans>Targets</Trans>
            ) : (
              <Plural value={total} one="# target" other="# targets" />
            )
          ) : (
            listFinding(targets, day)
          )
        }
        lead={<Trans>What partners and schools agreed to reach, and how far each has come.</Trans>}
        asOf={<AsOf day={day} search={search} />}
        action={
          can(me, "targets:write") && (
            <ButtonLink kind="primary" to="/targets/new">
              <Trans>Set a target</Trans>
            </ButtonLink>
          )
        }
      />
      <TargetFilters
        search={search}
        onChange={(next: Changes) => go({ ...search, ...next })}
        onClear={isNarrowed ? () => go(dated) : undefined}
      />
      {list.isError && (
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
      )}
      {list.isPending ? (
        !list.isError && <Skeleton label={t`Loading targets`} />
      ) : targets.length === 0 ? (
        <Nothing isNarrowed={isNarrowed} onClear={() => go(dated)} />
      ) : (
        <div className={styles.groups} aria-busy={list.isPlaceholderData || undefined}>
          <TargetGroups targets={targets} day={day} effectiveOn={effectiveOn} />
          <ShowMore
            shown={targets.length}
            total={total}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </div>
      )}
    </>
  );
}

function AsOf({ day, search: { effective_on: chosen, ...rest } }: { day: string; search: TargetsSearch }) {
  const words = formatDay(day, "full");
  if (chosen === undefined) return <Trans>As of {words}.</Trans>;
  return (
    <Trans>
      As of {words}, not today.{" "}
      <Link to="/targets" search={rest}>
        Back to today
      </Link>
    </Trans>
  );
}

function Nothing({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  if (isNarrowed)
    return (
      <EmptyState
        title={<Trans>No target matches.</Trans>}
        actions={
          <Button onClick={onClear}>
            <Trans>Clear filters</Trans>
          </Button>
        }
      >
        <Trans>Try another year, status, partner or school.</Trans>
      </EmptyState>
    );
  return (
    <EmptyState title={<Trans>There is no target yet.</Trans>}>
      <Trans>
        A target says what a program is to reach, for which students and by when, such as: 85% of tutored
        students read on grade level by June. The school and the partner both agree to it.
      </Trans>
    </EmptyState>
  );
}

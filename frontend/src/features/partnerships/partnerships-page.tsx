/** The partnerships that the reader may see, as they stand on the day: how far each is and what keeps it out. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { problemSentence } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { can, isPartnerStaff } from "@/lib/session";
import { compact } from "@/lib/url-state";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { FilterBar, FilterSelect } from "@/ui/data/filter-bar";
import { ShowMore } from "@/ui/data/show-more";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { DayDial } from "@/ui/page/day-dial";
import { PageHead } from "@/ui/page/page-head";
import { Tabs } from "@/ui/page/tabs";
import { countQuery, partnershipsQuery } from "./api";
import { listFinding } from "./findings";
import { PartnershipsTable } from "./partnerships-table";
import { isNarrowed, stages, type PartnershipsSearch } from "./search";
import { stageName } from "./words";
import styles from "./partnerships.module.css";

export function PartnershipsPage({ search }: { search: PartnershipsSearch }) {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const on = search.effective_on ? { effective_on: search.effective_on } : {};
  const list = useInfiniteQuery(partnershipsQuery(search));
  const notCleared = useQuery(countQuery({ at_work: true, cleared: false, runs: true, ...on })).data;
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total?.value;
  const narrowed = isNarrowed(search);
  const change = (next: Partial<PartnershipsSearch>) =>
    void navigate({ to: "/partnerships", search: compact({ ...search, ...next }), replace: true });
  const clear = () => void navigate({ to: "/partnerships", search: on, replace: true });
  return (
    <>
      <PageHead
        title={t`Partnerships`}
        heading={listFinding(search, { total, notCleared })}
        lead={<Trans>A program of a partner at a school, from the first conversation on.</Trans>}
        asOf={
          <DayDial
            day={search.effective_on ?? me.tenant.today}
            today={me.tenant.today}
            onChange={(day) => change({ effective_on: day })}
          />
        }
      />
      <Views on={on} mayCall={!isPartnerStaff(me)} />
      <FilterBar label={t`partnerships`} onClear={narrowed ? clear : undefined}>
        <FilterSelect
          label={t`Stage`}
          value={search.stage}
          any={t`All stages`}
          options={stages.map((stage) => ({ value: stage, label: stageName(stage) }))}
          onChange={(stage) => change({ stage })}
        />
        <FilterSelect
          label={t`May work there`}
          value={search.cleared === undefined ? undefined : search.cleared ? "yes" : "no"}
          any={t`Cleared or not`}
          options={[
            { value: "yes", label: t`Cleared` },
            { value: "no", label: t`Something is missing` },
          ]}
          onChange={(word) => change({ cleared: word === undefined ? undefined : word === "yes" })}
        />
        <FilterSelect
          label={t`At work there`}
          value={search.at_work === undefined ? undefined : search.at_work ? "yes" : "no"}
          any={t`At work or not`}
          options={[
            { value: "yes", label: t`At work` },
            { value: "no", label: t`Not at work` },
          ]}
          onChange={(word) => change({ at_work: word === undefined ? undefined : word === "yes" })}
        />
        <FilterSelect
          label={t`Runs on the day`}
          value={search.runs === undefined ? undefined : search.runs ? "yes" : "no"}
          any={t`In summer or not`}
          options={[
            { value: "yes", label: t`Runs, or is not known` },
            { value: "no", label: t`Does not run` },
          ]}
          onChange={(word) => change({ runs: word === undefined ? undefined : word === "yes" })}
        />
      </FilterBar>
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
      {list.isPending && !list.isError ? (
        <Skeleton label={t`Loading partnerships`} />
      ) : rows.length === 0 && !list.isError ? (
        <Nothing isNarrowed={narrowed} mayStart={can(me, "partnerships:write")} onClear={clear} />
      ) : (
        <div aria-busy={list.isPlaceholderData || undefined}>
          <PartnershipsTable partnerships={rows} />
          <ShowMore
            shown={rows.length}
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

/** Questions that people come back to; each is nothing but an address. */
function Views({ on, mayCall }: { on: { effective_on?: string }; mayCall: boolean }) {
  const { t } = useLingui();
  const views: { label: string; search: PartnershipsSearch }[] = [
    { label: t`All partnerships`, search: {} },
    { label: t`At work, not cleared`, search: { at_work: true, cleared: false, runs: true } },
    { label: t`Being planned`, search: { stage: "planning" } },
    { label: t`In the ready check`, search: { stage: "ready_check" } },
  ];
  return (
    <Tabs label={t`Saved views`}>
      {views.map((view) => (
        <Link
          key={view.label}
          to="/partnerships"
          search={{ ...view.search, ...on }}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {view.label}
        </Link>
      ))}
      {mayCall && (
        <Link to="/partnerships/calls" search={on}>
          <Trans>Whom to call</Trans>
        </Link>
      )}
    </Tabs>
  );
}

type NothingProps = { isNarrowed: boolean; mayStart: boolean; onClear: () => void };

function Nothing({ isNarrowed: narrowed, mayStart, onClear }: NothingProps) {
  if (narrowed) {
    return (
      <EmptyState
        title={<Trans>No partnership matches.</Trans>}
        actions={
          <Button onClick={onClear}>
            <Trans>Clear filters</Trans>
          </Button>
        }
      >
        <Trans>Try another stage, another day, or all of them.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={<Trans>No partnership yet.</Trans>}
      actions={
        mayStart ? (
          <ButtonLink to="/needs" kind="primary">
            <Trans>Open the needs</Trans>
          </ButtonLink>
        ) : undefined
      }
    >
      <Trans>A partnership starts from a need: open one and see the programs that fit.</Trans>
    </EmptyState>
  );
}

/** What schools need, as they published it, and the assessments it comes from. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { NeedItem } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { schoolQuery } from "@/features/schools";
import { formatCount } from "@/lib/numbers";
import { isPartnerStaff } from "@/lib/session";
import { compact } from "@/lib/url-state";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { FilterBar, FilterSelect } from "@/ui/data/filter-bar";
import { ShowMore } from "@/ui/data/show-more";
import { StatusTag } from "@/ui/data/status-tag";
import { EmptyState } from "@/ui/feedback/empty-state";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { areasQuery, needsQuery } from "./api";
import { AssessmentsSection } from "./assessments-section";
import { needsSchoolsOf } from "./who";
import type { NeedsSearch } from "./search";
import { needLooks, needStatus } from "./words";
import styles from "./needs.module.css";

export function NeedsPage({ search }: { search: NeedsSearch }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const me = useSession();
  const list = useSuspenseInfiniteQuery(needsQuery(search));
  const areas = useSuspenseQuery(areasQuery).data.items;
  const school = useQuery({ ...schoolQuery(search.school ?? ""), enabled: search.school !== undefined }).data;
  const needs = list.data.pages.flatMap((page) => page.items);
  const total = list.data.pages[0]?.total?.value;
  const go = (next: { [K in keyof NeedsSearch]?: NeedsSearch[K] | undefined }) =>
    void navigate({ to: "/needs", search: compact(next), replace: true });
  const isFiltered = search.school !== undefined || search.area !== undefined;
  const works = needsSchoolsOf(me).length > 0;
  const columns: readonly Column<NeedItem>[] = [
    {
      id: "title",
      header: t`Need`,
      cell: (need) => (
        <Link to="/needs/$needId" params={{ needId: need.id }}>
          {need.title}
        </Link>
      ),
    },
    {
      id: "school",
      header: t`School`,
      cell: (need) => (
        <Link to="/schools/$schoolId" params={{ schoolId: need.school.id }}>
          {need.school.name}
        </Link>
      ),
    },
    { id: "area", header: t`Area`, cell: (need) => need.area.label },
    {
      id: "rank",
      header: t`Place`,
      number: true,
      cell: (need) => (need.rank === null ? t`None` : formatCount(need.rank)),
    },
    {
      id: "students",
      header: t`Students`,
      number: true,
      cell: (need) => (
        <span className={styles.whole}>
          {need.est_students === null ? t`Not known` : formatCount(need.est_students)}
        </span>
      ),
    },
    {
      id: "status",
      header: t`Status`,
      cell: (need) => (
        <span className={styles.whole}>
          <StatusTag look={needLooks[need.status]}>{needStatus(need.status)}</StatusTag>
        </span>
      ),
    },
  ];
  return (
    <>
      <PageHead
        title={t`Needs`}
        heading={
          school ? (
            <Trans>Needs of {school.name}</Trans>
          ) : isFiltered || total === undefined ? (
            <Trans>Needs</Trans>
          ) : (
            <Plural value={total} one="# published need" other="# published needs" />
          )
        }
        lead={
          <Trans>
            What schools say they need. A school with no published assessment is unknown: that never means
            that it has no need.
          </Trans>
        }
        action={
          works && (
            <ButtonLink
              kind="primary"
              to="/needs/start"
              search={search.school ? { school: search.school } : {}}
            >
              <Trans>Start a needs assessment</Trans>
            </ButtonLink>
          )
        }
      />
      <Section heading={<Trans>Published needs</Trans>} headingHidden>
        <FilterBar label={t`Narrow the list of needs`} onClear={isFiltered ? () => go({}) : undefined}>
          <FilterSelect
            label={t`Area`}
            any={t`All areas`}
            value={search.area}
            options={areas.map((area) => ({ value: area.code, label: area.label }))}
            onChange={(area) => go({ ...search, area })}
          />
        </FilterBar>
        {needs.length === 0 ? (
          <EmptyState
            title={<Trans>No published need is known here.</Trans>}
            actions={
              isFiltered && (
                <Button onClick={() => go({})}>
                  <Trans>Clear filters</Trans>
                </Button>
              )
            }
          >
            <Trans>
              That may be because nobody has published one yet. It does not mean that there is no need.
            </Trans>
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={<Trans>Published needs, last changed first</Trans>}
              captionHidden
              columns={columns}
              rows={needs}
              rowKey={(need) => need.id}
            />
            <ShowMore
              shown={needs.length}
              total={total}
              hasMore={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          </>
        )}
      </Section>
      {!isPartnerStaff(me) && <AssessmentsSection school={search.school} works={works} />}
    </>
  );
}

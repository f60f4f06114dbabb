/** The school directory. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { SchoolItem } from "@/api/gen/types.gen";
import { formatPhone } from "@/lib/phone";
import { compact } from "@/lib/url-state";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { FilterBar, FilterSearch, FilterSelect } from "@/ui/data/filter-bar";
import { ShowMore } from "@/ui/data/show-more";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Button } from "@/ui/actions/button";
import { PageHead } from "@/ui/page/page-head";
import { schoolsQuery } from "./api";
import { levels, type SchoolsSearch } from "./search";
import { gradeRange, levelName } from "./words";

export function SchoolsPage({ search }: { search: SchoolsSearch }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const list = useSuspenseInfiniteQuery(schoolsQuery(search));
  const schools = list.data.pages.flatMap((page) => page.items);
  const total = list.data.pages[0]?.total?.value;
  const change = (next: SchoolsSearch) =>
    void navigate({ to: "/schools", search: compact({ ...search, ...next }), replace: true });
  const clear = () => void navigate({ to: "/schools", search: {}, replace: true });
  const isFiltered = search.q !== undefined || search.level !== undefined;
  const columns: readonly Column<SchoolItem, "name">[] = [
    {
      id: "name",
      header: t`School`,
      sort: "name",
      cell: (school) => (
        <Link to="/schools/$schoolId" params={{ schoolId: school.id }}>
          {school.name}
        </Link>
      ),
    },
    { id: "level", header: t`Kind`, cell: (school) => levelName(school.level) },
    { id: "grades", header: t`Grades`, cell: (school) => gradeRange(school.grades) ?? t`Not known` },
    { id: "network", header: t`Network`, cell: (school) => school.network ?? t`Not known` },
    {
      id: "phone",
      header: t`Phone`,
      cell: (school) => (school.phone ? formatPhone(school.phone) : t`Not known`),
    },
  ];
  return (
    <>
      <PageHead
        title={t`Schools`}
        heading={
          isFiltered || total === undefined ? (
            <Trans>Schools</Trans>
          ) : (
            <Plural value={total} one="# school" other="# schools" />
          )
        }
        lead={<Trans>Each school’s measures, needs, partners, agreements and targets in one place.</Trans>}
      />
      <FilterBar label={t`Narrow the list of schools`} onClear={isFiltered ? clear : undefined}>
        <FilterSearch label={t`Name`} value={search.q ?? ""} onChange={(q) => change({ q })} />
        <FilterSelect
          label={t`Kind`}
          value={search.level}
          any={t`All kinds`}
          options={levels.map((level) => ({ value: level, label: levelName(level) }))}
          onChange={(level) => change({ level })}
        />
      </FilterBar>
      {schools.length === 0 ? (
        <EmptyState
          title={<Trans>No school matches.</Trans>}
          actions={
            <Button onClick={clear}>
              <Trans>Clear filters</Trans>
            </Button>
          }
        >
          <Trans>Try part of the name, or another kind of school.</Trans>
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={<Trans>Schools by name</Trans>}
            captionHidden
            columns={columns}
            rows={schools}
            rowKey={(school) => school.id}
            order={{ key: "name", descending: search.sort === "-name" }}
            onOrder={(order) => change({ sort: order.descending ? "-name" : undefined })}
          />
          <ShowMore
            shown={schools.length}
            total={total}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </>
  );
}

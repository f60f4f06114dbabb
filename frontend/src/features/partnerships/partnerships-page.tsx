/** The partnerships that the reader may see, as they stand on the day. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { PartnershipItem } from "@/api/gen/types.gen";
import { compact } from "@/lib/url-state";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { FilterBar, FilterSelect } from "@/ui/data/filter-bar";
import { ShowMore } from "@/ui/data/show-more";
import { StatusTag } from "@/ui/data/status-tag";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Skeleton } from "@/ui/feedback/skeleton";
import { PageHead } from "@/ui/page/page-head";
import { partnershipsQuery } from "./api";
import { stages, type PartnershipsSearch } from "./search";
import { stageLooks, stageName } from "./words";

export function PartnershipsPage({ search }: { search: PartnershipsSearch }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const list = useInfiniteQuery(partnershipsQuery(search));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total?.value;
  const columns: readonly Column<PartnershipItem>[] = [
    {
      id: "program",
      header: t`Program`,
      cell: (each) => (
        <Link to="/partnerships/$partnershipId" params={{ partnershipId: each.id }}>
          {each.program.name}
        </Link>
      ),
    },
    { id: "partner", header: t`Partner`, cell: (each) => each.partner.name },
    { id: "school", header: t`School`, cell: (each) => each.school.name },
    {
      id: "stage",
      header: t`Stage`,
      cell: (each) => <StatusTag look={stageLooks[each.stage]}>{stageName(each.stage)}</StatusTag>,
    },
    {
      id: "cleared",
      header: t`May work`,
      cell: (each) => (each.clearance.cleared ? t`Yes` : (each.clearance.blockers[0]?.words ?? t`No`)),
    },
  ];
  return (
    <>
      <PageHead
        title={t`Partnerships`}
        heading={
          total === undefined ? (
            <Trans>Partnerships</Trans>
          ) : (
            <Plural value={total} one="# partnership" other="# partnerships" />
          )
        }
        lead={<Trans>A program of a partner at a school, from the first conversation on.</Trans>}
      />
      <FilterBar label={t`Narrow the list of partnerships`}>
        <FilterSelect
          label={t`Stage`}
          value={search.stage}
          any={t`All stages`}
          options={stages.map((stage) => ({ value: stage, label: stageName(stage) }))}
          onChange={(stage) =>
            void navigate({ to: "/partnerships", search: compact({ ...search, stage }), replace: true })
          }
        />
      </FilterBar>
      {list.isPending ? (
        <Skeleton label={t`Loading partnerships`} />
      ) : rows.length === 0 ? (
        <EmptyState title={<Trans>No partnership here.</Trans>}>
          <Trans>A partnership starts from a need: open one and see the programs that fit.</Trans>
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={t`Partnerships`}
            captionHidden
            columns={columns}
            rows={rows}
            rowKey={(each) => each.id}
          />
          <ShowMore
            shown={rows.length}
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

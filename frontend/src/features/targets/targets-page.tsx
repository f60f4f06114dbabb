/** All targets the reader may see: what each finds, and how it stands. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { TargetItem } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { addressOf } from "@/lib/address";
import { formatDay, formatSpan } from "@/lib/dates";
import { can, isPartnerStaff } from "@/lib/session";
import { compact } from "@/lib/url-state";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { FilterBar, FilterSelect } from "@/ui/data/filter-bar";
import { ShowMore } from "@/ui/data/show-more";
import { EmptyState } from "@/ui/feedback/empty-state";
import { PageHead } from "@/ui/page/page-head";
import { partnerChoices, schoolChoices, targetsQuery } from "./api";
import { statuses, type TargetsSearch } from "./search";
import { Standing } from "./standing";
import { statusName } from "./words";

export function TargetsPage({ search }: { search: TargetsSearch }) {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const list = useSuspenseInfiniteQuery(targetsQuery(search));
  const schools = useSuspenseQuery(schoolChoices).data.items;
  const partners = useSuspenseQuery(partnerChoices).data.items;
  const targets = list.data.pages.flatMap((page) => page.items);
  const total = list.data.pages[0]?.total?.value;
  const change = (next: { [K in keyof TargetsSearch]: TargetsSearch[K] | undefined }) =>
    void navigate({ to: "/targets", search: compact({ ...search, ...next }), replace: true });
  const day = search.effective_on;
  const clear = () =>
    void navigate({ to: "/targets", search: compact({ effective_on: day }), replace: true });
  const isFiltered = Boolean(search.school ?? search.partner ?? search.status);
  const named = (each: { id: string; name: string }) => ({ value: each.id, label: each.name });
  return (
    <>
      <PageHead
        title={t`Targets`}
        heading={
          isFiltered || total === undefined ? (
            <Trans>Targets</Trans>
          ) : (
            <Plural value={total} one="# target" other="# targets" />
          )
        }
        lead={<Trans>What partners and schools agreed to reach, and how far each has come.</Trans>}
        asOf={day && <Trans>As of {formatDay(day, "long")}</Trans>}
        action={
          can(me, "targets:write") && (
            <ButtonLink kind="primary" to="/targets/new">
              <Trans>Set a target</Trans>
            </ButtonLink>
          )
        }
      />
      <FilterBar label={t`Narrow the list of targets`} onClear={isFiltered ? clear : undefined}>
        <FilterSelect
          label={t`School`}
          any={t`All schools`}
          value={search.school}
          options={schools.map(named)}
          onChange={(school) => change({ school })}
        />
        {!isPartnerStaff(me) && (
          <FilterSelect
            label={t`Partner`}
            any={t`All partners`}
            value={search.partner}
            options={partners.map(named)}
            onChange={(partner) => change({ partner })}
          />
        )}
        <FilterSelect
          label={t`Status`}
          any={t`Any status`}
          value={search.status}
          options={statuses.map((status) => ({ value: status, label: statusName(status) }))}
          onChange={(status) => change({ status })}
        />
      </FilterBar>
      {targets.length === 0 ? (
        <EmptyState
          title={isFiltered ? <Trans>No target matches.</Trans> : <Trans>There are no targets yet.</Trans>}
          actions={
            isFiltered && (
              <Button onClick={clear}>
                <Trans>Clear filters</Trans>
              </Button>
            )
          }
        >
          <Trans>A target is set for a program at the schools it works at.</Trans>
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={<Trans>Targets, the latest change first</Trans>}
            captionHidden
            columns={columnsOf({
              name: t`Target`,
              partner: t`Partner`,
              schools: t`Schools`,
              rating: t`How it stands`,
              finding: t`Finding`,
              period: t`Period`,
            })}
            rows={targets}
            rowKey={(target) => target.id}
          />
          <ShowMore
            shown={targets.length}
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

type Headers = Record<"name" | "partner" | "schools" | "rating" | "finding" | "period", string>;

function columnsOf(headers: Headers): readonly Column<TargetItem>[] {
  return [
    {
      id: "name",
      header: headers.name,
      cell: (target) => (
        <Link to="/targets/$targetId" params={{ targetId: target.id }}>
          {target.name}
        </Link>
      ),
    },
    {
      id: "partner",
      header: headers.partner,
      cell: ({ partner }) => <a href={addressOf("partner", partner.id)}>{partner.name}</a>,
    },
    { id: "schools", header: headers.schools, cell: (target) => <SchoolNames target={target} /> },
    { id: "rating", header: headers.rating, cell: (target) => <Standing target={target} /> },
    { id: "finding", header: headers.finding, cell: (target) => shortFinding(target) },
    {
      id: "period",
      header: headers.period,
      cell: (target) => formatSpan(target.period_starts_on, target.period_ends_on),
    },
  ];
}

/** The name stands in its own column. */
function shortFinding({ name, progress }: TargetItem): string {
  const rest = progress.finding.startsWith(`${name}: `)
    ? progress.finding.slice(name.length + 2)
    : progress.finding;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function SchoolNames({ target }: { target: TargetItem }) {
  const [only] = target.schools;
  if (target.school_count === 1 && only) return only.name;
  return <Plural value={target.school_count} one="# school" other="# schools" />;
}

/** The partner directory: who there is, for which needs, and, for the office, whose application waits. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { PartnerItem } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { formatPhone } from "@/lib/phone";
import { can, isPartnerStaff } from "@/lib/session";
import { compact } from "@/lib/url-state";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { DataTable, type Column, type Order } from "@/ui/data/data-table";
import { FilterBar, FilterSearch, FilterSelect } from "@/ui/data/filter-bar";
import { ShowMore } from "@/ui/data/show-more";
import { StatusTag } from "@/ui/data/status-tag";
import { EmptyState } from "@/ui/feedback/empty-state";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { areasQuery, partnersQuery } from "./api";
import { kinds, statuses, type PartnersSearch } from "./search";
import { Applications } from "./applications";
import styles from "./partners.module.css";
import { kindName, statusLooks, statusName } from "./words";

type Key = "name" | "updated_at";
type Changes = { [K in keyof PartnersSearch]?: PartnersSearch[K] | undefined };

export function PartnersPage({ search }: { search: PartnersSearch }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const me = useSession();
  const list = useSuspenseInfiniteQuery(partnersQuery(search));
  const areas = useSuspenseQuery(areasQuery).data.items;
  const partners = list.data.pages.flatMap((page) => page.items);
  const total = list.data.pages[0]?.total?.value;
  const go = (next: Changes) => void navigate({ to: "/partners", search: compact(next), replace: true });
  const change = (next: Changes) => go({ ...search, ...next });
  const { effective_on: effectiveOn, sort, ...filters } = search;
  const clear = () => go({ ...(sort && { sort }), ...(effectiveOn && { effective_on: effectiveOn }) });
  const isFiltered = Object.keys(filters).length > 0;
  const reviews = can(me, "partners:review");
  return (
    <>
      <PageHead
        title={t`Partners`}
        heading={
          isFiltered || total === undefined ? (
            <Trans>Partners</Trans>
          ) : (
            <Plural value={total} one="# partner" other="# partners" />
          )
        }
        lead={<Trans>The organizations that work with schools, what they offer and where they stand.</Trans>}
        action={
          reviews &&
          !isPartnerStaff(me) && (
            <ButtonLink to="/partners/new">
              <Trans>Add a partner</Trans>
            </ButtonLink>
          )
        }
      />
      {reviews && !isFiltered && <Applications effectiveOn={effectiveOn} />}
      <Section heading={<Trans>Directory</Trans>} headingHidden={!reviews || isFiltered}>
        <FilterBar label={t`Narrow the list of partners`} onClear={isFiltered ? clear : undefined}>
          <FilterSearch label={t`Name`} value={search.q ?? ""} onChange={(q) => change({ q })} />
          <FilterSelect
            label={t`Need area`}
            value={search.area}
            any={t`All areas`}
            options={areas.map(({ code, label, parent_code: parent }) => ({
              value: code,
              label: parent ? `– ${label}` : label,
            }))}
            onChange={(area) => change({ area })}
          />
          <FilterSelect
            label={t`Type`}
            value={search.org_type}
            any={t`All types`}
            options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
            onChange={(kind) => change({ org_type: kind })}
          />
          <FilterSelect
            label={t`Status`}
            value={search.status}
            any={t`All statuses`}
            options={statuses.map((status) => ({ value: status, label: statusName(status) }))}
            onChange={(status) => change({ status })}
          />
        </FilterBar>
        {partners.length === 0 ? (
          <EmptyState
            level={3}
            title={isFiltered ? <Trans>No partner matches.</Trans> : <Trans>There is no partner yet.</Trans>}
            actions={
              isFiltered && (
                <Button onClick={clear}>
                  <Trans>Clear filters</Trans>
                </Button>
              )
            }
          >
            {isFiltered ? (
              <Trans>Try part of the name, a wider area, or another status.</Trans>
            ) : (
              <Trans>A partner is an organization that offers programs to schools.</Trans>
            )}
          </EmptyState>
        ) : (
          <>
            <PartnersTable partners={partners} search={search} onOrder={(next) => change({ sort: next })} />
            <ShowMore
              shown={partners.length}
              total={total}
              hasMore={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          </>
        )}
      </Section>
    </>
  );
}

type TableProps = {
  partners: readonly PartnerItem[];
  search: PartnersSearch;
  onOrder: (sort: PartnersSearch["sort"] | undefined) => void;
};

function PartnersTable({ partners, search, onOrder }: TableProps) {
  const { t } = useLingui();
  const areas = useSuspenseQuery(areasQuery).data.items;
  const areaName = (code: string) => areas.find((area) => area.code === code)?.label ?? code;
  const dated = search.effective_on ? { effective_on: search.effective_on } : {};
  const columns: readonly Column<PartnerItem, Key>[] = [
    {
      id: "name",
      header: t`Partner`,
      sort: "name",
      cell: (partner) => (
        <Link to="/partners/$partnerId" params={{ partnerId: partner.id }} search={dated}>
          {partner.name}
        </Link>
      ),
    },
    { id: "kind", header: t`Type`, cell: (partner) => kindName(partner.org_type) },
    {
      id: "areas",
      header: t`Works on`,
      cell: (partner) => partner.areas.map(areaName).join(", ") || t`No program yet`,
    },
    {
      id: "phone",
      header: t`Phone`,
      cell: (partner) =>
        partner.phone ? <span className={styles.phone}>{formatPhone(partner.phone)}</span> : t`Not known`,
    },
    {
      id: "status",
      header: t`Status`,
      cell: (partner) => (
        <StatusTag look={partner.vetting_expired ? "warn" : statusLooks[partner.status]}>
          {partner.vetting_expired ? <Trans>Approval ran out</Trans> : statusName(partner.status)}
        </StatusTag>
      ),
    },
  ];
  return (
    <DataTable
      caption={<Trans>Partners</Trans>}
      captionHidden
      columns={columns}
      rows={partners}
      rowKey={(partner) => partner.id}
      order={orderOf(search.sort)}
      onOrder={(order) => onOrder(order.descending ? "-name" : undefined)}
    />
  );
}

function orderOf(sort: PartnersSearch["sort"]): Order<Key> {
  if (sort === "updated_at" || sort === "-updated_at")
    return { key: "updated_at", descending: sort === "-updated_at" };
  return { key: "name", descending: sort === "-name" };
}

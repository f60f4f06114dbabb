/** Applications that wait for the district office: the longest wait first, what each lacks, who has it. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ApplicationItem } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { compact } from "@/lib/url-state";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { FilterBar, FilterSearch, FilterSelect } from "@/ui/data/filter-bar";
import { ShowMore } from "@/ui/data/show-more";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { DayDial } from "@/ui/page/day-dial";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { applicationsQuery } from "./api";
import { QueueRows } from "./queue-rows";
import type { QueueSearch } from "./queue-search";
import { holders } from "./queue-search";
import { kinds } from "./search";
import { holderName, kindName } from "./words";

type Changes = { [K in keyof QueueSearch]?: QueueSearch[K] | undefined };

export function QueuePage({ search }: { search: QueueSearch }) {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const list = useSuspenseInfiniteQuery(applicationsQuery(search));
  const items = list.data.pages.flatMap((page) => page.items);
  const total = list.data.pages[0]?.total?.value ?? items.length;
  const { effective_on: effectiveOn, ...filters } = search;
  const isFiltered = Object.keys(filters).length > 0;
  const go = (next: Changes) =>
    void navigate({ to: "/partners/queue", search: compact({ ...search, ...next }), replace: true });
  const clear = () =>
    void navigate({
      to: "/partners/queue",
      search: effectiveOn ? { effective_on: effectiveOn } : {},
      replace: true,
    });
  return (
    <>
      <PageHead
        title={[t`Applications`, t`Partners`]}
        trail={
          <Breadcrumbs here={<Trans>Applications</Trans>}>
            <Link to="/partners">
              <Trans>Partners</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={<Finding items={items} total={total} isFiltered={isFiltered} />}
        lead={
          <Trans>The longest wait stands first. The office answers within 30 days of an application.</Trans>
        }
        asOf={
          <DayDial
            day={effectiveOn ?? me.tenant.today}
            today={me.tenant.today}
            onChange={(day) => go({ effective_on: day ?? undefined })}
          />
        }
      />
      <Section heading={<Trans>Applications</Trans>} headingHidden>
        {(total > 0 || isFiltered) && (
          <FilterBar label={t`Narrow the list of applications`} onClear={isFiltered ? clear : undefined}>
            <FilterSearch
              label={t`Name`}
              value={search.q ?? ""}
              onChange={(q) => go({ q: q || undefined })}
            />
            <FilterSelect
              label={t`Who has it`}
              value={search.held_by}
              any={t`Anybody`}
              options={holders.map((holder) => ({ value: holder, label: holderName(holder) }))}
              onChange={(holder) => go({ held_by: holder })}
            />
            <FilterSelect
              label={t`Type`}
              value={search.org_type}
              any={t`All types`}
              options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
              onChange={(kind) => go({ org_type: kind })}
            />
          </FilterBar>
        )}
        {items.length === 0 ? (
          <Nothing isFiltered={isFiltered} onClear={clear} />
        ) : (
          <>
            <QueueRows items={items} />
            <ShowMore
              shown={items.length}
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

type FindingProps = { items: readonly ApplicationItem[]; total: number; isFiltered: boolean };

/** How many wait, and how long the first of them has. */
function Finding({ items, total, isFiltered }: FindingProps) {
  const [oldest] = items;
  if (!oldest)
    return isFiltered ? <Trans>No application matches</Trans> : <Trans>No application waits</Trans>;
  return (
    <>
      <Plural value={total} one="# application waits" other="# applications wait" />
      {", "}
      <Plural
        value={oldest.waiting_days}
        _0="the oldest since today"
        one="the oldest for # day"
        other="the oldest for # days"
      />
    </>
  );
}

function Nothing({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (isFiltered)
    return (
      <EmptyState
        title={<Trans>Nothing here matches.</Trans>}
        actions={
          <Button onClick={onClear}>
            <Trans>Clear filters</Trans>
          </Button>
        }
      >
        <Trans>Try part of the name, or everybody’s applications.</Trans>
      </EmptyState>
    );
  return (
    <EmptyState title={<Trans>All done</Trans>}>
      <Trans>An application appears here when an organization hands it in.</Trans>
    </EmptyState>
  );
}

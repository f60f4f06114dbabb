/** The partner directory: who there is, for which needs, and, for the office, whose application waits. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { problemSentence } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { KeepView, useKept } from "@/features/saved-views";
import { can, isPartnerStaff } from "@/lib/session";
import { compact } from "@/lib/url-state";
import { Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { ShowMore } from "@/ui/data/show-more";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { PageHead } from "@/ui/page/page-head";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { Applications } from "./applications";
import { partnersQuery } from "./directory-api";
import { DirectoryFilters } from "./directory-filters";
import { DirectoryTools } from "./directory-tools";
import { DirectoryViews } from "./directory-views";
import { PartnersTable } from "./partners-table";
import { directory } from "./saved";
import type { PartnersSearch } from "./search";
import styles from "./directory.module.css";

export function PartnersPage({ search }: { search: PartnersSearch }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const me = useSession();
  const list = useInfiniteQuery(partnersQuery(search));
  const kept = useKept(directory, search);
  const partners = list.data?.pages.flatMap((page) => page.items) ?? [];
  const counted = list.data?.pages[0]?.total;
  const total = counted?.value;
  const go = (next: PartnersSearch) =>
    void navigate({ to: "/partners", search: compact(next), replace: true });
  const change = (next: Partial<PartnersSearch>) => go({ ...search, ...next });
  const { effective_on: effectiveOn, sort, ...filters } = search;
  const clear = () => {
    go({ ...(sort && { sort }), ...(effectiveOn && { effective_on: effectiveOn }) });
    // The pressed button disappears with the filters.
    document.querySelector("h1")?.focus();
  };
  const isFiltered = Object.keys(filters).length > 0;
  const reviews = can(me, "partners:review");
  const isOffice = reviews && can(me, "partners:write") && !isPartnerStaff(me);
  return (
    <>
      <PageHead
        title={t`Partners`}
        heading={
          total === undefined ? (
            <Trans>Partners</Trans>
          ) : isFiltered ? (
            <Plural value={total} one="# partner matches" other="# partners match" />
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
      {reviews && <Applications effectiveOn={effectiveOn} />}
      <DirectoryViews search={search} reviews={reviews} />
      <DirectoryFilters search={search} onChange={change} onClear={isFiltered ? clear : undefined} />
      <VisuallyHidden>
        <span role="status">
          {isFiltered && total !== undefined && (
            <Plural value={total} one="# partner matches" other="# partners match" />
          )}
        </span>
      </VisuallyHidden>
      <DirectoryTools search={search} total={counted} moves={isOffice}>
        {kept && <KeepView {...kept} />}
      </DirectoryTools>
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
        <Skeleton label={t`Loading partners`} />
      ) : partners.length === 0 ? (
        !list.isError && <Nothing isFiltered={isFiltered} onClear={clear} />
      ) : (
        <div className={styles.table} aria-busy={list.isPlaceholderData || undefined}>
          <PartnersTable partners={partners} search={search} onOrder={(next) => change({ sort: next })} />
          <ShowMore
            shown={partners.length}
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

function Nothing({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  return (
    <EmptyState
      title={isFiltered ? <Trans>No partner matches.</Trans> : <Trans>There is no partner yet.</Trans>}
      actions={
        isFiltered && (
          <Button onClick={onClear}>
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
  );
}

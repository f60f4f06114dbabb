/** What other districts have signed and let others join, first of partners that are known here; one of them to read. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { problemSentence } from "@/api/form-problems";
import { formatDay } from "@/lib/dates";
import { compact } from "@/lib/url-state";
import { ButtonLink, Link } from "@/ui/actions/link";
import { FilterBar, FilterSearch } from "@/ui/data/filter-bar";
import { StatusTag } from "@/ui/data/status-tag";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { typeName } from "../words";
import type { OpenRow } from "./api";
import { openAgreementsQuery } from "./queries";
import type { OpenSearch } from "./search";
import styles from "./openings.module.css";

const OpenAgreement = lazy(() =>
  import("./open-agreement").then((module) => ({ default: module.OpenAgreement })),
);

export function OpenAgreementsPage({ search }: { search: OpenSearch }) {
  const { t } = useLingui();
  if (search.id !== undefined)
    return (
      <Suspense fallback={<Skeleton label={t`Loading the agreement`} />}>
        <OpenAgreement id={search.id} />
      </Suspense>
    );
  return <List q={search.q} />;
}

function List({ q }: { q: string | undefined }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const list = useQuery({ ...openAgreementsQuery(q), placeholderData: keepPreviousData });
  const items = list.data?.items ?? [];
  const known = items.filter(({ partner_here: here }) => here !== null).length;
  const look = (next: string | undefined) =>
    void navigate({ to: "/agreements/open", search: compact({ q: next }), replace: true });
  return (
    <>
      <PageHead
        title={[t`Open to other districts`, t`Agreements`]}
        trail={
          <Breadcrumbs here={<Trans>Open to other districts</Trans>}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={
          q === undefined && list.data
            ? plural(items.length, {
                0: "No other district has an agreement that yours could join",
                one: "Another district has an agreement that yours could join",
                other: "Other districts have # agreements that yours could join",
              })
            : t`Agreements of other districts that yours could join`
        }
        lead={
          <Trans>
            Their signed text lets other districts take its terms, and the partner agreed. Joining makes an
            agreement of our own, with our schools, our review and our signatures.
          </Trans>
        }
      />
      {(items.length > 5 || q !== undefined) && (
        <FilterBar label={t`Agreements of other districts`} onClear={q ? () => look(undefined) : undefined}>
          <FilterSearch
            label={t`Title, number, partner or district`}
            value={q ?? ""}
            onChange={(typed) => look(typed || undefined)}
          />
        </FilterBar>
      )}
      {list.isError && (
        <Notice kind="bad" live title={t`The list could not be loaded`}>
          {problemSentence(list.error)}
        </Notice>
      )}
      {list.isPending && !list.isError && <Skeleton label={t`Loading agreements`} />}
      {list.data && items.length === 0 && (
        <EmptyState title={q ? <Trans>No agreement matches.</Trans> : <Trans>Nothing is open now.</Trans>}>
          <Trans>An agreement stands here from the day on which both its sides opened it.</Trans>
        </EmptyState>
      )}
      <ul className={styles.list} aria-busy={list.isPlaceholderData || undefined}>
        {items.map((row, place) => (
          <Row key={row.id} row={row} isFirst={place === 0 && known > 0} />
        ))}
      </ul>
    </>
  );
}

function Row({ row, isFirst }: { row: OpenRow; isFirst: boolean }) {
  const { t } = useLingui();
  const { title, district, partner, number } = row;
  const until = formatDay(row.open_until, "long");
  return (
    <li>
      <div>
        <h2>{title}</h2>
        <p>
          <Trans>
            {district} with {partner}. {typeName(row.type)} {number}.
          </Trans>
        </p>
        <p className={styles.quiet}>
          {row.state === "on_hold" ? (
            <StatusTag look="warn">
              <Trans>On hold there</Trans>
            </StatusTag>
          ) : (
            <Trans>Open until {until}.</Trans>
          )}{" "}
          {row.adopted_here ? (
            <Trans>
              Adopted here:{" "}
              <Link to="/agreements/$agreementId" params={{ agreementId: row.adopted_here.id }}>
                {row.adopted_here.number}
              </Link>
            </Trans>
          ) : row.partner_here ? (
            <Trans>The partner is known here.</Trans>
          ) : (
            <Trans>The partner is not known here.</Trans>
          )}
        </p>
      </div>
      <ButtonLink
        small
        kind={isFirst && !row.adopted_here ? "primary" : "secondary"}
        to="/agreements/open"
        search={{ id: row.id }}
        aria-label={t`Read it: “${title}” of ${district}`}
      >
        <Trans>Read it</Trans>
      </ButtonLink>
    </li>
  );
}

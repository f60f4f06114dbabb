/** Revisits past their day, counted by school, each one click away. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useSession } from "@/features/auth";
import { due, formatDay } from "@/lib/dates";
import { compact } from "@/lib/url-state";
import { ButtonLink, Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { DayDial } from "@/ui/page/day-dial";
import { PageHead } from "@/ui/page/page-head";
import { overdueQuery, type Overdue } from "./api";
import { overdueHeading, waitingSides } from "./overdue-words";
import styles from "./revisit.module.css";

export function OverdueRevisitsPage({ effectiveOn }: { effectiveOn?: string | undefined }) {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const overdue = useSuspenseQuery(overdueQuery(effectiveOn)).data;
  const day = overdue.as_of;
  const columns = useMemo<Column<Overdue>[]>(
    () => [
      {
        id: "school",
        header: t`School`,
        cell: ({ school }) =>
          school ? (
            <Link to="/schools/$schoolId" params={{ schoolId: school.id }}>
              {school.name}
            </Link>
          ) : (
            t`The whole district`
          ),
      },
      { id: "count", header: t`Overdue`, number: true, cell: (row) => row.overdue },
      {
        id: "since",
        header: t`Longest`,
        cell: ({ since_on: since }) => (
          <>
            {due(since, day).words}
            <small>
              <Trans>Due {formatDay(since)}</Trans>
            </small>
          </>
        ),
      },
      {
        id: "agreements",
        header: t`Agreements to look at again`,
        phone: "line",
        cell: (row) => (
          <ul className={styles.late}>
            {row.agreements.map((each) => (
              <li key={each.id}>
                <Link to="/agreements/$agreementId/revisit" params={{ agreementId: each.id }}>
                  {each.title}
                </Link>
                <small>
                  {each.partner.name} · {waitingSides(each.waits_for)}
                </small>
              </li>
            ))}
          </ul>
        ),
      },
    ],
    [t, day],
  );
  return (
    <>
      <PageHead
        title={[t`Overdue revisits`, t`Agreements`]}
        trail={
          <Breadcrumbs here={<Trans>Overdue revisits</Trans>}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={overdueHeading(overdue)}
        lead={
          <Trans>
            Both sides look at each agreement once a year. One that is late keeps nobody out; it asks for a
            call.
          </Trans>
        }
        asOf={
          <DayDial
            day={day}
            today={me.tenant.today}
            onChange={(chosen) =>
              void navigate({
                to: "/agreements/revisits",
                search: compact({ effective_on: chosen }),
                replace: true,
              })
            }
          />
        }
      />
      {overdue.items.length === 0 ? (
        <EmptyState
          title={<Trans>Every revisit that was due has been answered</Trans>}
          actions={
            <ButtonLink to="/agreements">
              <Trans>All agreements</Trans>
            </ButtonLink>
          }
        />
      ) : (
        <DataTable
          caption={t`Overdue revisits by school`}
          captionHidden
          columns={columns}
          rows={overdue.items}
          rowKey={({ school }) => school?.id ?? "district"}
        />
      )}
    </>
  );
}

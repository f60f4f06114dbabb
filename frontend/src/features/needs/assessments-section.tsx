/** The assessments that needs come from: published, and those still worked on that this reader may see. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import type { AssessmentItem } from "@/api/gen/types.gen";
import { formatDay, formatSchoolYear } from "@/lib/dates";
import { formatCount } from "@/lib/numbers";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { ShowMore } from "@/ui/data/show-more";
import { StatusTag } from "@/ui/data/status-tag";
import { Section } from "@/ui/page/section";
import { assessmentsQuery } from "./api";
import { assessmentKind, assessmentLooks, assessmentStatus } from "./words";

type Props = { school: string | undefined; works: boolean };

export function AssessmentsSection({ school, works }: Props) {
  const { t } = useLingui();
  const list = useSuspenseInfiniteQuery(assessmentsQuery(school));
  const assessments = list.data.pages.flatMap((page) => page.items);
  const columns: readonly Column<AssessmentItem>[] = [
    {
      id: "school",
      header: t`School and year`,
      cell: (assessment) => (
        <Link to="/needs/assessments/$assessmentId" params={{ assessmentId: assessment.id }}>
          {assessment.school.name}, {formatSchoolYear(assessment.school_year)}
        </Link>
      ),
    },
    { id: "kind", header: t`Kind`, cell: (assessment) => assessmentKind(assessment.kind) },
    { id: "needs", header: t`Needs`, number: true, cell: (assessment) => formatCount(assessment.need_count) },
    {
      id: "published",
      header: t`Published`,
      cell: (assessment) => (assessment.published_on ? formatDay(assessment.published_on) : t`Not yet`),
    },
    {
      id: "status",
      header: t`Status`,
      cell: (assessment) => (
        <StatusTag look={assessmentLooks[assessment.status]}>{assessmentStatus(assessment.status)}</StatusTag>
      ),
    },
  ];
  return (
    <Section
      heading={<Trans>Needs assessments</Trans>}
      link={
        works && (
          <Link to="/needs/new" search={school ? { school } : {}}>
            <Trans>Name the top three in five minutes</Trans>
          </Link>
        )
      }
      note={<Trans>A school with no published assessment is unknown, never without need.</Trans>}
    >
      {assessments.length === 0 ? (
        <p>
          <Trans>No assessment has been begun.</Trans>
        </p>
      ) : (
        <>
          <DataTable
            caption={<Trans>Needs assessments, last changed first</Trans>}
            captionHidden
            columns={columns}
            rows={assessments}
            rowKey={(assessment) => assessment.id}
          />
          <ShowMore
            shown={assessments.length}
            total={list.data.pages[0]?.total?.value}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </Section>
  );
}

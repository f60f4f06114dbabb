/** A school's needs assessments on its own page, and the way to begin or continue one. */
import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { listNeedsAssessmentsOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { AssessmentItem } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { formatDay, formatSchoolYear } from "@/lib/dates";
import { can } from "@/lib/session";
import { Actions } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { TaskList } from "@/ui/lists/task-list";
import { Section } from "@/ui/page/section";
import { needsSchoolsOf } from "./who";
import { assessmentKind, assessmentLooks, assessmentStatus } from "./words";

export function SchoolAssessments({ schoolId }: { schoolId: string }) {
  const me = useSession();
  const list = useQuery({
    ...listNeedsAssessmentsOptions({ query: { school: schoolId, limit: 100 } }),
    enabled: can(me, "needs:read"),
  });
  const works = needsSchoolsOf(me).includes(schoolId);
  const assessments = list.data?.items.toSorted((one, other) =>
    other.school_year.localeCompare(one.school_year),
  );
  if (!assessments) return null;
  return (
    <Section heading={<Trans>Needs assessments</Trans>}>
      {assessments.length === 0 ? (
        <p>
          <Trans>None is published. That does not mean that the school has no needs.</Trans>
        </p>
      ) : (
        <TaskList
          tasks={assessments.map((each) => ({
            key: each.id,
            link: (
              <Link to="/needs/assessments/$assessmentId" params={{ assessmentId: each.id }}>
                {assessmentKind(each.kind)}, {formatSchoolYear(each.school_year)}
              </Link>
            ),
            why: <Why assessment={each} />,
            tag: <StatusTag look={assessmentLooks[each.status]}>{assessmentStatus(each.status)}</StatusTag>,
          }))}
        />
      )}
      {works && (
        <Actions>
          <ButtonLink to="/needs/start" search={{ school: schoolId }}>
            <Trans>Start a needs assessment</Trans>
          </ButtonLink>
          <ButtonLink kind="quiet" to="/needs/new" search={{ school: schoolId }}>
            <Trans>Name the top three in five minutes</Trans>
          </ButtonLink>
        </Actions>
      )}
    </Section>
  );
}

function Why({ assessment }: { assessment: AssessmentItem }) {
  const { need_count: count, published_on: published } = assessment;
  return (
    <>
      <Plural value={count} one="# need." other="# needs." />{" "}
      {published && <Trans>Published {formatDay(published)}.</Trans>}
    </>
  );
}

/** For which school and year: no question where there is only one answer, and what exists already is said. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { AssessmentItem } from "@/api/gen/types.gen";
import { listNeedsAssessmentsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { useSession } from "@/features/auth";
import { formatSchoolYear } from "@/lib/dates";
import { ButtonLink } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { schoolYearsQuery } from "./api";
import { isInWork } from "./words";

/** The running school year and those to come, the running one first. */
export function useComingYears(): string[] {
  const { today } = useSession().tenant;
  return useSuspenseQuery(schoolYearsQuery)
    .data.items.filter((year) => year.ends_on >= today)
    .map((year) => year.label)
    .toSorted();
}

type Asked = { school: string; schoolYear: string; kind: AssessmentItem["kind"] | null };

/** The assessment of this kind that the school has for the year already. */
export function useExisting({ school, schoolYear, kind }: Asked): AssessmentItem | undefined {
  const asked = { school, limit: 100 };
  const list = useQuery({ ...listNeedsAssessmentsOptions({ query: asked }), enabled: school !== "" });
  return list.data?.items.find((each) => each.school_year === schoolYear && each.kind === kind);
}

export function Existing({ assessment }: { assessment: AssessmentItem }) {
  const { t } = useLingui();
  const { name } = assessment.school;
  const year = formatSchoolYear(assessment.school_year);
  return (
    <Notice
      live
      title={
        isInWork(assessment.status)
          ? t`${name} has begun this for ${year}`
          : t`${name} has this for ${year} already`
      }
      actions={
        <ButtonLink
          kind="primary"
          to="/needs/assessments/$assessmentId"
          params={{ assessmentId: assessment.id }}
        >
          {isInWork(assessment.status) ? <Trans>Continue with it</Trans> : <Trans>Open it</Trans>}
        </ButtonLink>
      }
    >
      {isInWork(assessment.status) ? null : (
        <Trans>The district office can open it again, or choose another year.</Trans>
      )}
    </Notice>
  );
}

/** A school's needs assessment: how far it is, the next step, its needs in order, and what could prove them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { AssessmentRead } from "@/api/gen/types.gen";
import { formatDay, formatSchoolYear } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Steps } from "@/ui/lists/steps";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { assessmentQuery } from "./api";
import { AssessmentNeeds } from "./assessment-needs";
import { AssessmentNext } from "./assessment-next";
import { Proposals } from "./proposals";
import { assessmentKind, assessmentLooks, assessmentStatus, isInWork } from "./words";

export function AssessmentPage({ assessmentId }: { assessmentId: string }) {
  const { t } = useLingui();
  const assessment = useSuspenseQuery(assessmentQuery(assessmentId)).data;
  const year = formatSchoolYear(assessment.school_year);
  const kind = assessmentKind(assessment.kind);
  return (
    <>
      <PageHead
        title={[`${kind} ${year}`, assessment.school.name, t`Needs`]}
        trail={
          <Breadcrumbs here={`${kind} ${year}`}>
            <Link to="/needs">
              <Trans>Needs</Trans>
            </Link>
            <Link to="/needs" search={{ school: assessment.school.id }}>
              {assessment.school.name}
            </Link>
          </Breadcrumbs>
        }
        kind={
          <>
            {kind}{" "}
            <StatusTag look={assessmentLooks[assessment.status]}>
              {assessmentStatus(assessment.status)}
            </StatusTag>
          </>
        }
        heading={
          <Trans>
            What {assessment.school.name} needs, {year}
          </Trans>
        }
        lead={assessment.note}
        asOf={<Dates assessment={assessment} />}
      />
      {assessment.status !== "superseded" && assessment.status !== "published" && (
        <Progress assessment={assessment} />
      )}
      {assessment.is_stale && (
        <Notice kind="warn" title={<Trans>Published more than three years ago</Trans>}>
          <Trans>Needs change. The school should look at them anew.</Trans>
        </Notice>
      )}
      <AssessmentNext assessment={assessment} />
      <AssessmentNeeds assessment={assessment} />
      {assessment.can_edit && <Proposals assessment={assessment} />}
    </>
  );
}

function Progress({ assessment }: { assessment: AssessmentRead }) {
  const { t } = useLingui();
  const { status, submitted_on: submitted, approved_on: approved } = assessment;
  const at = isInWork(status) ? 0 : status === "submitted" ? 1 : 2;
  const steps = [
    {
      key: "work",
      name: t`The school works on it`,
      note: at === 0 && status !== "draft" ? assessmentStatus(status) : undefined,
    },
    {
      key: "principal",
      name: t`The principal reads it`,
      note: at > 0 && submitted ? formatDay(submitted) : undefined,
    },
    { key: "approved", name: t`Approved`, note: at > 1 && approved ? formatDay(approved) : undefined },
    { key: "published", name: t`Published`, note: undefined },
  ];
  return (
    <Steps
      label={t`How far it is`}
      steps={steps.map((step, index) => ({
        ...step,
        state: index < at ? "done" : index === at ? "current" : "ahead",
      }))}
    />
  );
}

function Dates({ assessment }: { assessment: AssessmentRead }) {
  const { published_on: published, approved_on: approved, submitted_on: submitted, lead } = assessment;
  const by = assessment.approved_by?.name;
  return (
    <>
      {lead && <Trans>Led by {lead.name}.</Trans>} {submitted && <Trans>Sent {formatDay(submitted)}.</Trans>}{" "}
      {approved &&
        (by ? (
          <Trans>
            Approved {formatDay(approved)} by {by}.
          </Trans>
        ) : (
          <Trans>Approved {formatDay(approved)}.</Trans>
        ))}{" "}
      {published ? <Trans>Published {formatDay(published)}.</Trans> : <Trans>Not published.</Trans>}
    </>
  );
}

/** A school's needs assessment: its needs in order, what could prove them, and the next step. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { AssessmentNeed, AssessmentRead } from "@/api/gen/types.gen";
import { formatDay, formatSchoolYear } from "@/lib/dates";
import { formatCount } from "@/lib/numbers";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { assessmentQuery } from "./api";
import { AssessmentNext } from "./assessment-next";
import { Proposals } from "./proposals";
import { assessmentKind, assessmentLooks, assessmentStatus, needLooks, needStatus } from "./words";

const NeedDialog = lazy(() => import("./need-dialog").then((module) => ({ default: module.NeedDialog })));

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
      {assessment.is_stale && (
        <Notice kind="warn" title={<Trans>Published more than three years ago</Trans>}>
          <Trans>Needs change. The school should look at them anew.</Trans>
        </Notice>
      )}
      <AssessmentNext assessment={assessment} />
      <Needs assessment={assessment} />
      {assessment.can_edit && <Proposals assessment={assessment} />}
    </>
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

function Needs({ assessment }: { assessment: AssessmentRead }) {
  const { t } = useLingui();
  const [adds, setAdds] = useState(false);
  const { needs } = assessment;
  const columns: readonly Column<AssessmentNeed>[] = [
    {
      id: "rank",
      header: t`Place`,
      number: true,
      cell: (need) => (need.rank === null ? t`None` : formatCount(need.rank)),
    },
    {
      id: "title",
      header: t`Need`,
      cell: (need) => (
        <Link to="/needs/$needId" params={{ needId: need.id }}>
          {need.title}
        </Link>
      ),
    },
    { id: "area", header: t`Area`, cell: (need) => need.area.label },
    { id: "now", header: t`Now`, cell: (need) => need.current_condition ?? t`Not known` },
    {
      id: "evidence",
      header: t`Evidence`,
      number: true,
      cell: (need) => formatCount(need.evidence_count),
    },
    {
      id: "status",
      header: t`Status`,
      cell: (need) => <StatusTag look={needLooks[need.status]}>{needStatus(need.status)}</StatusTag>,
    },
  ];
  return (
    <Section heading={<Plural value={needs.length} one="# need" other="# needs in order" />}>
      {needs.length === 0 ? (
        <p>
          <Trans>No need has been written down yet. That does not mean that there is none.</Trans>
        </p>
      ) : (
        <DataTable
          caption={<Trans>Needs of this assessment in order</Trans>}
          captionHidden
          columns={columns}
          rows={needs}
          rowKey={(need) => need.id}
        />
      )}
      {assessment.can_edit && (
        <p>
          <Button onClick={() => setAdds(true)}>
            <Trans>Add a need</Trans>
          </Button>
        </p>
      )}
      {adds && (
        <Suspense>
          <NeedDialog assessmentId={assessment.id} onClose={() => setAdds(false)} />
        </Suspense>
      )}
    </Section>
  );
}

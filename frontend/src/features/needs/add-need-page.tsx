/** Records a need of an assessment, together with what shows it: published measures, or somebody's account. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Controller, type UseFormReturn } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import type { EvidenceProposalRead } from "@/api/gen/types.gen";
import { formatSchoolYear } from "@/lib/dates";
import { announce } from "@/lib/announcer";
import { ButtonLink, Link } from "@/ui/actions/link";
import { EmptyState } from "@/ui/feedback/empty-state";
import { CheckboxGroup } from "@/ui/fields/checkbox";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { assessmentQuery, proposalsQuery } from "./api";
import { createNeed, newNeed, proposalKey, type NewDraft } from "./need-draft";
import { NeedForm } from "./need-form";
import { useAddNeed } from "./write";

/** `proposal` is the evidence that the need is recorded from. */
export function AddNeedPage({
  assessmentId,
  proposal,
}: {
  assessmentId: string;
  proposal?: string | undefined;
}) {
  const { t } = useLingui();
  const assessment = useSuspenseQuery(assessmentQuery(assessmentId)).data;
  const year = formatSchoolYear(assessment.school_year);
  return (
    <>
      <PageHead
        title={[t`Record a need`, assessment.school.name, t`Needs`]}
        trail={
          <Breadcrumbs here={<Trans>Record a need</Trans>}>
            <Link to="/needs">
              <Trans>Needs</Trans>
            </Link>
            <Link to="/needs/assessments/$assessmentId" params={{ assessmentId }}>
              {assessment.school.name}, {year}
            </Link>
          </Breadcrumbs>
        }
        kind={`${assessment.school.name}, ${year}`}
        heading={<Trans>Record a need</Trans>}
        lead={
          <Trans>
            A title and an area are enough to begin. Everything else can follow, and nobody outside the school
            sees it before it is published.
          </Trans>
        }
      />
      {assessment.can_edit ? (
        <Recorder assessmentId={assessmentId} proposal={proposal} />
      ) : (
        <EmptyState title={<Trans>No need can be added to this assessment.</Trans>}>
          <Trans>
            Only the school’s own people add needs, and only until its principal has approved them.
          </Trans>{" "}
          <Link to="/needs/assessments/$assessmentId" params={{ assessmentId }}>
            <Trans>Back to the assessment</Trans>
          </Link>
        </EmptyState>
      )}
    </>
  );
}

function Recorder({ assessmentId, proposal }: { assessmentId: string; proposal: string | undefined }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const proposals = useSuspenseQuery(proposalsQuery(assessmentId)).data.items;
  const first = proposals.find((each) => proposalKey(each) === proposal);
  const add = useAddNeed(assessmentId);
  const form = useForm<NewDraft>({
    defaultValues: {
      ...newNeed,
      area_code: first?.area_code ?? "",
      proposed: first ? [proposalKey(first)] : [],
    },
  });
  return (
    <NeedForm
      form={form}
      label={t`New need`}
      action={<Trans>Record the need</Trans>}
      cancel={
        <ButtonLink kind="quiet" to="/needs/assessments/$assessmentId" params={{ assessmentId }}>
          <Trans>Cancel</Trans>
        </ButtonLink>
      }
      onSubmit={async (draft) => {
        try {
          const made = await add.mutateAsync(createNeed(draft, proposals));
          announce(t`“${made.title}” is recorded`);
          await navigate({ to: "/needs/assessments/$assessmentId", params: { assessmentId } });
        } catch (error) {
          showProblem(form, error);
        }
      }}
    >
      <Evidence form={form} proposals={proposals} />
    </NeedForm>
  );
}

type EvidenceProps = { form: UseFormReturn<NewDraft>; proposals: readonly EvidenceProposalRead[] };

function Evidence({ form, proposals }: EvidenceProps) {
  const { t } = useLingui();
  const { errors } = form.formState;
  return (
    <Section
      heading={<Trans>What shows it</Trans>}
      note={<Trans>A priority need has at least one piece of evidence. More can be added later.</Trans>}
    >
      {proposals.length > 0 && (
        <Controller
          control={form.control}
          name="proposed"
          render={({ field }) => (
            <CheckboxGroup
              label={t`From published measures`}
              hint={t`Where the school stands worse than the district, the widest gap first`}
              optional
              name="proposed"
              choices={proposals.map((each) => ({ value: proposalKey(each), label: each.sentence }))}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
      )}
      <TextArea
        label={t`What families, students or staff say`}
        hint={t`No names of students`}
        rows={3}
        optional
        error={errors.statement?.message}
        {...form.register("statement", {
          validate: (value, { source }) =>
            value.trim() !== "" || source.trim() === "" || t`Write down what was said`,
        })}
      />
      <TextField
        label={t`Where it was said`}
        hint={t`Such as “Family meeting, October”`}
        optional
        error={errors.source?.message}
        {...form.register("source", {
          validate: (value, { statement }) =>
            value.trim() !== "" || statement.trim() === "" || t`Say where or by whom it was said`,
        })}
      />
    </Section>
  );
}

/** A new target: a draft that nobody is bound by, until it is proposed and both sides agree. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { showProblem } from "@/api/form-problems";
import type { PartnershipRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { schoolYearOf } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { useCreate } from "./acts";
import { schoolYearsQuery } from "./api";
import { newDraft, writeDraft, type Draft } from "./draft";
import { KeepTyped } from "./keep-typed";
import { TargetForm } from "./target-form";

/** What is known when the target is set from a partnership. */
export type Start = Pick<PartnershipRead, "id" | "program"> | undefined;

export function NewTargetPage({ start }: { start?: Start }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const create = useCreate();
  const { today } = useSession().tenant;
  const years = useSuspenseQuery(schoolYearsQuery).data.items.map(({ label }) => label);
  const program = start?.program.name;
  const form = useForm<Draft>({
    defaultValues: {
      ...newDraft(schoolYearOf(today), today),
      ...(start && { program_id: start.program.id, partnership_ids: [start.id] }),
      ...(program && { population_words: t`Students in ${program}` }),
    },
  });
  const { isSubmitting, isDirty, isSubmitSuccessful } = form.formState;
  return (
    <>
      <PageHead
        title={[t`Set a target`, t`Targets`]}
        trail={
          <Breadcrumbs here={<Trans>Set a target</Trans>}>
            <Link to="/targets">
              <Trans>Targets</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={<Trans>Set a target</Trans>}
        lead={
          <Trans>
            It starts as a draft that you can change. The school and the partner both agree before anything is
            measured.
          </Trans>
        }
      />
      <TargetForm
        form={form}
        label={t`New target`}
        years={years}
        onSubmit={async (draft) => {
          try {
            const made = await create.mutateAsync(writeDraft(draft));
            await navigate({
              to: "/targets/$targetId",
              params: { targetId: made.id },
              ignoreBlocker: true,
            });
          } catch (error) {
            showProblem(form, error);
          }
        }}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting && <Trans>Saving…</Trans>}>
              <Trans>Save the draft</Trans>
            </Button>
            <ButtonLink kind="quiet" to="/targets">
              <Trans>Cancel</Trans>
            </ButtonLink>
          </>
        }
      />
      <KeepTyped isTyped={isDirty && !isSubmitting && !isSubmitSuccessful} />
    </>
  );
}

/** The definition of a draft or a proposal, changed; a proposal then asks both sides again. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useLateEdit } from "@/features/partners";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Conflict } from "@/ui/feedback/conflict";
import { EmptyState } from "@/ui/feedback/empty-state";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { useReread, useUpdate } from "./acts";
import { schoolYearsQuery, targetQuery, type Target } from "./api";
import { readDraft, writeChanges, type Draft } from "./draft";
import { fieldName, fieldWords } from "./field-words";
import { KeepTyped } from "./keep-typed";
import { TargetForm } from "./target-form";

export function EditTargetPage({ targetId }: { targetId: string }) {
  const { t } = useLingui();
  const target = useSuspenseQuery(targetQuery(targetId)).data;
  const isAsked = target.status === "proposed";
  return (
    <>
      <PageHead
        title={[t`Edit the definition`, target.name, t`Targets`]}
        trail={
          <Breadcrumbs here={<Trans>Edit the definition</Trans>}>
            <Link to="/targets">
              <Trans>Targets</Trans>
            </Link>
            <Link to="/targets/$targetId" params={{ targetId }}>
              {target.name}
            </Link>
          </Breadcrumbs>
        }
        heading={<Trans>Edit: {target.name}</Trans>}
        lead={
          target.may_edit &&
          (isAsked ? (
            <Trans>It is proposed already: a change asks both sides again.</Trans>
          ) : (
            <Trans>Nobody is bound by a draft.</Trans>
          ))
        }
      />
      {target.may_edit ? (
        <Edit target={target} />
      ) : (
        <EmptyState
          title={<Trans>This definition cannot be edited by you now.</Trans>}
          actions={
            <ButtonLink to="/targets/$targetId" params={{ targetId }}>
              <Trans>Back to the target</Trans>
            </ButtonLink>
          }
        >
          <Trans>
            What both sides agreed is changed by a new version. Drafts are edited by those who work on them.
          </Trans>
        </EmptyState>
      )}
    </>
  );
}

function Edit({ target }: { target: Target }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const update = useUpdate();
  const years = useSuspenseQuery(schoolYearsQuery).data.items.map(({ label }) => label);
  const form = useForm<Draft>({ defaultValues: readDraft(target) });
  const { isSubmitting, isDirty } = form.formState;
  const edit = useLateEdit<Target, Draft>({
    record: target,
    form,
    read: readDraft,
    save: (base, changed, draft) => update.mutateAsync({ target: base, body: writeChanges(changed, draft) }),
    reread: useReread(target.id),
    onDone: () =>
      void navigate({ to: "/targets/$targetId", params: { targetId: target.id }, ignoreBlocker: true }),
  });
  const { conflict } = edit;
  return (
    <>
      {conflict && (
        <Conflict
          differences={conflict.fields.map((field) => ({
            field,
            label: fieldName(field),
            mine: fieldWords(field, form.getValues()),
            theirs: fieldWords(field, conflict.theirs),
          }))}
          onChoose={edit.choose}
        />
      )}
      <TargetForm
        form={form}
        label={t`Definition of the target`}
        program={target.program}
        years={years}
        onSubmit={edit.submit}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting && <Trans>Saving…</Trans>}>
              <Trans>Save the definition</Trans>
            </Button>
            <ButtonLink kind="quiet" to="/targets/$targetId" params={{ targetId: target.id }}>
              <Trans>Cancel</Trans>
            </ButtonLink>
          </>
        }
      />
      <KeepTyped isTyped={isDirty && !isSubmitting} />
    </>
  );
}

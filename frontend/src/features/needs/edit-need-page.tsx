/** Edits and rates a need. A late edit keeps what was typed and shows both sides. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { NeedRead } from "@/api/gen/types.gen";
import { useLateEdit } from "@/features/partners";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Conflict } from "@/ui/feedback/conflict";
import { EmptyState } from "@/ui/feedback/empty-state";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { areasQuery, needQuery, populationsQuery } from "./api";
import { changesOf, newNeed, readNeed, type Field, type NewDraft } from "./need-draft";
import { NeedForm } from "./need-form";
import { draftWords, fieldName } from "./need-words";
import { rereadNeed, useChangeNeed } from "./write";

export function EditNeedPage({ needId }: { needId: string }) {
  const { t } = useLingui();
  const need = useSuspenseQuery(needQuery(needId)).data;
  return (
    <>
      <PageHead
        title={[t`Edit the need`, need.title, t`Needs`]}
        trail={
          <Breadcrumbs here={<Trans>Edit the need</Trans>}>
            <Link to="/needs">
              <Trans>Needs</Trans>
            </Link>
            <Link to="/needs/$needId" params={{ needId }}>
              {need.title}
            </Link>
          </Breadcrumbs>
        }
        kind={need.school.name}
        heading={<Trans>Edit “{need.title}”</Trans>}
        lead={<Trans>Its place follows from its ratings. Evidence is added on the page of the need.</Trans>}
      />
      {need.can_edit ? (
        <Editor need={need} />
      ) : (
        <EmptyState title={<Trans>This need can no longer be edited.</Trans>}>
          <Trans>
            Only the school’s own people edit it, and only until its principal has approved the assessment.
            The district office can open it again.
          </Trans>{" "}
          <Link to="/needs/$needId" params={{ needId }}>
            <Trans>Back to the need</Trans>
          </Link>
        </EmptyState>
      )}
    </>
  );
}

const asDraft = (need: NeedRead): NewDraft => ({ ...newNeed, ...readNeed(need) });
const isField = (field: keyof NewDraft): field is Field =>
  field !== "proposed" && field !== "statement" && field !== "source";

function Editor({ need }: { need: NeedRead }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const change = useChangeNeed();
  const areas = useSuspenseQuery(areasQuery).data.items;
  const populations = useSuspenseQuery(populationsQuery).data.items;
  const form = useForm<NewDraft>({ defaultValues: asDraft(need) });
  const { submit, choose, conflict } = useLateEdit<NeedRead, NewDraft>({
    record: need,
    form,
    read: asDraft,
    save: (base, fields, draft) =>
      change.mutateAsync({ need: base, body: changesOf(draft, fields.filter(isField)) }),
    reread: () => rereadNeed(need.id),
    onDone: () => void navigate({ to: "/needs/$needId", params: { needId: need.id } }),
  });
  const said = (field: Field, draft: NewDraft) => draftWords(field, draft, { areas, populations });
  return (
    <>
      {conflict && (
        <Conflict
          onChoose={choose}
          differences={conflict.fields.filter(isField).map((field) => ({
            field,
            label: fieldName(field),
            mine: said(field, form.getValues()),
            theirs: said(field, conflict.theirs),
          }))}
        />
      )}
      <NeedForm
        form={form}
        label={t`Need`}
        action={<Trans>Save the need</Trans>}
        cancel={
          <ButtonLink kind="quiet" to="/needs/$needId" params={{ needId: need.id }}>
            <Trans>Cancel</Trans>
          </ButtonLink>
        }
        onSubmit={submit}
      />
    </>
  );
}

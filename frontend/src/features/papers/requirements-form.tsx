/** Asks for a paper, changes one that is not in force yet, replaces one from a later day, or mends its words. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { problemSentence, showProblem } from "@/api/form-problems";
import type { RequirementRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { useLateEdit } from "@/features/partners";
import { announce } from "@/lib/announcer";
import { Conflict } from "@/ui/feedback/conflict";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { isDay } from "@/ui/fields/date-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { requirementQuery, useAsk, useReplace, useRereadRequirement, useReword } from "./office-api";
import { emptyDraft, readDraft, writeChanges, writeNew, writeTerms, type Draft } from "./requirements-draft";
import { RequirementsFields } from "./requirements-fields";
import { draftName, draftWords, requirementTitle } from "./requirements-form-words";
import type { Mode } from "./requirements-mode";

type Props = { mode: Mode; asked: RequirementRead | null; onClose: () => void };
type OneProps = { base: RequirementRead; onClose: () => void };

export function RequirementsForm({ mode, asked, onClose }: Props) {
  return (
    <Dialog open onClose={onClose} title={requirementTitle(mode, asked?.title ?? "")}>
      {asked === null ? <New onClose={onClose} /> : <Loaded mode={mode} id={asked.id} onClose={onClose} />}
    </Dialog>
  );
}

function Loaded({ mode, id, onClose }: { mode: Mode; id: string; onClose: () => void }) {
  const { t } = useLingui();
  const { data, error } = useQuery(requirementQuery(id));
  if (error) return <Notice kind="bad">{problemSentence(error)}</Notice>;
  if (!data) return <Skeleton label={t`Loading the requirement`} shape="lines" count={6} />;
  return mode === "replace" ? (
    <Replace base={data} onClose={onClose} />
  ) : (
    <Change base={data} mode={mode} onClose={onClose} />
  );
}

function New({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const form = useForm<Draft>({ defaultValues: emptyDraft });
  const ask = useAsk();
  const submit = async (draft: Draft) => {
    try {
      await ask.mutateAsync(writeNew(draft));
      announce(t`Now asked: ${draft.title}`);
      onClose();
    } catch (error) {
      showProblem(form, error);
    }
  };
  const dayError = (day: string) => (isDay(day) && day >= today ? null : t`Enter today or a later day`);
  return <RequirementsFields {...{ form, submit, onClose, dayError }} mode="add" />;
}

function Replace({ base, onClose }: OneProps) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const form = useForm<Draft>({ defaultValues: { ...readDraft(base), enforced_from: "" } });
  const replace = useReplace();
  const reread = useRereadRequirement(base.id);
  const submit = async (draft: Draft) => {
    try {
      await replace.mutateAsync({ base, body: writeTerms(draft) });
      announce(t`Replaced: ${base.title}`);
      onClose();
    } catch (error) {
      await reread().catch(() => null);
      showProblem(form, error);
    }
  };
  const after = base.enforced_from > today ? base.enforced_from : today;
  const dayError = (day: string) => (isDay(day) && day > after ? null : t`Enter a day after today`);
  return <RequirementsFields {...{ form, submit, onClose, dayError }} mode="replace" />;
}

/** Somebody else's change meanwhile is merged, or asked about where both changed the same. */
function Change({ base, mode, onClose }: OneProps & { mode: Mode }) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const form = useForm<Draft>({ defaultValues: readDraft(base) });
  const change = useReword();
  const { submit, choose, conflict } = useLateEdit({
    record: base,
    form,
    read: readDraft,
    save: (from, changed, draft) => change.mutateAsync({ base: from, body: writeChanges(draft, changed) }),
    reread: useRereadRequirement(base.id),
    onDone: () => {
      announce(t`Saved: ${base.title}`);
      onClose();
    },
  });
  const dayError = (day: string) =>
    mode === "words" || (isDay(day) && day >= today) ? null : t`Enter today or a later day`;
  return (
    <>
      {conflict && (
        <Conflict
          onChoose={choose}
          differences={conflict.fields.map((field) => ({
            field,
            label: draftName(field),
            mine: draftWords(field, form.getValues()) || t`Nothing`,
            theirs: draftWords(field, conflict.theirs) || t`Nothing`,
          }))}
        />
      )}
      <RequirementsFields {...{ form, submit, onClose, dayError, mode }} />
    </>
  );
}

/** Asks once before a template is published, dropped, taken out of use or offered again. */
import { useLingui } from "@lingui/react/macro";
import { problemSentence } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { useMove, useRereadTemplate, type Template, type Verb } from "./api";
import { verbWords } from "./words";

type Props = { verb: Verb; template: Template; onClose: () => void; onDone: () => void };

export function MoveDialog({ verb, template, onClose, onDone }: Props) {
  const { t } = useLingui();
  const move = useMove();
  const reread = useRereadTemplate(template.id);
  const words = verbWords(verb, template);
  const take = () =>
    move.mutate(
      { base: template, verb },
      {
        onSuccess: onDone,
        onError: (error) => {
          if (isApiError(error) && error.isConflict) void reread();
        },
      },
    );
  const why = move.error
    ? isApiError(move.error) && move.error.isConflict
      ? t`Somebody changed this template meanwhile. Close this, read it again, then decide.`
      : problemSentence(move.error)
    : undefined;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={take}
      title={words.title}
      action={words.action}
      working={move.isPending ? words.working : undefined}
      danger={verb === "drop" || verb === "retire"}
      failure={why}
    >
      <p>{words.effect}</p>
    </ConfirmDialog>
  );
}

/** One side's word about other districts: asked once more, or with why. */
import { useLingui } from "@lingui/react/macro";
import { problemSentence, showRefusal } from "@/api/form-problems";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { ReasonDialog } from "@/ui/overlays/reason-dialog";
import { openingRefusal, useSay, type Opening, type Verb } from "./api";
import { verbWords } from "./words";
import styles from "../dialog.module.css";

type Props = { opening: Opening; verb: Verb; onClose: () => void; onDone: () => void };

export function SayDialog({ opening, verb, onClose, onDone }: Props) {
  const { t } = useLingui();
  const say = useSay(opening);
  const words = verbWords(verb, opening.agreement.title, opening.partner.name);
  if (words.asks === undefined)
    return (
      <ConfirmDialog
        open
        onClose={onClose}
        onConfirm={() => say.mutate({ verb }, { onSuccess: onDone })}
        title={words.title}
        action={words.button}
        working={say.isPending ? t`Saving…` : undefined}
        failure={say.isError ? (openingRefusal(say.error) ?? problemSentence(say.error)) : undefined}
      >
        {verb === "agree" && <blockquote className={styles.effect}>{opening.clause}</blockquote>}
        <p>{words.effect}</p>
      </ConfirmDialog>
    );
  return (
    <ReasonDialog
      onClose={onClose}
      send={async (reason) => {
        await say.mutateAsync({ verb, reason });
        onDone();
      }}
      onRefused={(form, error) => showRefusal(form, error, openingRefusal(error))}
      title={words.title}
      effect={words.effect}
      action={words.button}
      working={say.isPending ? t`Saving…` : undefined}
      question={words.asks}
    />
  );
}

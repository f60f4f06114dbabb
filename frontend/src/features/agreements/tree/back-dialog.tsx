/** Asks once before answers lead the usual way again, and shows for each what it leads to now and what it would. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { useGoBack, useRereadTree, type Lead, type Tree } from "./api";
import { answerName, leadWords } from "./words";
import styles from "./tree.module.css";

type Props = {
  tree: Tree;
  /** Of which answer alone; without one, of all that the district set. */
  answer?: Lead["answer"] | undefined;
  onClose: () => void;
  onDone: () => void;
};

export function BackDialog({ tree, answer, onClose, onDone }: Props) {
  const { t } = useLingui();
  const go = useGoBack();
  const reread = useRereadTree();
  const [base, setBase] = useState(tree);
  const [isLate, setLate] = useState(false);
  const own = base.items.filter((lead) => lead.is_own && (answer === undefined || lead.answer === answer));
  const take = () =>
    go.mutate(
      { base, answers: own.map((lead) => lead.answer) },
      {
        onSuccess: onDone,
        onError: (error) => {
          if (!isApiError(error) || !error.isConflict) return;
          void reread().then((now) => {
            setBase(now);
            setLate(true);
          });
        },
      },
    );
  const why = isLate
    ? t`Somebody changed this since you opened it. What stands above is as it is now.`
    : go.error
      ? problemSentence(go.error)
      : undefined;
  const name = answer && answerName(answer);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={own.length > 0 ? take : onClose}
      title={name ? t`Back to the usual way: ${name}` : t`Back to the usual way`}
      action={own.length > 0 ? t`Go back to the usual way` : t`Close`}
      working={go.isPending ? t`Going back…` : undefined}
      failure={why}
    >
      <p>
        <Trans>
          Drafts follow at once. What was sent for review keeps its way, and the history keeps what was set
          here.
        </Trans>
      </p>
      {own.length === 0 && (
        <p>
          <Trans>Nothing is left to change: it leads the usual way by now.</Trans>
        </p>
      )}
      <ul className={styles.changes}>
        {own.map((lead) => (
          <li key={lead.answer}>
            <strong>{answerName(lead.answer)}</strong>
            <p>
              <Trans>
                Now: <del>{leadWords(lead)}</del>
              </Trans>
            </p>
            <p>
              <Trans>
                The usual way: <ins>{leadWords(lead.usual)}</ins>
              </Trans>
            </p>
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}

/** One side's word about other districts: asked once more, or with why. */
import { Trans, useLingui } from "@lingui/react/macro";
import { problemSentence, showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { Dialog } from "@/ui/overlays/dialog";
import { openingRefusal, useSay, type Opening, type Verb } from "./api";
import { verbWords } from "./words";
import styles from "../dialog.module.css";

type Props = { opening: Opening; verb: Verb; onClose: () => void; onDone: () => void };

export function SayDialog({ opening, verb, onClose, onDone }: Props) {
  const { t } = useLingui();
  const say = useSay(opening);
  const form = useForm({ defaultValues: { reason: "" } });
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
  const submit = async ({ reason }: { reason: string }) => {
    try {
      await say.mutateAsync({ verb, reason: reason.trim() });
      onDone();
    } catch (error) {
      const why = openingRefusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={words.title}>
      <p className={styles.effect}>{words.effect}</p>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button kind="primary" type="submit" working={say.isPending ? t`Saving…` : undefined}>
              {words.button}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextArea
          label={words.asks}
          error={form.formState.errors.reason?.message}
          {...form.register("reason", {
            maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
            validate: (value) => value.trim() !== "" || t`Write down why, so that the others know`,
          })}
        />
      </Form>
    </Dialog>
  );
}

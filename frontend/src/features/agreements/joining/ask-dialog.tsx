/** Asks the office to let a school join, with a word for it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { showProblem } from "@/api/form-problems";
import { listOf } from "@/lib/lists";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { joinRefusal, useAskToJoin, type Joinable } from "./requests";
import styles from "../dialog.module.css";

type Props = { agreement: Joinable; school: string; onClose: () => void; onDone: () => void };

export function AskDialog({ agreement, school, onClose, onDone }: Props) {
  const { t } = useLingui();
  const ask = useAskToJoin(school);
  const form = useForm({ defaultValues: { note: "" } });
  const names = listOf(agreement.schools);
  const submit = async ({ note }: { note: string }) => {
    try {
      await ask.mutateAsync({ agreement: agreement.id, note: note.trim() });
      onDone();
    } catch (error) {
      const why = joinRefusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`Ask to join “${agreement.title}”`}>
      <p className={styles.effect}>
        <Trans>
          With {agreement.partner.name}, signed for {names}. The office is asked. When a principal asks, that
          is the school’s word; otherwise the principal is asked afterwards.
        </Trans>
      </p>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button kind="primary" type="submit" working={ask.isPending ? <Trans>Asking…</Trans> : undefined}>
              <Trans>Ask the office</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextArea
          label={t`What should the office know?`}
          hint={t`For which students and how many, never by name.`}
          optional
          error={form.formState.errors.note?.message}
          {...form.register("note", { maxLength: { value: 4000, message: t`Use at most 4,000 characters` } })}
        />
      </Form>
    </Dialog>
  );
}

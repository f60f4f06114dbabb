/** That something promised at this school did not come: since when, and what is missing. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { Button } from "@/ui/actions/button";
import { DateField } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { dayProblem } from "../form-words";
import { useSayMissingHere, type Plan } from "./api";
import { planRefusal } from "./words";
import styles from "../dialog.module.css";

type Props = {
  plan: Plan;
  promise: Plan["expectations"][number];
  onClose: () => void;
  onDone: () => void;
};

export function MissingDialog({ plan, promise, onClose, onDone }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const say = useSayMissingHere(plan);
  const form = useForm({ defaultValues: { on: me.tenant.today, note: "" } });
  const { errors } = form.formState;
  const submit = async (values: { on: string; note: string }) => {
    try {
      await say.mutateAsync({ promise: promise.id, on: values.on, note: values.note.trim() });
      onDone();
    } catch (error) {
      const why = planRefusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`This was not delivered`}>
      <p className={styles.effect}>
        “{promise.text}”{" "}
        <Trans>
          Both sides read what you write here, and it is looked at in the annual revisit. It stops nothing.
        </Trans>
      </p>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button kind="primary" type="submit" working={say.isPending ? <Trans>Saving…</Trans> : undefined}>
              <Trans>Say that it was not delivered</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextArea
          label={t`What did not come, or why?`}
          rows={3}
          error={errors.note?.message}
          {...form.register("note", {
            maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
            validate: (value) => value.trim() !== "" || t`Write down what did not come, or why`,
          })}
        />
        <Controller
          control={form.control}
          name="on"
          rules={{
            validate: (value) => {
              const problem = dayProblem(value);
              if (problem !== true) return problem;
              return value <= me.tenant.today || t`Choose a day that has come`;
            },
          }}
          render={({ field: { name, value, onChange, onBlur } }) => (
            <DateField {...{ name, value, onChange, onBlur }} label={t`Seen on`} error={errors.on?.message} />
          )}
        />
      </Form>
    </Dialog>
  );
}

/** The dialog in which it is said that something promised did not come: where, since when, and what is missing. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { Button } from "@/ui/actions/button";
import { DateField } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { dayProblem } from "../form-words";
import type { PromisePlace } from "./places";
import type { Missing } from "./write";
import styles from "../dialog.module.css";

type Props = {
  promise: { id: string; text: string };
  /** Where it may be said; asked for when there are several. */
  places: readonly PromisePlace[];
  say: { mutateAsync: (missing: Missing) => Promise<unknown>; isPending: boolean };
  /** Why the server refused it, where that can be told better than field by field. */
  explain: (error: unknown) => string | null;
  onClose: () => void;
  onDone: () => void;
};

export function MissingForm({ promise, places, say, explain, onClose, onDone }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const form = useForm({
    defaultValues: { school_id: places[0]?.school ?? "", on: me.tenant.today, note: "" },
  });
  const { errors } = form.formState;
  const submit = async (values: { school_id: string; on: string; note: string }) => {
    try {
      const school = values.school_id === "" ? null : values.school_id;
      await say.mutateAsync({ promise: promise.id, school, on: values.on, note: values.note.trim() });
      onDone();
    } catch (error) {
      const why = explain(error);
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
        {places.length > 1 && (
          <Select
            label={t`Where`}
            options={places.map(({ school, name }) => ({ value: school ?? "", label: name }))}
            error={errors.school_id?.message}
            {...form.register("school_id")}
          />
        )}
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

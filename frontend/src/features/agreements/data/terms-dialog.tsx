/** Everything a data sharing agreement says of student records, in one form; it may be left incomplete. */
import { Trans, useLingui } from "@lingui/react/macro";
import { showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Checkbox } from "@/ui/fields/checkbox";
import { Form } from "@/ui/fields/form";
import { NumberField } from "@/ui/fields/number-field";
import { Select } from "@/ui/fields/select";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { refusal } from "../refusal";
import { useWriteTerms } from "./api";
import { BasisFields } from "./basis-fields";
import { bodyOf, isCount, valuesOf, type DataValues } from "./model";
import { ProseField } from "./prose-field";
import { bases, basisName, type DataTerms } from "./words";
import styles from "../dialog.module.css";

type Props = { data: DataTerms; onClose: () => void; onDone: (now: DataTerms) => void };

export function TermsDialog({ data, onClose, onDone }: Props) {
  const { t } = useLingui();
  const write = useWriteTerms(data);
  const form = useForm<DataValues>({ defaultValues: valuesOf(data.terms) });
  const { errors } = form.formState;
  const lacks = (field: string) => data.lacking.some(({ pointer }) => pointer === `/${field}`);
  const needed = (field: string, hint: string) =>
    lacks(field) ? `${hint} ${t`Needed before it is sent for review.`}` : hint;
  const shared = { form, lacks };
  const submit = async (values: DataValues) => {
    try {
      onDone(await write.mutateAsync(bodyOf(values)));
    } catch (error) {
      const why = refusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`Student records`}>
      <p className={styles.effect}>
        <Trans>
          Kinds of data, never a student’s. It becomes part of the text that both sides sign. You can save it
          incomplete and come back.
        </Trans>
      </p>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button
              kind="primary"
              type="submit"
              working={write.isPending ? <Trans>Saving…</Trans> : undefined}
            >
              <Trans>Save these terms</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <Select
          label={t`Under which exception, or with whose consent?`}
          hint={needed("basis", t`Each asks for its own words.`)}
          options={[
            { value: "", label: t`Choose one` },
            ...bases.map((value) => ({ value, label: basisName(value) })),
          ]}
          error={errors.basis?.message}
          {...form.register("basis")}
        />
        <BasisFields {...shared} />
        <ProseField
          {...shared}
          name="data_elements"
          label={t`Data elements`}
          hint={t`One on each line, such as “Grade” or “Reading level”.`}
        />
        <ProseField {...shared} name="users" label={t`Who at the partner may see them?`} />
        <Checkbox
          label={t`They may be passed on`}
          {...(lacks("may_redisclose") && {
            hint: t`A school official does not pass records on: clear this, or choose another exception.`,
          })}
          {...form.register("may_redisclose")}
        />
        {form.watch("may_redisclose") && (
          <ProseField {...shared} name="redisclosure" label={t`To whom, and for what?`} />
        )}
        <ProseField {...shared} name="security" label={t`How are they kept secure?`} />
        <ProseField {...shared} name="retention" label={t`How long are they kept, and why?`} />
        <NumberField
          label={t`Destroyed after the end within`}
          unit={t`days`}
          whole
          hint={needed("destruction_days", t`Then the partner certifies it.`)}
          error={errors.destruction_days?.message}
          {...form.register("destruction_days", {
            validate: (value) => isCount(value, 0, 3650) || t`Enter a whole number from 0 to 3,650`,
          })}
        />
        <NumberField
          label={t`A breach is told within`}
          unit={t`hours`}
          whole
          hint={needed("breach_hours", t`From the hour in which it is found.`)}
          error={errors.breach_hours?.message}
          {...form.register("breach_hours", {
            validate: (value) => isCount(value, 1, 720) || t`Enter a whole number from 1 to 720`,
          })}
        />
        <ProseField {...shared} name="breach_contact" label={t`Whom is a breach told?`} optional />
        <ProseField
          {...shared}
          name="parents_access"
          label={t`How do parents see their child’s records and have them corrected?`}
        />
        <ProseField
          {...shared}
          name="framework"
          label={t`Framework`}
          hint={t`Such as the National Data Privacy Agreement and its version.`}
          optional
        />
      </Form>
    </Dialog>
  );
}

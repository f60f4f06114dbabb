/** Puts people on the staff list: one, or several pasted from a spreadsheet, one a line. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Form } from "@/ui/fields/form";
import { RadioGroup } from "@/ui/fields/radio-group";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useRenewed } from "./api";
import { useAddPerson } from "./staff-api";
import { readPeople } from "./staff-paste";
import { PlacesField, writePlaces } from "./staff-places";
import { basisName } from "./words";
import styles from "./partner.module.css";

type Values = { people: string; basis: string; places: string[] };
type Props = { partnerId: string; onClose: () => void; onDone: (count: number) => void };

export function StaffAddDialog({ partnerId, onClose, onDone }: Props) {
  const { t } = useLingui();
  const form = useForm<Values>({ defaultValues: { people: "", basis: "employee", places: [] } });
  const { errors, isSubmitting } = form.formState;
  const add = useAddPerson(partnerId);
  const renewed = useRenewed();
  const [added, setAdded] = useState(0);
  const { people, twice } = readPeople(form.watch("people"));

  /** One after the other; who could not be added stays in the field, who was added does not. */
  const submit = async (values: Values) => {
    const all = readPeople(values.people).people;
    const basis = values.basis === "volunteer" ? "volunteer" : "employee";
    let done = 0;
    try {
      for (const person of all) {
        // oxlint-disable-next-line no-await-in-loop -- in the order of the lines, so that the rest can be kept
        await add.mutateAsync({ ...person, basis, places: writePlaces(values.places) });
        done += 1;
      }
      await renewed();
      onDone(added + done);
    } catch (error) {
      const rest = all
        .slice(done)
        .map(({ name, title, email }) => [name, title, email].filter(Boolean).join("\t"));
      form.setValue("people", rest.join("\n"));
      setAdded(added + done);
      showProblem(form, error);
      if (done > 0) await renewed();
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`Add people`}>
      <Form
        form={form}
        label={t`Add people`}
        onSubmit={submit}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Adding…</Trans> : undefined}>
              {people.length > 1 ? (
                <Plural value={people.length} one="Add # person" other="Add # people" />
              ) : (
                <Trans>Add to the list</Trans>
              )}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          {added > 0 && (
            <Notice kind="info" live>
              <Plural
                value={added}
                one="# person was added; the rest is below."
                other="# people were added; the rest is below."
              />
            </Notice>
          )}
          <TextArea
            label={t`People, one a line`}
            hint={t`Name, position, e-mail. Paste from a spreadsheet if you have one. No birth dates or other numbers.`}
            rows={5}
            error={errors.people?.message}
            {...form.register("people", {
              validate: (value) => readPeople(value).people.length > 0 || t`Enter at least one name`,
            })}
          />
          {twice.length > 0 && (
            <p className={styles.quiet} role="status">
              <Trans>Written twice, added once: {twice.join(", ")}</Trans>
            </p>
          )}
          <RadioGroup
            label={t`They are`}
            choices={(["employee", "volunteer"] as const).map((value) => ({
              value,
              label: basisName(value),
            }))}
            {...form.register("basis")}
          />
          <Controller
            control={form.control}
            name="places"
            render={({ field, fieldState }) => (
              <PlacesField
                partnerId={partnerId}
                known={[]}
                value={field.value}
                onChange={field.onChange}
                error={fieldState.error?.message}
              />
            )}
          />
        </div>
      </Form>
    </Dialog>
  );
}

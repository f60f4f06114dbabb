/** Naming a delegate: who, what, and from when until when. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import type { DelegateChoice, DelegationCreate, DelegationRead } from "@/api/gen/types.gen";
import { addDays } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { CheckboxGroup } from "@/ui/fields/checkbox";
import { DateField, isDay } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useNameDelegate } from "./delegates-api";

type Props = {
  choices: readonly DelegateChoice[];
  today: string;
  onClose: () => void;
  onDone: (made: DelegationRead) => void;
};

const lendable = ["confirm_school", "agree_target"] as const;

export function DelegateDialog({ choices, today, onClose, onDone }: Props) {
  const { t } = useLingui();
  const name = useNameDelegate();
  const form = useForm<DelegationCreate>({
    defaultValues: {
      delegate_id: "",
      decisions: [...lendable],
      starts_on: today,
      ends_on: addDays(today, 14),
    },
  });
  const { errors } = form.formState;
  const submit = async (body: DelegationCreate) => {
    try {
      onDone(await name.mutateAsync(body));
    } catch (error) {
      showProblem(form, error);
    }
  };
  const day = (value: string) => isDay(value) || t`Enter a day, such as 6 30 2020`;
  return (
    <Dialog open onClose={onClose} title={t`Name a delegate`}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button
              kind="primary"
              type="submit"
              working={name.isPending ? <Trans>Naming…</Trans> : undefined}
            >
              <Trans>Name the delegate</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <Select
          label={t`Who`}
          hint={t`Somebody who works at your school and is not paid by a partner`}
          empty={t`Choose a person`}
          options={choices.map((each) => ({
            value: each.id,
            label: each.title ? `${each.name}, ${each.title}` : each.name,
          }))}
          error={errors.delegate_id?.message}
          {...form.register("delegate_id", { required: t`Choose a person` })}
        />
        <Controller
          control={form.control}
          name="decisions"
          rules={{ validate: (value) => value.length > 0 || t`Choose at least one` }}
          render={({ field }) => (
            <CheckboxGroup
              label={t`What they may decide`}
              name="decisions"
              choices={[
                { value: "confirm_school", label: t`Agreements for your school` },
                { value: "agree_target", label: t`Targets` },
              ]}
              value={field.value}
              onChange={(chosen) => field.onChange(lendable.filter((each) => chosen.includes(each)))}
              error={errors.decisions?.message}
            />
          )}
        />
        {(["starts_on", "ends_on"] as const).map((field) => (
          <Controller
            key={field}
            control={form.control}
            name={field}
            rules={{ validate: day }}
            render={({ field: { value, onChange, onBlur } }) => (
              <DateField
                name={field}
                label={field === "starts_on" ? t`First day` : t`Last day`}
                value={value}
                onChange={onChange}
                onBlur={onBlur}
                error={errors[field]?.message}
              />
            )}
          />
        ))}
      </Form>
    </Dialog>
  );
}

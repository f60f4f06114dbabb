/** The result of a background check, as the reviewer saw it: clear or not, and on which day. Never the report. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { useSession } from "@/features/auth";
import { announce } from "@/lib/announcer";
import { formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { DateField, isDay } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { RadioGroup } from "@/ui/fields/radio-group";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useRenewed } from "./api";
import { useVerify } from "./office-api";
import type { Pending } from "./queue-pending";
import { checkName } from "./words";

type Draft = { result: string; seen: string };

export function VerifyDialog({ person, check, onClose }: Pending & { onClose: () => void }) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const verify = useVerify(person);
  const renew = useRenewed();
  const form = useForm<Draft>({ defaultValues: { result: "", seen: today } });
  const { errors, isSubmitting } = form.formState;
  const kind = checkName(check.kind);
  const submit = async ({ result, seen }: Draft) => {
    const body = { result: result === "clear" ? "clear" : "not_clear", verified_on: seen } as const;
    try {
      await verify.mutateAsync({ check: check.id, body });
      announce(t`Written down: ${person.name}`);
      onClose();
    } catch (error) {
      if (isApiError(error) && error.status === 409) {
        void renew();
        const message = t`Somebody wrote down the result of this check meanwhile. Nothing more to do here.`;
        form.setError("root.server", { type: "server", message });
      } else {
        showProblem(form, error);
      }
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`${kind}: ${person.name}`}>
      <p>
        <Trans>
          Issued {formatDay(check.issued_on, "long")} for {person.partner.name}. Once written down the result
          stays; a newer check replaces it.
        </Trans>
      </p>
      <Form
        form={form}
        label={t`Result of the check`}
        onSubmit={submit}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
              <Trans>Write down the result</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <RadioGroup
          label={t`What did the report say?`}
          error={errors.result?.message}
          choices={[
            { value: "clear", label: t`Clear`, hint: t`The person may enter while the check is good.` },
            {
              value: "not_clear",
              label: t`Not clear`,
              hint: t`The person leaves the list of those who may enter.`,
            },
          ]}
          {...form.register("result", { required: t`Choose clear or not clear` })}
        />
        <Controller
          control={form.control}
          name="seen"
          rules={{
            validate: (value) =>
              (isDay(value) && value <= today && value >= check.issued_on) ||
              t`Enter a day from the day it was issued through today`,
          }}
          render={({ field, fieldState }) => (
            <DateField
              label={t`Day on which you saw it`}
              hint={t`It counts from this day.`}
              name={field.name}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={fieldState.error?.message}
            />
          )}
        />
      </Form>
    </Dialog>
  );
}

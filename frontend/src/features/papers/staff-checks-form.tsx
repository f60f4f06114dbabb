/** The results of somebody’s checks, never their reports; a partner enters what was issued, the district its result. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { CheckboxGroup } from "@/ui/fields/checkbox";
import { DateField, isDay } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { useForm } from "@/ui/fields/use-form";
import type { StaffMember } from "./api";
import { useAddChecks } from "./staff-api";
import { checkKinds, checkName } from "./words";
import styles from "./partner.module.css";

type Props = { member: StaffMember; today: string; onClose: () => void; onDone: () => void };

export function ChecksForm({ member, today, onClose, onDone }: Props) {
  const { t } = useLingui();
  const lacking: string[] = member.lacks.filter(({ how }) => how !== "pending").map(({ kind }) => kind);
  const form = useForm({ defaultValues: { kinds: lacking, issued_on: "", expires_on: "" } });
  const add = useAddChecks();
  const { isSubmitting } = form.formState;
  const result = { pending: t`waits for the district`, clear: t`clear`, not_clear: t`not clear` };
  return (
    <>
      {member.checks.length > 0 && (
        <ul className={styles.papers}>
          {member.checks.map((check) => (
            <li key={check.id}>
              <strong>{checkName(check.kind)}</strong>: {result[check.result]},{" "}
              <Trans>issued {formatDay(check.issued_on)}</Trans>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.notice}>
        <Trans>
          Enter which checks were issued and when. The district confirms the result with the source. Never
          upload or write down a report.
        </Trans>
      </p>
      <Form
        form={form}
        label={t`Background checks`}
        onSubmit={async ({ kinds, issued_on: issuedOn, expires_on: expiresOn }) => {
          try {
            const checks = checkKinds
              .filter((kind) => kinds.includes(kind))
              .map((kind) => ({
                kind,
                basis: member.basis,
                issued_on: issuedOn,
                expires_on: expiresOn || null,
                result: "pending" as const,
              }));
            await add.mutateAsync({ member, checks });
            onDone();
          } catch (error) {
            showProblem(form, error);
          }
        }}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
              <Trans>Send to the district</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          <Controller
            control={form.control}
            name="kinds"
            rules={{ validate: (value) => value.length > 0 || t`Choose at least one check` }}
            render={({ field, fieldState }) => (
              <CheckboxGroup
                name="kinds"
                label={t`Checks of the same day`}
                choices={checkKinds.map((value) => ({ value, label: checkName(value) }))}
                value={field.value}
                onChange={field.onChange}
                error={fieldState.error?.message}
              />
            )}
          />
          <div className={styles.pair}>
            <Controller
              control={form.control}
              name="issued_on"
              rules={{
                validate: (value) =>
                  isDay(value)
                    ? value <= today || t`A check is never issued on a day to come`
                    : t`Enter the day on which it was issued`,
              }}
              render={({ field, fieldState }) => (
                <DateField
                  label={t`Issued on`}
                  name={field.name}
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  error={fieldState.error?.message}
                />
              )}
            />
            <Controller
              control={form.control}
              name="expires_on"
              rules={{
                validate: (value) => value === "" || isDay(value) || t`Enter a day, such as 6 30 2021`,
              }}
              render={({ field, fieldState }) => (
                <DateField
                  label={t`Last day`}
                  optional
                  name={field.name}
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  error={fieldState.error?.message}
                />
              )}
            />
          </div>
        </div>
      </Form>
    </>
  );
}

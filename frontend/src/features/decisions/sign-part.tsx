/** What a signature needs: name and title as typed, consent, and the code from the second e-mail. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { UseFormReturn } from "react-hook-form";
import { problemSentence } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { consentWords } from "@/lib/consent";
import { Button } from "@/ui/actions/button";
import { Checkbox } from "@/ui/fields/checkbox";
import { FieldSet } from "@/ui/fields/field";
import { TextField } from "@/ui/fields/text-field";
import { Section } from "@/ui/page/section";
import { useSendCode } from "./api";
import { digitsOf, type Answers } from "./form-model";
import styles from "./decisions.module.css";

type Props = { form: UseFormReturn<Answers>; hint: string; person: string };

export function SignPart({ form, hint, person }: Props) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const filled = (words: string) => (value: string) => value.trim() !== "" || words;
  return (
    <Section heading={t`Your signature`}>
      <div className={styles.asked}>
        <TextField
          label={t`Your full name`}
          hint={t`As you sign: ${person}`}
          autoComplete="name"
          maxLength={200}
          error={errors.signature?.name?.message}
          {...form.register("signature.name", { validate: filled(t`Type your full name`) })}
        />
        <TextField
          label={t`Your title`}
          hint={t`Such as director or superintendent`}
          autoComplete="organization-title"
          maxLength={200}
          error={errors.signature?.title?.message}
          {...form.register("signature.title", { validate: filled(t`Type your title`) })}
        />
        <FieldSet
          id="signature.consents"
          label={t`Signing electronically`}
          error={errors.signature?.consents?.message}
        >
          <Checkbox
            label={consentWords()}
            {...form.register("signature.consents", {
              required: t`Agree to sign electronically, or sign on paper instead`,
            })}
          />
        </FieldSet>
        <Code form={form} hint={hint} />
      </div>
    </Section>
  );
}

function Code({ form, hint }: Omit<Props, "person">) {
  const { t } = useLingui();
  const send = useSendCode();
  const isSoon = isApiError(send.error) && send.error.status === 429;
  return (
    <div className={styles.code}>
      <p>
        <Trans>
          A signature binds, so we make sure that it is you: we send six digits in a second e-mail to {hint}.
        </Trans>
      </p>
      <Button onClick={() => send.mutate()} working={send.isPending ? <Trans>Sending…</Trans> : undefined}>
        {send.isSuccess ? <Trans>Send another code</Trans> : <Trans>Send me the code</Trans>}
      </Button>
      <p role="status" className={styles.said}>
        {send.isSuccess && (
          <Trans>It is on its way to {hint} and works for 15 minutes. Keep this page open.</Trans>
        )}
        {isSoon && <Trans>One was sent just now. Wait a minute, and look among unwanted mail too.</Trans>}
        {send.isError && !isSoon && problemSentence(send.error)}
      </p>
      <TextField
        label={t`Six digits`}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        className={styles.digits}
        error={form.formState.errors.code?.message}
        {...form.register("code", {
          validate: (value) => digitsOf(value).length === 6 || t`Type the six digits from the second e-mail`,
        })}
      />
    </div>
  );
}

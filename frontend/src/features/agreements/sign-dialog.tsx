/** Signing: for whom, which text by its fingerprint, name and title as typed, and consent to sign electronically. */
import { Trans, useLingui } from "@lingui/react/macro";
import { showProblem } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { hasRole } from "@/lib/session";
import { consentLanguage, consentWords } from "@/lib/consent";
import { formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { Checkbox } from "@/ui/fields/checkbox";
import { FieldSet } from "@/ui/fields/field";
import { Form } from "@/ui/fields/form";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import type { ActProps } from "./act-props";
import type { ActWords } from "./act-words";
import { useAct } from "./acts";
import { refusal } from "./refusal";
import styles from "./dialog.module.css";

export function SignDialog({ act, agreement, onClose, onDone, words }: ActProps & { words: ActWords }) {
  const { t } = useLingui();
  const me = useSession();
  const step = useAct(agreement);
  const form = useForm({ defaultValues: { name: "", title: "", consents: false } });
  const { errors } = form.formState;
  const today = formatDay(me.tenant.today, "long");
  const party = hasRole(me, "partner_signatory") ? agreement.partner.name : me.tenant.name;
  const submit = async (values: { name: string; title: string; consents: boolean }) => {
    const sha256 = agreement.text_sha256;
    const typed = { name: values.name.trim(), title: values.title.trim() };
    const signature = { ...values, ...typed, consent_in: consentLanguage(), sha256 };
    try {
      onDone(await step.mutateAsync({ act, said: { signature } }));
    } catch (error) {
      const why = refusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={words.heading}>
      <p className={styles.effect}>
        <Trans>
          You sign “{agreement.title}” for {party}, dated {today}. With both signatures it is fully signed.
        </Trans>{" "}
        <a href={`/agreements/${agreement.id}/text`} target="_blank" rel="noreferrer">
          <Trans>Read the whole text (opens in a new tab)</Trans>
        </a>
      </p>
      <p className={styles.fingerprint}>
        <Trans>Fingerprint of the text you sign:</Trans> <code>{agreement.text_sha256}</code>
      </p>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button kind="primary" type="submit" working={step.isPending ? words.working : undefined}>
              {words.action}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextField
          label={t`Your full name`}
          hint={t`As you sign: ${me.person?.name ?? ""}`}
          autoComplete="name"
          maxLength={200}
          error={errors.name?.message}
          {...form.register("name", { validate: (value) => value.trim() !== "" || t`Type your full name` })}
        />
        <TextField
          label={t`Your title`}
          hint={t`Such as director or superintendent`}
          autoComplete="organization-title"
          maxLength={200}
          error={errors.title?.message}
          {...form.register("title", { validate: (value) => value.trim() !== "" || t`Type your title` })}
        />
        <FieldSet id="consents" label={t`Signing electronically`} error={errors.consents?.message}>
          <Checkbox
            label={consentWords()}
            hint={t`If you would rather sign on paper, close this and ask the district office.`}
            {...form.register("consents", {
              required: t`Agree to sign electronically, or sign on paper instead`,
            })}
          />
        </FieldSet>
      </Form>
    </Dialog>
  );
}

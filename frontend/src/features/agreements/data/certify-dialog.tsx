/** The partner's certificate that the records were destroyed or given back: its scan, when, how and by whose word. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { Button } from "@/ui/actions/button";
import { DateField } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useAddPaper } from "../acts";
import type { Agreement } from "../api";
import { dayProblem } from "../form-words";
import { PaperField } from "../paper-field";
import { paperRefusal } from "../paper-refusal";
import { refusal } from "../refusal";
import { useCertify } from "./api";

type Values = {
  document_id: string;
  destroyed_on: string;
  method: string;
  certified_by: string;
  certifier_title: string;
};
type Props = { agreement: Agreement; onClose: () => void; onDone: () => void };

export function CertifyDialog({ agreement, onClose, onDone }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const add = useAddPaper();
  const certify = useCertify();
  const [file, setFile] = useState<File | null>(null);
  const [kept, setKept] = useState<Agreement | null>(null);
  const form = useForm<Values>({
    defaultValues: {
      document_id: "",
      destroyed_on: me.tenant.today,
      method: "",
      certified_by: "",
      certifier_title: "",
    },
  });
  const { errors } = form.formState;
  const filled = (words: string) => (value: string) => value.trim() !== "" || words;
  const submit = async (values: Values) => {
    if (!file && !kept) {
      form.setError("document_id", { type: "required", message: t`Attach the certificate` });
      return;
    }
    try {
      // A certificate that was kept is not sent twice when the rest has to be mended.
      const at = kept ?? (file ? await add.mutateAsync({ agreement, file }) : agreement);
      setKept(at);
      await certify.mutateAsync({ at, body: { ...values, document_id: at.documents.at(-1)?.id ?? "" } });
      onDone();
    } catch (error) {
      const why = refusal(error);
      const file = paperRefusal(error);
      if (file) form.setError("document_id", { type: "server", message: file });
      else if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`Certify that the records are gone`}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button
              kind="primary"
              type="submit"
              working={certify.isPending || add.isPending ? <Trans>Saving…</Trans> : undefined}
            >
              <Trans>Keep the certificate</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <PaperField
          label={<Trans>Certificate of destruction</Trans>}
          name="document_id"
          error={errors.document_id?.message}
          onChoose={(chosen) => {
            setFile(chosen);
            setKept(null);
            form.clearErrors("document_id");
          }}
        />
        <Controller
          control={form.control}
          name="destroyed_on"
          rules={{ validate: dayProblem }}
          render={({ field: { name, value, onChange, onBlur } }) => (
            <DateField
              {...{ name, value, onChange, onBlur }}
              label={t`Destroyed or given back on`}
              error={errors.destroyed_on?.message}
            />
          )}
        />
        <TextArea
          label={t`How?`}
          hint={t`Such as “Files erased from the server and its backups, paper shredded”.`}
          rows={2}
          error={errors.method?.message}
          {...form.register("method", {
            maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
            validate: filled(t`Say how`),
          })}
        />
        <TextField
          label={t`Who certifies it?`}
          maxLength={200}
          error={errors.certified_by?.message}
          {...form.register("certified_by", { validate: filled(t`Type the name of who certifies it`) })}
        />
        <TextField
          label={t`Their title`}
          maxLength={200}
          error={errors.certifier_title?.message}
          {...form.register("certifier_title", { validate: filled(t`Type their title`) })}
        />
      </Form>
    </Dialog>
  );
}

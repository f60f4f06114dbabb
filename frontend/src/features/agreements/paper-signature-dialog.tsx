/** Entering a signature that was given with a pen: the scan, who, for whom, when, and the hash printed on the paper. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { ifMatch } from "@/api/entity-tags";
import { showProblem } from "@/api/form-problems";
import { enterPaperSignature } from "@/api/gen/sdk.gen";
import type { PaperSignature } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { Button } from "@/ui/actions/button";
import { DateField, isDay } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { settle, useAddPaper } from "./acts";
import type { Agreement } from "./api";
import { PaperField } from "./paper-field";
import { paperRefusal } from "./paper-refusal";
import { refusal } from "./refusal";
import { partyName } from "./words";
import { capital } from "./who";

type Props = { agreement: Agreement; onClose: () => void };

export function PaperSignatureDialog({ agreement, onClose }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const queries = useQueryClient();
  const add = useAddPaper();
  const [scan, setScan] = useState<File | null>(null);
  const [kept, setKept] = useState<Agreement | null>(null);
  const enter = useMutation({
    mutationFn: async ({ at, body }: { at: Agreement; body: PaperSignature }) =>
      (
        await enterPaperSignature({
          path: { agreement_id: at.id },
          body,
          headers: ifMatch(at),
          throwOnError: true,
        })
      ).data,
    onSuccess: (now) => settle(queries, now),
  });
  const form = useForm<PaperSignature>({
    defaultValues: {
      document_id: "",
      party: agreement.paper_parties[0] ?? "partner",
      name: "",
      title: "",
      signed_on: me.tenant.today,
      sha256: "",
    },
  });
  const { errors } = form.formState;
  const submit = async (values: PaperSignature) => {
    if (!scan && !kept) {
      form.setError("document_id", { type: "required", message: t`Attach the scan of the signed paper` });
      return;
    }
    try {
      // A scan that was kept is not sent twice when the rest has to be mended.
      const at = kept ?? (scan ? await add.mutateAsync({ agreement, file: scan }) : agreement);
      setKept(at);
      const document_id = at.documents.at(-1)?.id ?? "";
      const sha256 = values.sha256.replaceAll(/\s/g, "").toLowerCase();
      await enter.mutateAsync({ at, body: { ...values, sha256, document_id } });
      onClose();
    } catch (error) {
      const why = refusal(error);
      const file = paperRefusal(error);
      if (file) form.setError("document_id", { type: "server", message: file });
      else if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  const filled = (words: string) => (value: string) => value.trim() !== "" || words;
  return (
    <Dialog open onClose={onClose} title={t`Enter a paper signature`}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button
              kind="primary"
              type="submit"
              working={enter.isPending || add.isPending ? <Trans>Entering…</Trans> : undefined}
            >
              <Trans>Enter the signature</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <PaperField
          label={<Trans>Scan of the signed paper</Trans>}
          name="document_id"
          error={errors.document_id?.message}
          onChoose={(file) => {
            setScan(file);
            setKept(null);
            form.clearErrors("document_id");
          }}
        />
        <Select
          label={t`Signed for`}
          options={agreement.paper_parties.map((party) => ({
            value: party,
            label: capital(partyName(party, agreement)),
          }))}
          {...form.register("party")}
        />
        <TextField
          label={t`Name below the signature`}
          maxLength={200}
          error={errors.name?.message}
          {...form.register("name", { validate: filled(t`Type the name of who signed`) })}
        />
        <TextField
          label={t`Title below the signature`}
          maxLength={200}
          error={errors.title?.message}
          {...form.register("title", { validate: filled(t`Type the title of who signed`) })}
        />
        <Controller
          control={form.control}
          name="signed_on"
          rules={{ validate: (value) => isDay(value) || t`Enter the day on the paper` }}
          render={({ field: { value, onChange, onBlur } }) => (
            <DateField
              name="signed_on"
              label={t`Signed on`}
              value={value}
              onChange={onChange}
              onBlur={onBlur}
              error={errors.signed_on?.message}
            />
          )}
        />
        <TextField
          label={t`Fingerprint printed on the paper`}
          hint={t`64 letters and digits, at the foot of each page: it shows that this very text was signed.`}
          autoComplete="off"
          spellCheck={false}
          error={errors.sha256?.message}
          {...form.register("sha256", {
            validate: (value) =>
              /^[0-9a-f]{64}$/i.test(value.replaceAll(/\s/g, "")) || t`Copy all 64 letters and digits`,
          })}
        />
      </Form>
    </Dialog>
  );
}

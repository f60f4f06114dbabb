/** Opening a school's page, and whom to ask there. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { KeptSheetRead, KeptSheetWrite } from "@/api/gen/types.gen";
import { useLateEdit } from "@/features/partners";
import { Button } from "@/ui/actions/button";
import { Conflict } from "@/ui/feedback/conflict";
import { Form } from "@/ui/fields/form";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useKeepSheet, useRereadSheet } from "./keeping-api";

type Values = { is_open: boolean; ask: string; ask_es: string; ask_phone: string };

function read(sheet: KeptSheetRead): Values {
  return {
    is_open: sheet.is_open,
    ask: sheet.ask ?? "",
    ask_es: sheet.ask_es ?? "",
    ask_phone: sheet.ask_phone ?? "",
  };
}

function write(values: Values): KeptSheetWrite {
  const said = (value: string) => value.trim() || null;
  return {
    is_open: values.is_open,
    ask: said(values.ask),
    ask_es: said(values.ask_es),
    ask_phone: said(values.ask_phone),
  };
}

type Props = { schoolId: string; sheet: KeptSheetRead; onClose: () => void };

export function PageDialog({ schoolId, sheet, onClose }: Props) {
  const { t } = useLingui();
  const keep = useKeepSheet(schoolId);
  const form = useForm<Values>({ defaultValues: read(sheet) });
  const { submit, choose, conflict } = useLateEdit({
    record: sheet,
    form,
    read,
    save: (base, _, values) => keep.mutateAsync({ base, body: write(values) }),
    reread: useRereadSheet(schoolId),
    onDone: onClose,
  });
  const { errors, isSubmitting } = form.formState;
  const words = sheet.is_open ? t`Edit the page` : t`Open the page`;
  const names: Record<keyof Values, string> = {
    is_open: t`Open to everybody`,
    ask: t`Whom to ask`,
    ask_es: t`The same in Spanish`,
    ask_phone: t`Telephone`,
  };
  return (
    <Dialog open onClose={onClose} title={words}>
      {conflict && (
        <Conflict
          onChoose={choose}
          differences={conflict.fields.map((field) => ({
            field,
            label: names[field],
            mine: form.getValues(field) || t`Nothing`,
            theirs: conflict.theirs[field] || t`Nothing`,
          }))}
        />
      )}
      <Form
        form={form}
        label={words}
        onSubmit={(values) => {
          form.setValue("is_open", true);
          return submit({ ...values, is_open: true });
        }}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
              {sheet.is_open ? <Trans>Save</Trans> : <Trans>Open it to everybody</Trans>}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextField
          label={names.ask}
          hint={t`Such as “The front desk”. Name a person only if they have agreed to be named in public.`}
          optional
          error={errors.ask?.message}
          {...form.register("ask")}
        />
        <TextField
          label={names.ask_es}
          optional
          lang="es"
          error={errors.ask_es?.message}
          {...form.register("ask_es")}
        />
        <TextField
          label={names.ask_phone}
          type="tel"
          optional
          error={errors.ask_phone?.message}
          {...form.register("ask_phone")}
        />
      </Form>
    </Dialog>
  );
}

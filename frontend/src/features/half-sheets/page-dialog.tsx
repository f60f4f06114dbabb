/** Opening a school's page, and whom to ask there. */
import { Trans, useLingui } from "@lingui/react/macro";
import { showProblem } from "@/api/form-problems";
import type { KeptSheetRead } from "@/api/gen/types.gen";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useKeepSheet } from "./keeping-api";

type Props = { schoolId: string; sheet: KeptSheetRead; onClose: () => void };

export function PageDialog({ schoolId, sheet, onClose }: Props) {
  const { t } = useLingui();
  const keep = useKeepSheet(schoolId);
  const form = useForm({
    defaultValues: {
      ask: sheet.ask ?? "",
      ask_es: sheet.ask_es ?? "",
      ask_phone: sheet.ask_phone ?? "",
    },
  });
  const { errors, isSubmitting } = form.formState;
  const words = sheet.is_open ? t`Edit the page` : t`Open the page`;
  return (
    <Dialog open onClose={onClose} title={words}>
      <Form
        form={form}
        label={words}
        onSubmit={async (entered) => {
          const said = (value: string) => value.trim() || null;
          try {
            await keep.mutateAsync({
              base: sheet,
              body: {
                is_open: true,
                ask: said(entered.ask),
                ask_es: said(entered.ask_es),
                ask_phone: said(entered.ask_phone),
              },
            });
            onClose();
          } catch (error) {
            showProblem(form, error);
          }
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
          label={t`Whom to ask`}
          hint={t`Such as “The front desk”. Name a person only if they have agreed to be named in public.`}
          optional
          error={errors.ask?.message}
          {...form.register("ask")}
        />
        <TextField
          label={t`The same in Spanish`}
          optional
          lang="es"
          error={errors.ask_es?.message}
          {...form.register("ask_es")}
        />
        <TextField
          label={t`Telephone`}
          type="tel"
          optional
          error={errors.ask_phone?.message}
          {...form.register("ask_phone")}
        />
      </Form>
    </Dialog>
  );
}

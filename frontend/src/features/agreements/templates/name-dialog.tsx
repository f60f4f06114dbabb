/** Begins a template: one of its own by name and type, or a copy by name; opens what was begun. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { types, type AgreementType } from "../search";
import { typeName } from "../words";
import { useAdd, useCopy, type Template } from "./api";
import { textProblem } from "./words";

type Values = { name: string; type: AgreementType };

export function NameDialog({ copied, onClose }: { copied?: Template; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const add = useAdd();
  const copy = useCopy();
  const form = useForm<Values>({ defaultValues: { name: "", type: copied?.type ?? "mou" } });
  const submit = async ({ name, type }: Values) => {
    try {
      const made = copied
        ? await copy.mutateAsync({ id: copied.id, name: name.trim() })
        : await add.mutateAsync({ name: name.trim(), type });
      onClose();
      await navigate({ to: "/settings/templates/$templateId", params: { templateId: made.id } });
    } catch (error) {
      const taken = isApiError(error) && error.fields.find(({ field }) => field === "name");
      if (taken) form.setError("name", { type: "server", message: textProblem(taken.code, taken.message) });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={copied ? t`Copy “${copied.name}”` : t`Write a template`}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button
              kind="primary"
              type="submit"
              working={form.formState.isSubmitting ? t`Saving…` : undefined}
            >
              {copied ? <Trans>Make the copy</Trans> : <Trans>Begin it</Trans>}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextField
          label={t`Name of the template`}
          hint={t`Authors choose it by this name.`}
          error={form.formState.errors.name?.message}
          {...form.register("name", {
            validate: (value) => value.trim() !== "" || t`Enter a name`,
            maxLength: { value: 200, message: t`Use at most 200 characters` },
          })}
        />
        {!copied && (
          <Select
            label={t`Type of agreement`}
            options={types.map((value) => ({ value, label: typeName(value) }))}
            {...form.register("type")}
          />
        )}
      </Form>
    </Dialog>
  );
}

/** What a view is called, and whether everyone of the office sees it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox } from "@/ui/fields/checkbox";
import { TextField } from "@/ui/fields/text-field";
import type { useForm } from "@/ui/fields/use-form";

export type ViewValues = { name: string; is_shared: boolean };

type Props = { form: ReturnType<typeof useForm<ViewValues>>; canShare: boolean };

export function ViewFields({ form, canShare }: Props) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        label={t`Name`}
        hint={t`The filters, the order and how it is shown are kept; the day is always the current one.`}
        error={form.formState.errors.name?.message}
        {...form.register("name", {
          maxLength: { value: 200, message: t`Use at most 200 characters` },
          validate: (value) => value.trim() !== "" || t`Give the view a name`,
        })}
      />
      {canShare ? (
        <Checkbox
          label={t`Share it with the district’s people`}
          hint={t`Each of them sees what they may see; nobody sees more by a shared view.`}
          {...form.register("is_shared")}
        />
      ) : (
        <p>
          <Trans>Only you find it under its name. Anybody you send the page’s address to can open it.</Trans>
        </p>
      )}
    </>
  );
}

/** A name for what the list is asked now, for oneself or for everyone of the office. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keepSavedViewMutation } from "@/api/gen/@tanstack/react-query.gen";
import { showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { savedQuery, toKeep } from "./saved";
import type { AgreementsSearch } from "./search";

export function SaveViewDialog({ search, onClose }: { search: AgreementsSearch; onClose: () => void }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const canShare = useQuery(savedQuery).data?.can_share ?? false;
  const form = useForm({ defaultValues: { name: "", is_shared: false } });
  const keep = useMutation({
    ...keepSavedViewMutation(),
    onSuccess: () => queries.invalidateQueries({ queryKey: savedQuery.queryKey }),
  });
  const submit = async ({ name, is_shared }: { name: string; is_shared: boolean }) => {
    try {
      const layout = search.view ? { layout: search.view } : {};
      const question = toKeep(search);
      await keep.mutateAsync({
        body: {
          list: "agreements",
          name: name.trim(),
          question,
          is_shared: is_shared && canShare,
          ...layout,
        },
      });
      onClose();
    } catch (error) {
      showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={<Trans>Save this view</Trans>}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button kind="primary" type="submit" working={keep.isPending ? t`Saving…` : undefined}>
              <Trans>Save</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextField
          label={t`Name`}
          hint={t`The filters, the order and how it is shown are kept; the day is always the current one.`}
          error={form.formState.errors.name?.message}
          {...form.register("name", {
            maxLength: { value: 200, message: t`Use at most 200 characters` },
            validate: (value) => value.trim() !== "" || t`Give the view a name`,
          })}
        />
        {canShare && (
          <label>
            <input type="checkbox" {...form.register("is_shared")} />{" "}
            <Trans>Show it to everyone of the office</Trans>
          </label>
        )}
      </Form>
    </Dialog>
  );
}

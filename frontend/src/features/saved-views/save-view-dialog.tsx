/** A name for what the list is asked now, for oneself or for the district's people. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { savedViewsQuery, useKeepView, type Asked } from "./api";
import { ViewFields, type ViewValues } from "./view-fields";

export function SaveViewDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { t } = useLingui();
  const canShare = useQuery(savedViewsQuery(asked.list)).data?.can_share ?? false;
  const form = useForm<ViewValues>({ defaultValues: { name: "", is_shared: false } });
  const keep = useKeepView(asked.list);
  const submit = async ({ name, is_shared: isShared }: ViewValues) => {
    try {
      await keep.mutateAsync({ body: { ...asked, name: name.trim(), is_shared: isShared && canShare } });
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
        <ViewFields form={form} canShare={canShare} />
      </Form>
    </Dialog>
  );
}

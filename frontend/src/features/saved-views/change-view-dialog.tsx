/** Another name for a view, sharing it or no longer, and removing it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { problemSentence, showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Form } from "@/ui/fields/form";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { savedViewQuery, savedViewsQuery, useChangeView, useRemoveView, type SavedView } from "./api";
import { ViewFields, type ViewValues } from "./view-fields";

export function ChangeViewDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  const view = useQuery(savedViewQuery(id));
  return (
    <Dialog open onClose={onClose} title={<Trans>Change this view</Trans>}>
      {view.isSuccess ? (
        <ChangeForm view={view.data} onClose={onClose} />
      ) : view.isError ? (
        <Notice kind="bad" live>
          {problemSentence(view.error)}
        </Notice>
      ) : (
        <Skeleton label={t`Loading the view`} />
      )}
    </Dialog>
  );
}

function ChangeForm({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const { t } = useLingui();
  const canShare = useQuery(savedViewsQuery(view.list)).data?.can_share ?? false;
  const form = useForm<ViewValues>({ defaultValues: { name: view.name, is_shared: view.is_shared } });
  const change = useChangeView(view);
  const remove = useRemoveView(view);
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
      onClose();
    } catch (error) {
      showProblem(form, error);
    }
  };
  return (
    <Form
      form={form}
      onSubmit={({ name, is_shared: isShared }) =>
        attempt(() => change.mutateAsync({ name: name.trim(), ...(canShare && { is_shared: isShared }) }))
      }
      actions={
        <>
          <Button kind="primary" type="submit" working={change.isPending ? t`Saving…` : undefined}>
            <Trans>Save</Trans>
          </Button>
          <Button
            kind="danger"
            onClick={() => void attempt(() => remove.mutateAsync())}
            working={remove.isPending ? t`Removing…` : undefined}
          >
            <Trans>Remove this view</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      {!view.is_own && (
        <p>
          <Trans>{view.owner.name} shares this view with the district’s people.</Trans>
        </p>
      )}
      <ViewFields form={form} canShare={canShare} />
    </Form>
  );
}

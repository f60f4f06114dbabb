/** Ends a waiver today, and says why; whoever was let in by it is kept out from now on. */
import { Trans, useLingui } from "@lingui/react/macro";
import { showProblem } from "@/api/form-problems";
import type { WaiverRead } from "@/api/gen/types.gen";
import { isApiError } from "@/api/problem";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useRenewed } from "./api";
import { useEndWaiver } from "./office-api";

export function EndDialog({ waiver, onClose }: { waiver: WaiverRead; onClose: () => void }) {
  const { t } = useLingui();
  const end = useEndWaiver(waiver);
  const renew = useRenewed();
  const form = useForm({ defaultValues: { reason: "" } });
  const { errors, isSubmitting } = form.formState;
  const partner = waiver.partner.name;
  const paper = waiver.requirement.name;
  return (
    <Dialog open onClose={onClose} title={t`End the waiver of ${partner}`}>
      <p>
        <Trans>
          From today {partner} needs the paper again: {paper}. Programs without it may not enter.
        </Trans>
      </p>
      <Form
        form={form}
        label={t`End the waiver`}
        onSubmit={async ({ reason }) => {
          try {
            await end.mutateAsync(reason.trim());
            announce(t`Ended: the waiver of ${partner}`);
            onClose();
          } catch (error) {
            if (isApiError(error) && error.status === 409) {
              void renew();
              const message = t`Somebody ended this waiver meanwhile. Nothing more to do here.`;
              form.setError("root.server", { type: "server", message });
            } else {
              showProblem(form, error);
            }
          }
        }}
        actions={
          <>
            <Button kind="danger" type="submit" working={isSubmitting ? <Trans>Ending…</Trans> : undefined}>
              <Trans>End it today</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextArea
          label={t`Why it ends early`}
          error={errors.reason?.message}
          {...form.register("reason", {
            maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
            validate: (value) => value.trim() !== "" || t`Say why, in a sentence or two`,
          })}
        />
      </Form>
    </Dialog>
  );
}

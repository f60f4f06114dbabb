/** Asks once before a step, and for the reason when the step needs one. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { showProblem } from "@/api/form-problems";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";

type Props = {
  title: string;
  action: string;
  asksReason: boolean;
  take: (reason: string) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
};

export function StepDialog({ title, action, asksReason, take, onClose, children }: Props) {
  const { t } = useLingui();
  const form = useForm({ defaultValues: { reason: "" } });
  const { errors, isSubmitting } = form.formState;
  return (
    <Dialog open onClose={onClose} title={title}>
      {children && <p>{children}</p>}
      <Form
        form={form}
        label={action}
        onSubmit={async ({ reason }) => {
          try {
            await take(reason.trim());
            announce(t`Done: ${action}`);
            onClose();
          } catch (error) {
            showProblem(form, error);
          }
        }}
        actions={
          <>
            <Button type="submit" kind="primary" working={isSubmitting ? <Trans>Working…</Trans> : undefined}>
              {action}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        {asksReason && (
          <TextArea
            label={t`Reason`}
            error={errors.reason?.message}
            {...form.register("reason", {
              validate: (value) => value.trim() !== "" || t`Say why, in a sentence or two`,
            })}
          />
        )}
      </Form>
    </Dialog>
  );
}

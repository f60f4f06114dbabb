/** Asks once before a decision on a paper. Who was late learns what the paper is now, and keeps what they wrote. */
import { Trans, useLingui } from "@lingui/react/macro";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { problemSentence, showProblem } from "@/api/form-problems";
import type { PaperRead } from "@/api/gen/types.gen";
import { isApiError } from "@/api/problem";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { Dialog } from "@/ui/overlays/dialog";
import { useDecide, useReread } from "./office-api";
import { paperName } from "./queue-words";
import { stateName } from "./words";

type Props = { paper: PaperRead; onClose: () => void; onDone: () => void };

/** What happened instead, when somebody else was faster; the page behind already shows the paper as it is now. */
async function lateWords(error: unknown, reread: () => Promise<PaperRead>): Promise<string | null> {
  if (!isApiError(error) || (!error.isConflict && error.status !== 409)) return null;
  const now = await reread();
  if (now.status === "submitted")
    return t`The paper changed since you opened it. Look at it once more behind this dialog, then decide.`;
  const state = stateName(now.state);
  const by = now.reviewed_by?.name;
  return by
    ? t`${by} was faster: it is now “${state}”. Nothing more to decide here.`
    : t`It is now “${state}”. Nothing more to decide here.`;
}

export function AcceptDialog({ paper, onClose, onDone }: Props) {
  const decide = useDecide(paper);
  const reread = useReread(paper.id);
  const [failure, setFailure] = useState<string>();
  const name = paperName(paper);
  const partner = paper.partner.name;
  const accept = async () => {
    try {
      await decide.mutateAsync(null);
      announce(t`Accepted: ${name} of ${partner}`);
      onDone();
    } catch (error) {
      setFailure((await lateWords(error, reread)) ?? problemSentence(error));
    }
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => void accept()}
      title={<Trans>Accept the paper of {partner}</Trans>}
      action={<Trans>Accept</Trans>}
      working={decide.isPending ? <Trans>Accepting…</Trans> : undefined}
      failure={failure}
    >
      <p>
        <Trans>
          {name}: it counts from today at every school that it is for. The partner is told, and programs that
          wait only for it may start.
        </Trans>
      </p>
    </ConfirmDialog>
  );
}

export function RejectDialog({ paper, onClose, onDone }: Props) {
  const { t: say } = useLingui();
  const decide = useDecide(paper);
  const reread = useReread(paper.id);
  const form = useForm({ defaultValues: { reason: "" } });
  const { errors, isSubmitting } = form.formState;
  const name = paperName(paper);
  const partner = paper.partner.name;
  return (
    <Dialog open onClose={onClose} title={<Trans>Turn down the paper of {partner}</Trans>}>
      <p>
        <Trans>
          {name}: it goes back to the partner with your reason. They can correct it and send it again.
        </Trans>
      </p>
      <Form
        form={form}
        label={say`Turn down the paper`}
        onSubmit={async ({ reason }) => {
          try {
            await decide.mutateAsync(reason.trim());
            announce(t`Turned down: ${name} of ${partner}`);
            onDone();
          } catch (error) {
            const late = await lateWords(error, reread);
            if (late) form.setError("root.server", { type: "server", message: late });
            else showProblem(form, error);
          }
        }}
        actions={
          <>
            <Button
              kind="primary"
              type="submit"
              working={isSubmitting ? <Trans>Sending back…</Trans> : undefined}
            >
              <Trans>Turn down</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextArea
          label={say`What is wrong with it`}
          hint={say`The partner reads this, so say what the next one has to show.`}
          error={errors.reason?.message}
          {...form.register("reason", {
            maxLength: { value: 4000, message: say`Use at most 4,000 characters` },
            validate: (value) => value.trim() !== "" || say`Say what is wrong, in a sentence or two`,
          })}
        />
      </Form>
    </Dialog>
  );
}

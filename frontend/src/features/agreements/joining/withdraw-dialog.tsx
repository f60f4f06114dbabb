/** Asks once before a school's wish to join is taken back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { problemSentence } from "@/api/form-problems";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { joinRefusal, useAnswerRequest, type JoinRequest } from "./requests";

type Props = { request: JoinRequest; onClose: () => void; onDone: () => void };

export function WithdrawDialog({ request, onClose, onDone }: Props) {
  const { t } = useLingui();
  const answer = useAnswerRequest(request);
  const { title } = request.agreement;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => answer.mutate({ verb: "withdraw" }, { onSuccess: onDone })}
      title={t`Take back the wish to join “${title}”`}
      action={t`Take it back`}
      working={answer.isPending ? t`Saving…` : undefined}
      failure={answer.isError ? (joinRefusal(answer.error) ?? problemSentence(answer.error)) : undefined}
    >
      <p>
        <Trans>The office is no longer asked. Your school can ask again.</Trans>
      </p>
    </ConfirmDialog>
  );
}

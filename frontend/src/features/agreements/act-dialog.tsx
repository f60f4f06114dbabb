/** Asks once before a step: names its effect, takes the person's own words where they are needed, and says why it failed. */
import { Trans, useLingui } from "@lingui/react/macro";
import { problemSentence } from "@/api/form-problems";
import { listOf } from "@/lib/lists";
import { Notice } from "@/ui/feedback/notice";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import type { ActProps } from "./act-props";
import { actWords } from "./act-words";
import { useAct } from "./acts";
import { refusal } from "./refusal";
import { ReasonDialog } from "./reason-dialog";
import { EndDialog } from "./end-dialog";
import { SignDialog } from "./sign-dialog";

export function ActDialog(props: ActProps) {
  const words = actWords(props.act, props.agreement);
  if (props.act.verb === "sign") return <SignDialog {...props} words={words} />;
  if (props.act.verb === "terminate") return <EndDialog {...props} words={words} />;
  const isReview = props.act.verb === "review" || props.act.verb === "request-changes";
  if (words.asks) return <ReasonDialog {...props} words={words} asks={words.asks} hasNotes={isReview} />;
  return <PlainDialog {...props} />;
}

function PlainDialog({ act, agreement, onClose, onDone }: ActProps) {
  const { t } = useLingui();
  const words = actWords(act, agreement);
  const step = useAct(agreement);
  const schools = agreement.schools.length;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => step.mutate({ act }, { onSuccess: (now) => onDone(now) })}
      title={words.heading}
      action={words.action}
      working={step.isPending ? words.working : undefined}
      danger={words.isDanger ?? false}
      failure={step.isError ? (refusal(step.error) ?? problemSentence(step.error)) : undefined}
    >
      <p>{words.effect}</p>
      {act.verb === "submit" && schools > 1 && (
        <p>
          <Trans>{schools} principals are asked.</Trans>
        </p>
      )}
      {act.verb === "renew" && <Without agreement={agreement} />}
      {act.verb === "renew" && <RevisitMissing agreement={agreement} />}
      {act.verb === "send-for-signature" && (
        <p>{t`Whoever may sign for either side finds it on their first page.`}</p>
      )}
    </ConfirmDialog>
  );
}

/** The year should be looked at before the next one is written; it may also be done meanwhile. */
function RevisitMissing({ agreement }: Pick<ActProps, "agreement">) {
  const { t } = useLingui();
  const renewal = agreement.follow_ups.find(({ kind }) => kind === "renewal");
  if (!renewal?.warnings.includes("revisit_missing")) return null;
  return (
    <Notice kind="warn" title={t`The annual revisit is not finished`}>
      <Trans>A word is still missing in it. What comes of it can be written into the draft.</Trans>
    </Notice>
  );
}

/** The schools that the next term leaves out, because both sides said so. */
function Without({ agreement }: Pick<ActProps, "agreement">) {
  const left = agreement.follow_ups.find(({ kind }) => kind === "renewal")?.without ?? [];
  if (left.length === 0) return null;
  const names = listOf(left.map(({ name }) => name));
  return (
    <Notice kind="warn" title={<Trans>Left out: {names}</Trans>}>
      <Trans>
        At the last annual revisit both sides said that it should end there. You can name a school again in
        the draft; its principal is then asked.
      </Trans>
    </Notice>
  );
}

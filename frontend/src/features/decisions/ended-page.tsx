/** A link that works no more, or none: what that means, and the way on. It says nothing about what was asked. */
import { Trans, useLingui } from "@lingui/react/macro";
import { problemSentence } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { PageHead } from "@/ui/page/page-head";
import { useAskForNewLink, type Found } from "./api";
import { LanguageSwitch } from "./language-switch";
import styles from "./decisions.module.css";

type Ended = Exclude<Found["state"], "open"> | "disowned";

export function EndedPage({ state }: { state: Ended }) {
  const { t } = useLingui();
  const heads = {
    none: t`Open the link in your e-mail`,
    unknown: t`This link is not known here`,
    used: t`This link was used`,
    expired: t`This link is past its last day`,
    revoked: t`This link does not work any more`,
    disowned: t`Thank you. The office knows.`,
  };
  return (
    <div className={styles.page} key={state}>
      <PageHead title={[heads[state], t`Decide`]} heading={heads[state]} lead={<Lead state={state} />} />
      {(state === "used" || state === "expired" || state === "revoked") && <NewLink />}
      <p className={styles.foot}>
        <Trans>
          You can always <Link to="/sign-in">sign in</Link> instead.
        </Trans>
      </p>
      <LanguageSwitch />
    </div>
  );
}

function Lead({ state }: { state: Ended }) {
  switch (state) {
    case "none":
      return <Trans>This page opens from the link in an e-mail of ours. Use the newest one you have.</Trans>;
    case "unknown":
      return <Trans>It may have been cut off. Open it from the e-mail itself, or copy the whole line.</Trans>;
    case "used":
      return <Trans>Each link works once. Your answers are kept, and nothing was lost.</Trans>;
    case "expired":
      return <Trans>Links end after some days, so that an old e-mail decides nothing.</Trans>;
    case "revoked":
      return (
        <Trans>
          A newer e-mail may have replaced it, somebody said it was not theirs, or your role has changed.
        </Trans>
      );
    case "disowned":
      return <Trans>Nothing was decided, and this link has ended. They will ask the right person.</Trans>;
  }
}

/** The same answer for every link: whether anything waits is told by e-mail, to the person alone. */
export function NewLink() {
  const ask = useAskForNewLink();
  if (ask.isSuccess)
    return (
      <Notice kind="good" focus>
        <Trans>
          If something still waits for your answer, a new link is on its way to the same e-mail address. We
          send one an hour at most.
        </Trans>
      </Notice>
    );
  return (
    <>
      {ask.isError && (
        <Notice kind="bad" live>
          {problemSentence(ask.error)}
        </Notice>
      )}
      <Button
        kind="primary"
        onClick={() => ask.mutate()}
        working={ask.isPending ? <Trans>Asking…</Trans> : undefined}
      >
        <Trans>Send me a new link</Trans>
      </Button>
    </>
  );
}

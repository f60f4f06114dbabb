/** For the office and the school's own people: a new link for everybody whose word is missing. */
import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { askForDecisionAgain } from "@/api/gen/sdk.gen";
import { problemSentence } from "@/api/form-problems";
import { listOf } from "@/lib/lists";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import styles from "./agreement.module.css";

type Props = { of: "agreement" | "target"; id: string };

export function AskAgain({ of, id }: Props) {
  const ask = useMutation({
    mutationFn: async () => {
      const body = { object_type: of, object_id: id };
      return (await askForDecisionAgain({ body, throwOnError: true })).data;
    },
  });
  return (
    <div className={styles.upload} data-print="no">
      {ask.data ? (
        <Notice kind={ask.data.written_to.length > 0 ? "good" : "info"} focus>
          {ask.data.written_to.length > 0 ? (
            <Trans>Asked again: {listOf(ask.data.written_to)}.</Trans>
          ) : (
            <Trans>
              Nobody was written to: asked within the hour, or these e-mails are switched off (
              {listOf(ask.data.not_written_to)}).
            </Trans>
          )}
        </Notice>
      ) : (
        <>
          <Button
            small
            onClick={() => ask.mutate()}
            working={ask.isPending ? <Trans>Asking…</Trans> : undefined}
          >
            <Trans>Ask again by e-mail</Trans>
          </Button>
          <p className={styles.hint}>
            <Trans>
              Everybody whose word is missing gets a new link to answer by; the one before ends. Once an hour
              at most.
            </Trans>
          </p>
        </>
      )}
      {ask.isError && (
        <Notice kind="bad" live>
          {problemSentence(ask.error)}
        </Notice>
      )}
    </div>
  );
}

/** Drafting the agreement from what the partnership says already, and going on in its text. */
import { Trans } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { problemSentence } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { NextBox } from "@/ui/page/next-box";
import { useDraftAgreement } from "./api";
import styles from "./partnership.module.css";

export function DraftAction({ partnershipId, who }: { partnershipId: string; who: ReactNode }) {
  const navigate = useNavigate();
  const draft = useDraftAgreement(partnershipId);
  return (
    <>
      <NextBox
        who={who}
        heading={<Trans>Draft the agreement</Trans>}
        action={
          <Button
            kind="primary"
            working={draft.isPending ? <Trans>Drafting…</Trans> : undefined}
            onClick={() =>
              draft.mutate(undefined, {
                onSuccess: ({ id }) =>
                  void navigate({ to: "/agreements/$agreementId", params: { agreementId: id } }),
              })
            }
          >
            <Trans>Draft the agreement</Trans>
          </Button>
        }
      >
        <Trans>
          It starts with this program, this school, its needs and the school year. Nothing is sent until you
          send it.
        </Trans>
      </NextBox>
      {draft.isError && (
        <div className={styles.notice}>
          <Notice kind="bad" live>
            {problemSentence(draft.error)}
          </Notice>
        </div>
      )}
    </>
  );
}

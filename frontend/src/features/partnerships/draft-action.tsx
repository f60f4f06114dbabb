/** Drafting the agreement from what the partnership says already, and going on in its text. */
import { Plural, Trans } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { problemSentence } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { LinkButton } from "@/ui/actions/link-button";
import { Notice } from "@/ui/feedback/notice";
import { NextBox } from "@/ui/page/next-box";
import { useDraftAgreement, type Partnership } from "./api";
import styles from "./partnership.module.css";

export function DraftAction({ partnership, who }: { partnership: Partnership; who: ReactNode }) {
  const navigate = useNavigate();
  const draft = useDraftAgreement(partnership.id);
  const { school, may_share_agreement: others } = partnership;
  const schools = others.length + 1;
  const begin = (together: readonly { id: string }[]) =>
    draft.mutate(
      together.map(({ id }) => id),
      {
        onSuccess: ({ id }) => void navigate({ to: "/agreements/$agreementId", params: { agreementId: id } }),
      },
    );
  return (
    <>
      <NextBox
        who={who}
        heading={<Trans>Draft the agreement</Trans>}
        action={
          <Button
            kind="primary"
            working={draft.isPending ? <Trans>Drafting…</Trans> : undefined}
            onClick={() => begin(others)}
          >
            {others.length > 0 ? (
              <Plural value={schools} one="Draft one for # school" other="Draft one for all # schools" />
            ) : (
              <Trans>Draft the agreement</Trans>
            )}
          </Button>
        }
      >
        {others.length > 0 ? (
          <>
            <Plural
              value={others.length}
              one="One agreement for this school and # more where the program has none: it starts with the program, the schools, their needs and the school year."
              other="One agreement for this school and # more where the program has none: it starts with the program, the schools, their needs and the school year."
            />{" "}
            <Trans>Each principal answers for one school; a no holds nobody else up.</Trans>{" "}
            <LinkButton onClick={() => begin([])}>
              <Trans>Draft it for {school.name} alone</Trans>
            </LinkButton>
          </>
        ) : (
          <Trans>
            It starts with this program, this school, its needs and the school year. Nothing is sent until you
            send it.
          </Trans>
        )}
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

/** Both sides want changes: the amendment is drafted from what they said, or is on its way. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { problemSentence } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { NextBox } from "@/ui/page/next-box";
import { refusal } from "../refusal";
import { statusName } from "../words";
import { useAmend, type Revisit, type Revisits } from "./api";
import { endingWords } from "./words";
import styles from "./revisit.module.css";

export function AmendBox({ revisits, revisit }: { revisits: Revisits; revisit: Revisit }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const amend = useAmend(revisits);
  const { amendment } = revisit;
  if (amendment) {
    const { number } = amendment;
    const stands = amendment.status === "executed" ? t`Fully signed` : statusName(amendment.status);
    return (
      <NextBox
        who={t`Both sides have spoken`}
        heading={t`The changes are in amendment ${number}`}
        action={
          <ButtonLink to="/agreements/$agreementId" params={{ agreementId: amendment.id }}>
            <Trans>Open the amendment</Trans>
          </ButtonLink>
        }
      >
        <Trans>It stands at: {stands}. What is signed stays in force until both sides have signed it.</Trans>
      </NextBox>
    );
  }
  const begin = () =>
    amend.mutate(revisit.id, {
      onSuccess: ({ id }) =>
        void navigate({ to: "/agreements/$agreementId/edit", params: { agreementId: id } }),
    });
  const ending = endingWords(revisit);
  return (
    <>
      {amend.isError && (
        <div className={styles.notice}>
          <Notice kind="bad" live title={t`The amendment could not be drafted`}>
            {refusal(amend.error) ?? problemSentence(amend.error)}
          </Notice>
        </div>
      )}
      <NextBox
        who={t`Both sides have spoken`}
        heading={t`Write the changes into an amendment`}
        action={
          revisit.can_amend ? (
            <Button
              kind="primary"
              onClick={begin}
              working={amend.isPending ? <Trans>Preparing…</Trans> : undefined}
            >
              <Trans>Draft the amendment</Trans>
            </Button>
          ) : (
            <ButtonLink to="/agreements/$agreementId" params={{ agreementId: revisits.id }}>
              <Trans>Open the agreement</Trans>
            </ButtonLink>
          )
        }
      >
        {revisit.can_amend ? (
          <Trans>
            What is signed stays in force. The draft begins with what was said here, to be put where it
            belongs.
          </Trans>
        ) : (
          <Trans>What is signed stays in force until an amendment is signed.</Trans>
        )}{" "}
        {ending?.effect}
      </NextBox>
    </>
  );
}

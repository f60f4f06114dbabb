/** On an agreement's page: schools that ask to join it, and the office's answer. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence, showRefusal } from "@/api/form-problems";
import { formatDay } from "@/lib/dates";
import { Actions, Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { ReasonDialog } from "@/ui/overlays/reason-dialog";
import { Section } from "@/ui/page/section";
import {
  joinRefusal,
  joinRequestsQuery,
  mayMake,
  useAnswerRequest,
  type JoinRequest,
  type JoinVerb,
} from "./requests";
import styles from "../plans/plans.module.css";

type Asked = { request: JoinRequest; verb: JoinVerb };

export function RequestsSection({ agreementId }: { agreementId: string }) {
  const { t } = useLingui();
  const found = useQuery(joinRequestsQuery()).data?.items ?? [];
  const waiting = found.filter(({ agreement, status }) => agreement.id === agreementId && status === "asked");
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (waiting.length === 0 && done === null) return null;
  const close = () => setAsked(null);
  const finish = (verb: JoinVerb) => {
    setAsked(null);
    setDone(verb === "accept" ? t`The school joins.` : t`The school reads your answer.`);
  };
  return (
    <Section heading={t`Schools that ask to join`}>
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={done} key={done} />
        </div>
      )}
      <ul className={styles.plans}>
        {waiting.map((request) => (
          <li key={request.id}>
            <div>
              <h3>{request.school.name}</h3>
              <p>
                {request.asked_by.name}, {formatDay(request.asked_on)}.{" "}
                {request.is_principals ? (
                  <Trans>The principal asks, so the school’s word is given.</Trans>
                ) : (
                  <Trans>The principal is asked once you have said yes.</Trans>
                )}
              </p>
              {request.note && <q>{request.note}</q>}
            </div>
            <Actions>
              {(["accept", "refuse"] as const)
                .filter((verb) => mayMake(request, verb))
                .map((verb) => (
                  <Button key={verb} small onClick={() => setAsked({ request, verb })}>
                    {verb === "accept" ? <Trans>Let it join</Trans> : <Trans>Say no</Trans>}
                  </Button>
                ))}
            </Actions>
          </li>
        ))}
      </ul>
      {asked?.verb === "accept" && <Accept request={asked.request} onClose={close} onDone={finish} />}
      {asked?.verb === "refuse" && <Refuse request={asked.request} onClose={close} onDone={finish} />}
    </Section>
  );
}

type DialogProps = { request: JoinRequest; onClose: () => void; onDone: (verb: JoinVerb) => void };

function Accept({ request, onClose, onDone }: DialogProps) {
  const { t } = useLingui();
  const answer = useAnswerRequest(request);
  const school = request.school.name;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => answer.mutate({ verb: "accept" }, { onSuccess: () => onDone("accept") })}
      title={t`Let ${school} join`}
      action={t`Let it join`}
      working={answer.isPending ? t`Saving…` : undefined}
      failure={answer.isError ? (joinRefusal(answer.error) ?? problemSentence(answer.error)) : undefined}
    >
      <p>
        <Trans>
          The terms stay as they are and nothing is signed again. The school counts from the day of both
          words.
        </Trans>
      </p>
    </ConfirmDialog>
  );
}

function Refuse({ request, onClose, onDone }: DialogProps) {
  const { t } = useLingui();
  const answer = useAnswerRequest(request);
  const school = request.school.name;
  return (
    <ReasonDialog
      onClose={onClose}
      send={async (reason) => {
        await answer.mutateAsync({ verb: "refuse", reason });
        onDone("refuse");
      }}
      onRefused={(form, error) => showRefusal(form, error, joinRefusal(error))}
      title={t`Say no to ${school}`}
      action={<Trans>Say no</Trans>}
      working={answer.isPending ? t`Saving…` : undefined}
      question={t`Why not?`}
    />
  );
}

/** What a school asked to join: whose turn it is, what the office said, and taking the wish back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { LinkButton } from "@/ui/actions/link-button";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { near } from "../days";
import { mayMake, type JoinRequest } from "./requests";
import styles from "../plans/plans.module.css";

const WithdrawDialog = lazy(() =>
  import("./withdraw-dialog").then((module) => ({ default: module.WithdrawDialog })),
);

type Props = { requests: readonly JoinRequest[]; today: string; onWithdrawn: () => void };

export function OwnRequests({ requests, today, onWithdrawn }: Props) {
  const { t } = useLingui();
  const [withdrawn, setWithdrawn] = useState<JoinRequest | null>(null);
  if (requests.length === 0) return null;
  return (
    <>
      <ul className={styles.plans} aria-label={t`What your school asked to join`}>
        {requests.map((request) => (
          <Row key={request.id} request={request} today={today} onWithdraw={() => setWithdrawn(request)} />
        ))}
      </ul>
      {withdrawn && (
        <Suspense>
          <WithdrawDialog
            request={withdrawn}
            onClose={() => setWithdrawn(null)}
            onDone={() => {
              setWithdrawn(null);
              onWithdrawn();
            }}
          />
        </Suspense>
      )}
    </>
  );
}

type RowProps = { request: JoinRequest; today: string; onWithdraw: () => void };

function Row({ request, today, onWithdraw }: RowProps) {
  const { t } = useLingui();
  const { agreement, partner, status, reason } = request;
  const { title } = agreement;
  return (
    <li>
      <div>
        <h3>
          {status === "accepted" ? (
            <Link to="/agreements/$agreementId" params={{ agreementId: agreement.id }}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        <p>
          {partner.name}. <Said request={request} today={today} />
        </p>
        {status === "refused" && reason && <q>{reason}</q>}
        {mayMake(request, "withdraw") && (
          <p>
            <LinkButton aria-label={t`Take it back: the wish to join “${title}”`} onClick={onWithdraw}>
              <Trans>Take it back</Trans>
            </LinkButton>
          </p>
        )}
      </div>
      {status === "asked" ? (
        <StatusTag look="review">{t`Asked`}</StatusTag>
      ) : status === "accepted" ? (
        <StatusTag look="done">{t`The office said yes`}</StatusTag>
      ) : (
        <StatusTag look="none">{t`The office said no`}</StatusTag>
      )}
    </li>
  );
}

function Said({ request, today }: { request: JoinRequest; today: string }) {
  const asked = near(request.asked_on, today);
  const asker = request.asked_by.name;
  if (request.status === "asked" || request.decided_on === null)
    return (
      <Trans>
        {asker} asked on {asked}. The office answers.
      </Trans>
    );
  const answered = near(request.decided_on, today);
  const who = request.decided_by?.name;
  if (request.status === "accepted" && !request.is_principals)
    return (
      <Trans>
        {asker} asked on {asked}; {who} answered on {answered}. The principal’s word counts last.
      </Trans>
    );
  return (
    <Trans>
      {asker} asked on {asked}; {who} answered on {answered}.
    </Trans>
  );
}

/** The thread: need → partner → agreement → target → result, one click each way, printed on one page. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { AgreementRead, NeedRead, TargetRead, Thread } from "@/api/gen/types.gen";
import { stageName } from "@/features/partnerships";
import { addressOf } from "@/lib/address";
import { formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { threadQuery } from "./thread-api";
import styles from "./thread.module.css";

type Props = { id: string; effectiveOn?: string | undefined };

export function ThreadPage({ id, effectiveOn }: Props) {
  const { t } = useLingui();
  const thread = useSuspenseQuery(threadQuery(id, effectiveOn)).data;
  const { partnership, partner } = thread;
  const schoolName = partnership.school.name;
  return (
    <>
      <PageHead
        title={[t`${partner.name} and ${schoolName}`, t`Thread`]}
        trail={
          <Breadcrumbs here={<Trans>Thread</Trans>}>
            <Link to="/partnerships">
              <Trans>Partnerships</Trans>
            </Link>
            <Link to="/partnerships/$partnershipId" params={{ partnershipId: id }}>
              {partnership.program.name}
            </Link>
          </Breadcrumbs>
        }
        heading={
          <Trans>
            {partner.name} and {schoolName}
          </Trans>
        }
        lead={thread.targets[0]?.progress.finding}
        asOf={<Trans>As of {formatDay(thread.effective_on, "full")}.</Trans>}
        action={
          <Button onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        }
      />
      <ol className={styles.thread}>
        <Needs needs={thread.needs} />
        <Step name={<Trans>Partner</Trans>}>
          <h2>
            <a href={addressOf("partner", partner.id)}>{partner.name}</a>
          </h2>
          <p>
            {partnership.program.name}. {stageName(partnership.stage)}.{" "}
            {partner.vetted_on && <Trans>Approved {formatDay(partner.vetted_on)}.</Trans>}
          </p>
        </Step>
        <Agreements agreements={thread.agreements} />
        <Targets targets={thread.targets} />
        <Results thread={thread} />
      </ol>
    </>
  );
}

function Step({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <li>
      <p className={styles.name}>{name}</p>
      <div>{children}</div>
    </li>
  );
}

function Needs({ needs }: { needs: readonly NeedRead[] }) {
  return (
    <Step name={<Trans>Need</Trans>}>
      {needs.length === 0 ? (
        <p>
          <Trans>No published need is linked to it yet.</Trans>
        </p>
      ) : (
        needs.map((need) => (
          <div key={need.id}>
            <h2>
              <a href={addressOf("need", need.id)}>{need.title}</a>
            </h2>
            <p>
              {need.current_condition} {need.evidence[0]?.statement}
            </p>
          </div>
        ))
      )}
    </Step>
  );
}

function Agreements({ agreements }: { agreements: readonly AgreementRead[] }) {
  return (
    <Step name={<Trans>Agreement</Trans>}>
      {agreements.length === 0 ? (
        <p>
          <Trans>No agreement covers it yet.</Trans>
        </p>
      ) : (
        agreements.map((agreement) => (
          <div key={agreement.id}>
            <h2>
              <a href={addressOf("agreement", agreement.id)}>
                {agreement.number} {agreement.title}
              </a>
            </h2>
            <p>
              {agreement.effective_on === null ? (
                <Trans>
                  Not in force yet; from {formatDay(agreement.starts_on)} to {formatDay(agreement.ends_on)}.
                </Trans>
              ) : (
                <Trans>
                  In force from {formatDay(agreement.effective_on)} to {formatDay(agreement.ends_on)}.
                </Trans>
              )}{" "}
              {agreement.signatures.map((signature) => signature.name).join(", ")}
            </p>
          </div>
        ))
      )}
    </Step>
  );
}

function Targets({ targets }: { targets: readonly TargetRead[] }) {
  return (
    <Step name={<Trans>Target</Trans>}>
      {targets.length === 0 ? (
        <p>
          <Trans>Both sides have agreed no target yet.</Trans>
        </p>
      ) : (
        targets.map((target) => (
          <div key={target.id}>
            <h2>
              <a href={addressOf("target", target.id)}>{target.name}</a>
            </h2>
            <p>
              {target.population_words}.{" "}
              <Trans>
                {formatDay(target.period_starts_on)} to {formatDay(target.period_ends_on)}.
              </Trans>
            </p>
          </div>
        ))
      )}
    </Step>
  );
}

function Results({ thread }: { thread: Thread }) {
  const measured = thread.targets.filter((target) => target.progress.as_of_on !== null);
  return (
    <Step name={<Trans>Result</Trans>}>
      {measured.length === 0 ? (
        <p>
          <Trans>No result has been reported yet.</Trans>
        </p>
      ) : (
        measured.map((target) => (
          <div key={target.id}>
            <h2>{target.progress.finding}</h2>
            <p>
              {target.progress.as_of_on && <Trans>As of {formatDay(target.progress.as_of_on)}.</Trans>}{" "}
              <Trans>It shows change among these students, not what caused it.</Trans>
            </p>
          </div>
        ))
      )}
    </Step>
  );
}

/** One site plan: what a school and a partner intend, whose word is missing, and the agreement above it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/features/auth";
import { HistorySection } from "@/features/changes";
import { formatDay } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { SummaryList } from "@/ui/data/summary-list";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { planQuery, type Plan, type PlanVerb } from "./api";
import { PlanNext } from "./plan-next";
import { PlanPromises } from "./plan-promises";
import {
  becauseWords,
  kindName,
  planLooks,
  planSentence,
  planStatusName,
  revisitWords,
  sideName,
  stepWords,
  termWords,
} from "./words";
import styles from "./plans.module.css";

/** Needed only once somebody takes a step. */
const StepDialog = lazy(() => import("./step-dialog").then((module) => ({ default: module.StepDialog })));

type Props = { planId: string; effectiveOn?: string | undefined };

export function PlanPage({ planId, effectiveOn }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const plan = useSuspenseQuery(planQuery(planId, effectiveOn)).data;
  const [step, setStep] = useState<PlanVerb | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const take = (verb: PlanVerb) => {
    setDone(null);
    setStep(verb);
  };
  const heading = t`${plan.partner.name} at ${plan.school.name}`;
  const because = becauseWords(plan);
  const others = plan.allowed_moves.filter(({ move, needs }) => needs.length === 0 && isOther(move));
  return (
    <>
      <PageHead
        title={[heading, kindName(plan.kind)]}
        trail={
          <Breadcrumbs here={plan.school.name}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
            <Link to="/agreements/$agreementId" params={{ agreementId: plan.agreement.id }}>
              {plan.agreement.number}
            </Link>
          </Breadcrumbs>
        }
        kind={
          <>
            {kindName(plan.kind)}{" "}
            <StatusTag look={planLooks[plan.status]}>{planStatusName(plan.status)}</StatusTag>
          </>
        }
        heading={heading}
        lead={termWords(plan)}
        asOf={because || undefined}
        action={
          plan.can_edit ? (
            <ButtonLink to="/site-plans/$planId/edit" params={{ planId }}>
              <Trans>Change its words</Trans>
            </ButtonLink>
          ) : undefined
        }
      />
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={done} key={plan.version} />
        </div>
      )}
      {plan.status_reason && (
        <div className={styles.notice}>
          <Notice
            kind="warn"
            title={
              plan.status === "changes_requested" ? (
                <Trans>What has to change</Trans>
              ) : (
                <Trans>Why it has ended</Trans>
              )
            }
          >
            <p className={styles.words}>{plan.status_reason}</p>
          </Notice>
        </div>
      )}
      <PlanNext plan={plan} onStep={take} />
      <Section heading={t`What both want to reach`}>
        {plan.vision ? <p className={styles.words}>{plan.vision}</p> : <Unsaid />}
        <Facts plan={plan} />
      </Section>
      <PlanPromises plan={plan} />
      <Section heading={t`Both sides’ words`} note={<Trans>Nobody signs a site plan.</Trans>}>
        <ul className={styles.sides}>
          {plan.words.map((word) => (
            <li key={word.side}>
              <span>
                {sideName(word.side, plan)}
                <small>{wordFacts(word, t`Nobody was asked yet`)}</small>
              </span>
              {word.by ? (
                <StatusTag look="done">{t`Agreed`}</StatusTag>
              ) : (
                plan.status === "proposed" && <StatusTag look="review">{t`Waiting`}</StatusTag>
              )}
            </li>
          ))}
        </ul>
        {revisitWords(plan) && (
          <p className={styles.part}>
            {revisitWords(plan)}{" "}
            {plan.next_revisit && (
              <Link to="/agreements/$agreementId/revisit" params={{ agreementId: plan.agreement.id }}>
                <Trans>Open the revisit</Trans>
              </Link>
            )}
          </p>
        )}
        {(others.length > 0 || plan.can_write_next) && (
          <div className={styles.more}>
            {plan.can_write_next && (
              <ButtonLink
                to="/site-plans/new"
                search={{ agreement: plan.agreement.id, school: plan.school.id, from: plan.id }}
              >
                <Trans>Write the next plan</Trans>
              </ButtonLink>
            )}
            {others.map(({ move }) => (
              <Button key={move} kind="quiet" onClick={() => isVerb(move) && take(move)}>
                {isVerb(move) && stepWords(move, plan).heading}
              </Button>
            ))}
          </div>
        )}
      </Section>
      <HistorySection
        of="site_plan"
        id={planId}
        sentence={planSentence}
        timeZone={me.tenant.time_zone}
        today={me.tenant.today}
      />
      {step && (
        <Suspense>
          <StepDialog
            verb={step}
            plan={plan}
            onClose={() => setStep(null)}
            onDone={() => {
              setStep(null);
              setDone(stepWords(step, plan).done);
            }}
          />
        </Suspense>
      )}
    </>
  );

  /** “Ana Ruiz, Jan 20”, or who is asked. */
  function wordFacts(word: Plan["words"][number], nobody: string): string {
    if (word.by && word.on) return `${word.by.name}, ${formatDay(word.on)}`;
    if (word.asked.length === 0) return nobody;
    const names = listOf(word.asked.map(({ name }) => name));
    return t`Asked: ${names}`;
  }
}

function Facts({ plan }: { plan: Plan }) {
  const unsaid = <Unsaid />;
  return (
    <div className={styles.part}>
      <SummaryList
        facts={[
          {
            key: "programs",
            term: <Trans>Programs</Trans>,
            value: listOf(plan.programs.map(({ name }) => name)) || unsaid,
          },
          { key: "when", term: <Trans>When</Trans>, value: plan.schedule ?? unsaid },
          { key: "where", term: <Trans>Where</Trans>, value: plan.place ?? unsaid },
          { key: "whom", term: <Trans>For whom</Trans>, value: plan.participants ?? unsaid },
          {
            key: "communication",
            term: <Trans>How both stay in touch</Trans>,
            value: plan.communication ?? unsaid,
          },
          ...(plan.copied_from
            ? [
                {
                  key: "copied",
                  term: <Trans>Began with the words of</Trans>,
                  value: (
                    <Link to="/site-plans/$planId" params={{ planId: plan.copied_from.id }}>
                      <Trans>the plan of {plan.copied_from.school.name}</Trans>
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

function Unsaid() {
  return (
    <span className={styles.hint}>
      <Trans>Not written down yet</Trans>
    </span>
  );
}

const verbs = ["propose", "agree", "request-changes", "withdraw", "end"] as const;

function isVerb(move: string): move is PlanVerb {
  return verbs.some((verb) => verb === move);
}

/** Not the one step of the box above. */
function isOther(move: string): boolean {
  return isVerb(move) && move !== "agree" && move !== "propose";
}

/** On an agreement's page: how many of its schools have a site plan, each plan, and the way to write one. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/features/auth";
import { can } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import { LinkButton } from "@/ui/actions/link-button";
import type { Agreement } from "../api";
import { plansUnderQuery, type PlanLine, type Plans } from "./api";
import { kindName, planLooks, plansFinding, planStatusName } from "./words";
import styles from "./plans.module.css";

/** Needed only by somebody who writes. */
const CopyDialog = lazy(() => import("./copy-dialog").then((module) => ({ default: module.CopyDialog })));

const few = 14;

type Props = { agreement: Agreement; effectiveOn?: string | undefined };

export function PlansSection({ agreement, effectiveOn }: Props) {
  const { t } = useLingui();
  const mayWrite = can(useSession(), "agreements:write");
  const plans = useQuery(plansUnderQuery(agreement.id, effectiveOn)).data;
  const [isWhole, setWhole] = useState(false);
  const [copying, setCopying] = useState<PlanLine | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (!plans?.may_hold || plans.schools.length === 0) return null;
  if (!plans.is_asked && !mayWrite && plans.schools.every(({ plan, under_way }) => !plan && !under_way))
    return null;
  const shown = isWhole ? plans.schools : plans.schools.slice(0, few);
  const missing = plans.schools.filter((each) => each.can_write && !each.plan);
  const source = plans.schools.find(({ plan }) => plan)?.plan ?? null;
  return (
    <Section
      heading={t`Site plans`}
      note={
        <>
          {plansFinding(plans)}.{" "}
          {plans.is_asked ? (
            <Trans>The district asks for one at every school.</Trans>
          ) : (
            <Trans>What one school and the partner intend under this agreement. It binds neither.</Trans>
          )}
        </>
      }
    >
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={done} />
        </div>
      )}
      <ul className={styles.plans}>
        {shown.map((each) => (
          <Row key={each.school.id} at={each} agreement={agreement.id} />
        ))}
      </ul>
      <div className={styles.more}>
        {plans.schools.length > shown.length && (
          <LinkButton onClick={() => setWhole(true)}>
            <Trans>Show every school</Trans>
          </LinkButton>
        )}
        {source && missing.length > 0 && (
          <Button small onClick={() => setCopying(source)}>
            <Trans>Copy one plan to other schools</Trans>
          </Button>
        )}
      </div>
      {copying && (
        <Suspense>
          <CopyDialog
            plans={plans}
            agreement={agreement.id}
            onClose={() => setCopying(null)}
            onDone={(words) => {
              setCopying(null);
              setDone(words);
            }}
          />
        </Suspense>
      )}
    </Section>
  );
}

function Row({ at, agreement }: { at: Plans["schools"][number]; agreement: string }) {
  const { t } = useLingui();
  const { school, plan, under_way: underWay } = at;
  const name = school.name;
  return (
    <li>
      <h3>{name}</h3>
      {plan && <Line plan={plan} school={name} />}
      {underWay && <Line plan={underWay} school={name} />}
      {!plan && !underWay && (
        <p>
          {at.can_write ? (
            <Link
              to="/site-plans/new"
              search={{ agreement, school: school.id }}
              aria-label={t`Write a plan for ${name}`}
            >
              <Trans>Write a plan</Trans>
            </Link>
          ) : (
            <Trans>No plan</Trans>
          )}
        </p>
      )}
    </li>
  );
}

function Line({ plan, school }: { plan: PlanLine; school: string }) {
  const { t } = useLingui();
  const kind = kindName(plan.kind);
  return (
    <p>
      <Link to="/site-plans/$planId" params={{ planId: plan.id }} aria-label={t`${kind}, ${school}`}>
        {kind}
      </Link>{" "}
      <StatusTag look={planLooks[plan.status]}>{planStatusName(plan.status)}</StatusTag>
    </p>
  );
}

/** One target: what was reached, the one next step for this reader, the values behind it, and what was agreed. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { AskAgain } from "@/features/agreements";
import { useSession } from "@/features/auth";
import { age, formatDay } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { actWords } from "./act-words";
import type { Act } from "./acts";
import { targetQuery, type Result, type Target } from "./api";
import { targetHeading, targetLead } from "./findings";
import { askedSchool, nextStep, otherSteps } from "./next-step";
import { OtherSteps } from "./other-steps";
import { StandingTag } from "./standing-tag";
import { TargetChart } from "./target-chart";
import { TargetNext } from "./target-next";
import { TargetResults } from "./target-results";
import { TargetSchools } from "./target-schools";
import { TargetTerms } from "./target-terms";
import styles from "./target.module.css";

/** Needed only once somebody takes a step. */
const ActDialog = lazy(() => import("./act-dialog").then((module) => ({ default: module.ActDialog })));
const VerifyDialog = lazy(() =>
  import("./verify-dialog").then((module) => ({ default: module.VerifyDialog })),
);

type Props = { targetId: string; effectiveOn?: string | undefined };

export function TargetPage({ targetId, effectiveOn }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { today } = useSession().tenant;
  const target = useSuspenseQuery(targetQuery(targetId, effectiveOn)).data;
  const [act, setAct] = useState<Act | null>(null);
  const [checking, setChecking] = useState<readonly Result[] | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const day = effectiveOn ?? today;
  const next = nextStep(target, today);

  const finish = (words: string, id = target.id) => {
    setAct(null);
    setChecking(null);
    if (id === target.id) setDone(words);
    else void navigate({ to: "/targets/$targetId", params: { targetId: id } });
  };
  return (
    <>
      <PageHead
        title={[target.name, t`Targets`]}
        trail={
          <Breadcrumbs here={target.name}>
            <Link to="/targets">
              <Trans>Targets</Trans>
            </Link>
          </Breadcrumbs>
        }
        kind={
          <>
            <Trans>
              Target, {target.partner.name}, {target.program.name}
            </Trans>{" "}
            <StandingTag target={target} />
          </>
        }
        heading={targetHeading(target)}
        lead={targetLead(target, day)}
        asOf={<AsOf target={target} day={day} today={today} />}
      />
      {done && (
        <div className={styles.notice} key={`${done} ${target.updated_at}`}>
          <Notice kind="good" live focus title={done} />
        </div>
      )}
      <Versions target={target} />
      <TargetNext target={target} next={next} onAct={setAct} onCheck={setChecking} />
      {target.can_ask_again && <AskAgain of="target" id={target.id} />}
      <TargetChart target={target} day={day} />
      <TargetSchools target={target} asked={askedSchool(next)} onAct={setAct} />
      <TargetResults target={target} onAct={setAct} onCheck={setChecking} />
      <TargetTerms target={target} />
      <OtherSteps target={target} steps={otherSteps(target, next)} onAct={setAct} />
      <Suspense>
        {act && (
          <ActDialog
            target={target}
            act={act}
            onClose={() => setAct(null)}
            onDone={(id) => finish(actWords(act, target).done, id)}
          />
        )}
        {checking && (
          <VerifyDialog
            target={target}
            results={checking}
            onClose={() => setChecking(null)}
            onDone={(count) =>
              finish(count === 1 ? t`The result is verified.` : t`${count} results are verified.`)
            }
          />
        )}
      </Suspense>
    </>
  );
}

function AsOf({ target, day, today }: { target: Target; day: string; today: string }) {
  const { as_of_on: on, schools_reporting: reporting } = target.progress;
  return (
    <>
      {on && (
        <>
          <Trans>
            Latest result {formatDay(on, "long")}, {age(on, day)}.
          </Trans>{" "}
          {target.school_count > 1 && reporting > 0 && (
            <Plural
              value={target.schools_agreed}
              one={`From ${reporting} of # school.`}
              other={`From ${reporting} of # schools.`}
            />
          )}{" "}
        </>
      )}
      {day !== today && (
        <Trans>
          As it stood on {formatDay(day, "long")}. Steps are taken today.{" "}
          <Link to="/targets/$targetId" params={{ targetId: target.id }} search={{}}>
            Back to today
          </Link>
        </Trans>
      )}
    </>
  );
}

function Versions({ target }: { target: Target }) {
  const { revised_by_id: after, revises_id: before, status_reason: reason } = target;
  if (!after && !before && !reason) return null;
  return (
    <div className={styles.notice}>
      <Notice>
        {reason && <p>{reason}</p>}
        {after && (
          <p>
            <Link to="/targets/$targetId" params={{ targetId: after }}>
              <Trans>A later version takes its place</Trans>
            </Link>
          </p>
        )}
        {before && (
          <p>
            <Link to="/targets/$targetId" params={{ targetId: before }}>
              <Trans>The version before this one</Trans>
            </Link>
          </p>
        )}
      </Notice>
    </div>
  );
}

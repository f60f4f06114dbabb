/** One target: what was reached, how that was measured and for whom, and what each school said. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { TargetRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { addressOf } from "@/lib/address";
import { age, formatDay, formatSpan } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { SummaryList } from "@/ui/data/summary-list";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { targetQuery, type Act } from "./api";
import { TargetChart } from "./target-chart";
import { OtherSteps, TargetNext } from "./target-next";
import { TargetResults } from "./target-results";
import { TargetSchools } from "./target-schools";
import { Standing } from "./standing";
import { directionName, inUnit, populationName, splitFinding } from "./words";

const ActDialog = lazy(() => import("./act-dialog").then((module) => ({ default: module.ActDialog })));

export function TargetPage({ targetId }: { targetId: string }) {
  const { t } = useLingui();
  const target = useSuspenseQuery(targetQuery(targetId)).data;
  const today = useSession().tenant.today;
  const [act, setAct] = useState<Act | null>(null);
  const { first, rest } = splitFinding(target.name, target.progress.finding);
  const measured = target.progress.as_of_on;
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
            <Standing target={target} />
          </>
        }
        heading={first}
        lead={rest}
        asOf={
          measured && (
            <Trans>
              Latest value {formatDay(measured, "long")}, {age(measured, today)}.
            </Trans>
          )
        }
      />
      <Versions target={target} />
      <TargetNext target={target} onAct={setAct} />
      <TargetChart target={target} />
      <TargetSchools target={target} onAct={setAct} />
      <TargetResults target={target} onAct={setAct} />
      <Definition target={target} />
      <OtherSteps target={target} onAct={setAct} />
      {act && (
        <Suspense>
          <ActDialog target={target} act={act} onClose={() => setAct(null)} />
        </Suspense>
      )}
    </>
  );
}

function Versions({ target }: { target: TargetRead }) {
  const { revised_by_id: next, revises_id: before, status_reason: reason } = target;
  if (!next && !before && !reason) return null;
  return (
    <Notice>
      {reason && <p>{reason}</p>}
      {next && (
        <p>
          <a href={addressOf("target", next)}>
            <Trans>A later version replaces this target</Trans>
          </a>
        </p>
      )}
      {before && (
        <p>
          <a href={addressOf("target", before)}>
            <Trans>The version before this one</Trans>
          </a>
        </p>
      )}
    </Notice>
  );
}

function Definition({ target }: { target: TargetRead }) {
  const { t } = useLingui();
  const say = inUnit(target.unit);
  const { baseline_value: base, target_value: goal, partner_word: word, need } = target;
  const baseline = [base === null ? null : say(base), target.baseline_period, target.baseline_source];
  const agreed = [word.by, word.on && formatDay(word.on)].filter(Boolean).join(", ");
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t`Measure`, target.measure],
    [t`For whom`, `${populationName(target.population)}: ${target.population_words}`],
    [t`Direction`, directionName(target.direction)],
    [t`Baseline`, baseline.filter(Boolean).join(", ")],
    [t`Target`, goal === null ? t`None; it informs only` : say(goal)],
    [t`Period`, formatSpan(target.period_starts_on, target.period_ends_on)],
    [t`Source of the results`, target.data_source],
    [t`The partner’s word`, word.word === "agreed" ? t`Agreed (${agreed})` : t`Not given yet`],
    [
      t`Need`,
      need && (
        <a key="need" href={addressOf("need", need.id)}>
          {need.title}
        </a>
      ),
    ],
    [
      t`Partner`,
      <a key="partner" href={addressOf("partner", target.partner.id)}>
        {target.partner.name}
      </a>,
    ],
  ];
  return (
    <Section heading={<Trans>What was agreed to be measured</Trans>}>
      <SummaryList facts={facts.map(([term, value]) => ({ key: term, term, value: value || t`Not said` }))} />
    </Section>
  );
}

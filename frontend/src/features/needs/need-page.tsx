/** One need: what it is like now, what is hoped for, what proves it, and what can be done next. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { NeedRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { formatSchoolYear } from "@/lib/dates";
import { formatCount } from "@/lib/numbers";
import { can, schoolsOf, type SessionFacts } from "@/lib/session";
import { Actions, Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { SummaryList } from "@/ui/data/summary-list";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { NextBox } from "@/ui/page/next-box";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { gradesSaid } from "./asked";
import { needQuery, useNeedStep } from "./api";
import {
  lackWords,
  needAction,
  needLooks,
  needStatus,
  ratingName,
  ratings,
  ratingWords,
  timeName,
} from "./words";

const StepDialog = lazy(() => import("./step-dialog").then((module) => ({ default: module.StepDialog })));

const reasoned = ["defer", "drop"];

export function NeedPage({ needId }: { needId: string }) {
  const { t } = useLingui();
  const me = useSession();
  const need = useSuspenseQuery(needQuery(needId)).data;
  const year = formatSchoolYear(need.assessment.school_year);
  return (
    <>
      <PageHead
        title={[need.title, need.school.name, t`Needs`]}
        trail={
          <Breadcrumbs here={need.title}>
            <Link to="/needs">
              <Trans>Needs</Trans>
            </Link>
            <Link to="/needs" search={{ school: need.school.id }}>
              {need.school.name}
            </Link>
          </Breadcrumbs>
        }
        kind={
          <>
            {need.area.label} <StatusTag look={needLooks[need.status]}>{needStatus(need.status)}</StatusTag>
          </>
        }
        heading={need.title}
        lead={need.current_condition}
        asOf={
          <Link to="/needs/assessments/$assessmentId" params={{ assessmentId: need.assessment.id }}>
            {need.rank === null ? (
              <Trans>From the needs assessment of {year}</Trans>
            ) : (
              <Trans>
                Number {need.rank} in the needs assessment of {year}
              </Trans>
            )}
          </Link>
        }
      />
      {looksForPrograms(need, me) && (
        <NextBox
          who={<Trans>Next for the school</Trans>}
          heading={<Trans>Find a program for this need</Trans>}
          action={
            <ButtonLink kind="primary" to="/needs/$needId/fits" params={{ needId }}>
              <Trans>See programs that fit</Trans>
            </ButtonLink>
          }
        >
          <Trans>Each program with its reasons, best fit first. Nothing is started by looking.</Trans>
        </NextBox>
      )}
      <NeedFacts need={need} />
      <Section heading={<Trans>Evidence</Trans>}>
        {need.evidence.length === 0 ? (
          <p>
            <Trans>No evidence has been given.</Trans>
          </p>
        ) : (
          <SummaryList
            facts={need.evidence.map((each) => ({ key: each.id, term: each.source, value: each.statement }))}
          />
        )}
      </Section>
      {need.view === "full" && (
        <Section
          heading={<Trans>How it was rated</Trans>}
          note={need.rank_reason && <Trans>Its place was set by hand: {need.rank_reason}</Trans>}
        >
          <SummaryList
            facts={ratings.map((key) => ({ key, term: ratingName(key), value: ratingWords(need[key]) }))}
          />
        </Section>
      )}
      <NeedSteps need={need} />
    </>
  );
}

function looksForPrograms(need: NeedRead, me: SessionFacts): boolean {
  const schools = schoolsOf(me);
  return (
    can(me, "partnerships:write") &&
    (schools === "all" || schools.includes(need.school.id)) &&
    need.assessment.status === "published" &&
    need.meet_via_partnership !== "no" &&
    !["met", "dropped", "deferred"].includes(need.status)
  );
}

function NeedFacts({ need }: { need: NeedRead }) {
  const { t } = useLingui();
  const unknown = t`Not known`;
  return (
    <Section heading={<Trans>About the need</Trans>}>
      <SummaryList
        facts={[
          { key: "now", term: <Trans>Now</Trans>, value: need.current_condition ?? unknown },
          { key: "hoped", term: <Trans>Hoped for</Trans>, value: need.desired_condition ?? unknown },
          {
            key: "students",
            term: <Trans>Students</Trans>,
            value: need.est_students === null ? unknown : t`About ${formatCount(need.est_students)}`,
          },
          { key: "grades", term: <Trans>Grades</Trans>, value: gradesSaid(need.grades) ?? unknown },
          {
            key: "times",
            term: <Trans>When</Trans>,
            value: need.times_of_day.map(timeName).join(", ") || unknown,
          },
          { key: "languages", term: <Trans>Languages</Trans>, value: need.languages.join(", ") || unknown },
          { key: "causes", term: <Trans>Root causes</Trans>, value: need.root_causes ?? unknown },
        ]}
      />
    </Section>
  );
}

function NeedSteps({ need }: { need: NeedRead }) {
  const [move, setMove] = useState<string | null>(null);
  const step = useNeedStep(need);
  if (need.allowed_moves.length === 0) return null;
  const lacking = need.allowed_moves.filter(({ needs }) => needs.length > 0);
  const ready = need.allowed_moves.filter(({ needs }) => needs.length === 0 || needs.includes("reason"));
  return (
    <Section heading={<Trans>Where it stands</Trans>}>
      {lacking
        .filter((each) => !ready.includes(each))
        .map((each) => (
          <p key={each.move}>
            <Trans>Before “{needAction(each.move)}”:</Trans> {each.needs.map(lackWords).join(" ")}
          </p>
        ))}
      <Actions>
        {ready.map((each) => (
          <Button key={each.move} onClick={() => setMove(each.move)}>
            {needAction(each.move)}
          </Button>
        ))}
      </Actions>
      {move && (
        <Suspense>
          <StepDialog
            title={`${needAction(move)}: ${need.title}`}
            action={needAction(move)}
            asksReason={reasoned.includes(move)}
            take={(reason) => step.mutateAsync({ move, reason })}
            onClose={() => setMove(null)}
          />
        </Suspense>
      )}
    </Section>
  );
}

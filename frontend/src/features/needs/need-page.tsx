/** One need: what it is like now, what is hoped for, what shows it, and what can be done next. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { NeedRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { formatSchoolYear } from "@/lib/dates";
import { can, schoolsOf, type SessionFacts } from "@/lib/session";
import { ButtonLink, Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { SummaryList } from "@/ui/data/summary-list";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { NextBox } from "@/ui/page/next-box";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { gradeRuns } from "./asked";
import { needQuery, populationsQuery } from "./api";
import { EvidenceSection } from "./evidence-section";
import { NeedGap } from "./need-gap";
import { NeedPrograms } from "./need-programs";
import { NeedSteps } from "./need-steps";
import { meetName } from "./meet-name";
import { needLooks, needStatus, ratingName, ratings, ratingWords, timeName } from "./words";

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
        action={
          need.can_edit && (
            <ButtonLink to="/needs/$needId/edit" params={{ needId }}>
              <Trans>Edit the need</Trans>
            </ButtonLink>
          )
        }
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
      <NeedGap need={need} />
      {need.meet_via_partnership !== "no" && can(me, "partnerships:read") && <NeedPrograms need={need} />}
      <EvidenceSection need={need} />
      <NeedFacts need={need} />
      {need.view === "full" && need.assessment.kind !== "partnership_needs_survey" && (
        <Section
          heading={<Trans>How it was rated</Trans>}
          note={need.rank_reason && <Trans>Its place was set by hand: {need.rank_reason}</Trans>}
          link={
            need.can_edit && (
              <Link to="/needs/$needId/edit" params={{ needId }}>
                <Trans>Change the ratings</Trans>
              </Link>
            )
          }
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

const capitalized = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

function NeedFacts({ need }: { need: NeedRead }) {
  const { t } = useLingui();
  const unknown = t`Not known`;
  const populations = useQuery(populationsQuery).data?.items ?? [];
  const grades = gradeRuns(need.grades) || unknown;
  const label = (code: string) => populations.find((term) => term.code === code)?.label ?? code;
  return (
    <Section heading={<Trans>About the need</Trans>}>
      <SummaryList
        facts={[
          {
            key: "who",
            term: <Trans>Who addresses it</Trans>,
            value: meetName(need.meet_via_partnership),
          },
          { key: "grades", term: <Trans>Grades</Trans>, value: grades },
          {
            key: "times",
            term: <Trans>When</Trans>,
            value: capitalized(need.times_of_day.map(timeName).join(", ")) || unknown,
          },
          {
            key: "populations",
            term: <Trans>Which students</Trans>,
            value: need.populations.map(label).join(", ") || unknown,
          },
          { key: "languages", term: <Trans>Languages</Trans>, value: need.languages.join(", ") || unknown },
          { key: "causes", term: <Trans>Root causes</Trans>, value: need.root_causes ?? unknown },
        ]}
      />
    </Section>
  );
}

/** A school on one page: what it needs first, its measures, its students, who works there and what comes of it. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { NeedItem } from "@/api/gen/types.gen";
import { JoinableSection, SchoolPlans } from "@/features/agreements";
import {
  MeasuresSection,
  StudentsSection,
  measureFinding,
  schoolMeasuresQuery,
  worstFirst,
} from "@/features/measures";
import { useSession } from "@/features/auth";
import { SchoolAssessments } from "@/features/needs";
import { CloseSchool, SchoolStanding, gradeSpan, levelName, schoolQuery } from "@/features/schools";
import { addressOf } from "@/lib/address";
import { formatPhone } from "@/lib/phone";
import { AnchorButton, Link } from "@/ui/actions/link";
import { SummaryList } from "@/ui/data/summary-list";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { NextBox } from "@/ui/page/next-box";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { schoolNeedsQuery, schoolPartnershipsQuery } from "./school-api";
import { SchoolNeeds, reachedBy } from "./school-needs";
import { SchoolPartners } from "./school-partners";

type Props = { schoolId: string; effectiveOn?: string | undefined };

export function SchoolPage({ schoolId, effectiveOn }: Props) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const [isNews, setNews] = useState(false);
  const school = useSuspenseQuery(schoolQuery(schoolId)).data;
  const measures = useSuspenseQuery(schoolMeasuresQuery(schoolId)).data.items;
  const needs = useSuspenseQuery(schoolNeedsQuery(schoolId)).data.items;
  const partnerships = useSuspenseQuery(
    schoolPartnershipsQuery({ school: schoolId, effective_on: effectiveOn }),
  ).data.items;
  const worst = worstFirst(measures)[0];
  const open = needs.find((need) => isOpen(need) && reachedBy(need, partnerships).length === 0);
  return (
    <>
      <PageHead
        title={[school.name, t`Schools`]}
        trail={
          <Breadcrumbs here={school.name}>
            <Link to="/schools">
              <Trans>Schools</Trans>
            </Link>
          </Breadcrumbs>
        }
        kind={[levelName(school.level), gradeSpan(school.grades), school.network].filter(Boolean).join(", ")}
        heading={school.name}
        lead={worst && `${measureFinding(worst)}.`}
      />
      <SchoolStanding school={school} isNews={isNews} />
      {open && <NextNeed need={open} needs={needs} />}
      <MeasuresSection schoolId={schoolId} schoolName={school.name} />
      <StudentsSection schoolId={schoolId} />
      <SchoolNeeds schoolId={schoolId} needs={needs} partnerships={partnerships} />
      <SchoolAssessments schoolId={schoolId} />
      <SchoolPartners schoolId={schoolId} partnerships={partnerships} effectiveOn={effectiveOn} />
      <SchoolPlans schoolId={schoolId} effectiveOn={effectiveOn} />
      <JoinableSection schoolId={schoolId} />
      <Section
        heading={<Trans>About the school</Trans>}
        link={
          <Link to="/schools/$schoolId/half-sheet" params={{ schoolId }}>
            <Trans>Public page for families</Trans>
          </Link>
        }
      >
        <SummaryList
          facts={[
            {
              key: "front",
              term: <Trans>Front office</Trans>,
              value: school.phone ? (
                <a href={`tel:${school.phone.replace(/[^\d+]/g, "")}`}>{formatPhone(school.phone)}</a>
              ) : (
                <Trans>Not known</Trans>
              ),
            },
            {
              key: "day",
              term: <Trans>School day</Trans>,
              value: school.school_hours ?? <Trans>Not known</Trans>,
            },
            {
              key: "after",
              term: <Trans>After-school hours</Trans>,
              value: school.after_school_hours ?? <Trans>Not known</Trans>,
            },
            {
              key: "address",
              term: <Trans>Address</Trans>,
              value:
                [school.address, school.city, school.state, school.postal_code].filter(Boolean).join(", ") ||
                t`Not known`,
            },
          ]}
        />
        <CloseSchool school={school} today={today} onDone={() => setNews(true)} />
      </Section>
    </>
  );
}

function isOpen(need: NeedItem): boolean {
  return need.meet_via_partnership !== "no" && !["met", "dropped", "deferred"].includes(need.status);
}

function NextNeed({ need, needs }: { need: NeedItem; needs: readonly NeedItem[] }) {
  const place = needs.indexOf(need) + 1;
  return (
    <NextBox
      who={<Trans>Next for the school</Trans>}
      heading={<Trans>Find a program for “{need.title}”</Trans>}
      action={
        <AnchorButton kind="primary" href={`${addressOf("need", need.id)}/fits`}>
          <Trans>See programs that fit</Trans>
        </AnchorButton>
      }
    >
      <Plural
        value={needs.length}
        one="The only published need."
        other={`Number ${place} of # published needs.`}
      />{" "}
      <Trans>No partner works on it yet.</Trans>
    </NextBox>
  );
}

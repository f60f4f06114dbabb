/**
 * The yearly sitting of one agreement: what was promised and what came of it, then each side's word on how it goes on.
 * Its parts are sections in the order of the talk; whatever else closes the year has its place between the look back
 * and the word.
 */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/features/auth";
import { formatDay, formatSchoolYear } from "@/lib/dates";
import { schoolsOf, type SessionFacts } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Beside } from "@/ui/page/beside";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { revisitsQuery, type Revisit, type Revisits } from "./api";
import { DifferencesSection } from "./differences-section";
import { PlacesSection } from "./places-section";
import { Waiting } from "./waiting";
import { chosen, heading, lead, stateLooks, stateName } from "./words";
import { YearsSection } from "./years-section";
import styles from "./revisit.module.css";

/** Needed only by somebody who may speak. */
const WordForm = lazy(() => import("./word-form").then((module) => ({ default: module.WordForm })));

type Props = { agreementId: string; effectiveOn?: string | undefined };

export function RevisitPage({ agreementId, effectiveOn }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const query = useSuspenseQuery(revisitsQuery(agreementId, effectiveOn));
  const revisits = query.data;
  const revisit = chosen(revisits);
  const trail = (
    <Breadcrumbs here={<Trans>Annual revisit</Trans>}>
      <Link to="/agreements">
        <Trans>Agreements</Trans>
      </Link>
      <Link to="/agreements/$agreementId" params={{ agreementId }}>
        {revisits.agreement.number}
      </Link>
    </Breadcrumbs>
  );
  const title = [t`Annual revisit`, revisits.agreement.title, t`Agreements`];
  if (!revisit) {
    return (
      <>
        <PageHead title={title} trail={trail} heading={t`No revisit is planned`} />
        <EmptyState
          title={<Trans>There is nothing to look at again</Trans>}
          actions={
            <ButtonLink to="/agreements/$agreementId" params={{ agreementId }}>
              <Trans>Back to the agreement</Trans>
            </ButtonLink>
          }
        >
          <Trans>
            Revisits are planned once an agreement is fully signed: one for each school year it runs.
          </Trans>
        </EmptyState>
        <YearsSection revisits={revisits} shown={undefined} />
      </>
    );
  }
  const day = formatDay(revisits.as_of, "long");
  return (
    <>
      <PageHead
        title={title}
        trail={trail}
        kind={<Kind revisits={revisits} revisit={revisit} />}
        heading={heading(revisit, revisits.partner.name, standsIn(me, revisit))}
        lead={lead(revisit)}
        asOf={
          revisits.as_of === me.tenant.today ? (
            <Trans>As of {day}.</Trans>
          ) : (
            <Trans>
              As it stands on {day}. Words are given today.{" "}
              <Link to="/agreements/$agreementId/revisit" params={{ agreementId }} search={{}}>
                Back to today
              </Link>
            </Trans>
          )
        }
      />
      <Sitting
        revisits={revisits}
        revisit={revisit}
        isToday={revisits.as_of === me.tenant.today}
        onReread={() => query.refetch()}
      />
    </>
  );
}

/** Whether the reader may speak for schools whose own people are the ones who are asked. */
function standsIn(me: SessionFacts, revisit: Revisit): boolean {
  return schoolsOf(me) === "all" && revisit.schools.some(({ school }) => school !== null);
}

function Kind({ revisits, revisit }: { revisits: Revisits; revisit: Revisit }) {
  const year = formatSchoolYear(revisit.school_year);
  const { title } = revisits.agreement;
  return (
    <>
      <Trans>
        Annual revisit {year} of “{title}”
      </Trans>{" "}
      <StatusTag look={stateLooks[revisit.state]}>{stateName(revisit.state)}</StatusTag>
    </>
  );
}

type SittingProps = {
  revisits: Revisits;
  revisit: Revisit;
  isToday: boolean;
  onReread: () => Promise<unknown>;
};

function Sitting({ revisits, revisit, isToday, onReread }: SittingProps) {
  const { t } = useLingui();
  const [done, setDone] = useState<number | null>(null);
  const [isChanging, setChanging] = useState(false);
  const { side } = revisits;
  const canChange = isToday && side !== null && revisit.schools.some((place) => place.can_say);
  const isAsked = canChange && revisit.can_answer;
  const finish = (schools: number) => {
    setChanging(false);
    setDone(schools);
  };
  return (
    <>
      {done !== null && (
        <div className={styles.notice}>
          <Notice
            kind="good"
            live
            focus
            key={revisits.version}
            title={
              <Plural value={done} one="Your word is given." other="Your word is given for # schools." />
            }
          />
        </div>
      )}
      {!isAsked && <Waiting revisits={revisits} revisit={revisit} />}
      <Beside
        first={
          <>
            {revisits.comparison && (
              <DifferencesSection revisits={revisits} comparison={revisits.comparison} />
            )}
            {side !== null && (isAsked || isChanging) && (
              <Suspense fallback={<Skeleton label={t`Loading the form`} />}>
                <WordForm
                  revisits={revisits}
                  revisit={revisit}
                  side={side}
                  onDone={finish}
                  onReread={onReread}
                  onCancel={isChanging ? () => setChanging(false) : undefined}
                />
              </Suspense>
            )}
            {canChange && !isAsked && !isChanging && (
              <p className={styles.change}>
                <Button
                  onClick={() => {
                    setDone(null);
                    setChanging(true);
                  }}
                >
                  <Trans>Change your word</Trans>
                </Button>
              </p>
            )}
          </>
        }
        asideLabel={t`Who has answered`}
        aside={<PlacesSection revisit={revisit} partner={revisits.partner.name} day={revisits.as_of} />}
      >
        <YearsSection revisits={revisits} shown={revisit} />
      </Beside>
    </>
  );
}

/** One agreement: what it is and where it stands, the one next step for this reader, and everything both sides promised. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/features/auth";
import { HistorySection } from "@/features/changes";
import { formatDay } from "@/lib/dates";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Steps } from "@/ui/lists/steps";
import { Beside } from "@/ui/page/beside";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { actWords } from "./act-words";
import { agreementQuery, type Agreement } from "./api";
import { BlockersSection } from "./blockers-section";
import { lead } from "./findings";
import { historySentence } from "./history-words";
import { Kind } from "./kind";
import { warningWords } from "./needs";
import { NextAction } from "./next-action";
import { nextStep, otherSteps, type Act } from "./next-step";
import { OtherSteps } from "./other-steps";
import { PapersSection } from "./papers-section";
import { PromisesSection } from "./promises-section";
import { RevisitSection } from "./revisit/revisit-section";
import { SchoolsSection } from "./schools-section";
import { ClausesSection } from "./clauses/clauses-section";
import { SigningSection } from "./signing-section";
import { stepsOf } from "./steps";
import { TermsSection } from "./terms-section";
import styles from "./agreement.module.css";

/** Needed only once somebody takes a step. */
const ActDialog = lazy(() => import("./act-dialog").then((module) => ({ default: module.ActDialog })));

const DataSection = lazy(() =>
  import("./data/data-section").then((module) => ({ default: module.DataSection })),
);

const ChangesSection = lazy(() =>
  import("./changes-section").then((module) => ({ default: module.ChangesSection })),
);

const RequestsSection = lazy(() =>
  import("./joining/requests-section").then((module) => ({ default: module.RequestsSection })),
);

const OpeningsSection = lazy(() =>
  import("./openings/openings-section").then((module) => ({ default: module.OpeningsSection })),
);

const AdoptedSection = lazy(() =>
  import("./openings/adopted-section").then((module) => ({ default: module.AdoptedSection })),
);

const PlansSection = lazy(() =>
  import("./plans/plans-section").then((module) => ({ default: module.PlansSection })),
);

type Props = { agreementId: string; effectiveOn?: string | undefined };

export function AgreementPage({ agreementId, effectiveOn }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const me = useSession();
  const agreement = useSuspenseQuery(agreementQuery(agreementId, effectiveOn)).data;
  const [act, setAct] = useState<Act | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const next = nextStep(agreement);
  const others = otherSteps(agreement, next);
  const steps = stepsOf(agreement);

  const take = (chosen: Act) => {
    setDone(null);
    setAct(chosen);
  };
  const finish = (now: Agreement) => {
    if (act === null) return;
    setAct(null);
    if (now.id !== agreement.id) {
      void navigate({ to: "/agreements/$agreementId/edit", params: { agreementId: now.id } });
      return;
    }
    setDone(actWords(act, agreement).done);
  };

  return (
    <>
      <PageHead
        title={[agreement.title, t`Agreements`]}
        trail={
          <Breadcrumbs here={agreement.partner.name}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
          </Breadcrumbs>
        }
        kind={<Kind agreement={agreement} isYours={next?.kind === "act" || next?.kind === "edit"} />}
        heading={agreement.title}
        lead={lead(agreement)}
        asOf={<AsOf agreement={agreement} today={me.tenant.today} />}
        action={
          agreement.can_edit && next?.kind !== "edit" ? (
            <ButtonLink to="/agreements/$agreementId/edit" params={{ agreementId }}>
              <Trans>Change the text</Trans>
            </ButtonLink>
          ) : undefined
        }
      />
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={done} key={agreement.version} />
        </div>
      )}
      <Steps label={t`Steps of this agreement`} steps={steps} />
      {agreement.status_reason && (
        <div className={styles.notice}>
          <Notice kind="warn" title={<Reason agreement={agreement} />}>
            <p className={styles.words}>{agreement.status_reason}</p>
          </Notice>
        </div>
      )}
      <NextAction agreement={agreement} next={next} onAct={take} />
      {agreement.warnings.map((warning) => (
        <div className={styles.notice} key={warning.words}>
          <Notice kind="warn">{warningWords(warning, agreement)}</Notice>
        </div>
      ))}
      <Beside
        first={<BlockersSection agreement={agreement} />}
        asideLabel={t`Schools`}
        aside={<SchoolsSection agreement={agreement} />}
      >
        {agreement.can_offer_schools && (
          <Suspense>
            <RequestsSection agreementId={agreementId} />
          </Suspense>
        )}
        {agreement.adopted_from && (
          <Suspense>
            <AdoptedSection from={agreement.adopted_from} isSigned={agreement.effective_on !== null} />
          </Suspense>
        )}
        <PromisesSection agreement={agreement} />
        {agreement.status === "executed" && (
          <RevisitSection agreementId={agreementId} effectiveOn={effectiveOn} />
        )}
        {agreement.is_binding && !agreement.amends && (
          <Suspense>
            <PlansSection agreement={agreement} effectiveOn={effectiveOn} />
          </Suspense>
        )}
        <TermsSection agreement={agreement} />
        {(agreement.type === "data_sharing" || agreement.shares_student_records) && (
          <Suspense>
            <DataSection agreement={agreement} effectiveOn={effectiveOn} />
          </Suspense>
        )}
        {(agreement.renews ?? agreement.amends ?? agreement.supersedes) && (
          <Suspense>
            <ChangesSection agreementId={agreementId} />
          </Suspense>
        )}
        <ClausesSection agreement={agreement} />
        <SigningSection agreement={agreement} />
        <PapersSection agreement={agreement} />
        {agreement.effective_on !== null && !agreement.amends && (
          <Suspense>
            <OpeningsSection agreement={agreement} />
          </Suspense>
        )}
        <OtherSteps agreement={agreement} steps={others} onAct={take} />
        <HistorySection
          of="agreement"
          id={agreementId}
          sentence={historySentence}
          timeZone={me.tenant.time_zone}
          today={me.tenant.today}
        />
      </Beside>
      {act && (
        <Suspense>
          <ActDialog act={act} agreement={agreement} onClose={() => setAct(null)} onDone={finish} />
        </Suspense>
      )}
    </>
  );
}

function AsOf({ agreement, today }: { agreement: Agreement; today: string }) {
  const day = formatDay(agreement.as_of, "long");
  if (agreement.as_of === today) return <Trans>As of {day}.</Trans>;
  return (
    <Trans>
      As it stands on {day}. Steps are taken today.{" "}
      <Link to="/agreements/$agreementId" params={{ agreementId: agreement.id }} search={{}}>
        Back to today
      </Link>
    </Trans>
  );
}

function Reason({ agreement }: { agreement: Agreement }) {
  switch (agreement.status) {
    case "changes_requested":
      return <Trans>What has to change</Trans>;
    case "suspended":
      return <Trans>Why it is on hold</Trans>;
    case "rejected":
      return <Trans>Why it was turned down</Trans>;
    case "terminated":
      return agreement.ceases_on !== null && agreement.as_of < agreement.ceases_on ? (
        <Trans>Why it ends early</Trans>
      ) : (
        <Trans>Why it ended</Trans>
      );
    default:
      return <Trans>Why it ended</Trans>;
  }
}

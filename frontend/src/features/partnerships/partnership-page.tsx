/** One partnership: whether it may work there, the one next step for this reader, and everything it joins. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/features/auth";
import { HistorySection } from "@/features/changes";
import { ButtonLink, Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Steps } from "@/ui/lists/steps";
import { Beside } from "@/ui/page/beside";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { DayDial } from "@/ui/page/day-dial";
import { PageHead } from "@/ui/page/page-head";
import { AboutSection } from "./about-section";
import { actWords } from "./act-words";
import { partnershipQuery } from "./api";
import { ClearanceSection } from "./clearance-section";
import { historySentence } from "./history-words";
import { AgreementsSection, NeedsSection } from "./linked-sections";
import { NextAction } from "./next-action";
import { nextStep, otherSteps } from "./next-step";
import { OtherSteps } from "./other-steps";
import { stageSteps } from "./stage-steps";
import type { Verb } from "./verbs";
import { clearanceFinding, stageLooks, stageName } from "./words";
import styles from "./partnership.module.css";

/** Needed only once somebody takes a step or changes something. */
const ActDialog = lazy(() => import("./act-dialog").then((module) => ({ default: module.ActDialog })));
const EditDialog = lazy(() => import("./edit-dialog").then((module) => ({ default: module.EditDialog })));

type Props = { id: string; effectiveOn?: string | undefined };

export function PartnershipPage({ id, effectiveOn }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const partnership = useSuspenseQuery(partnershipQuery(id, effectiveOn)).data;
  const [open, setOpen] = useState<Verb | "edit" | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const { program, partner, school, stage } = partnership;
  const next = nextStep(partnership, me.person?.name);
  const others = otherSteps(partnership, next);
  const steps = stageSteps(partnership);
  const show = (what: Verb | "edit") => {
    setDone(null);
    setOpen(what);
  };
  const finish = (words: string) => {
    setOpen(null);
    setDone(words);
  };
  return (
    <>
      <PageHead
        title={[t`${program.name} at ${school.name}`, t`Partnerships`]}
        trail={
          <Breadcrumbs here={program.name}>
            <Link to="/partnerships">
              <Trans>Partnerships</Trans>
            </Link>
          </Breadcrumbs>
        }
        kind={
          <>
            <span>{partner.name}</span>{" "}
            <StatusTag look={stageLooks[stage]}>
              {next?.kind === "wait" || next === null ? (
                stageName(stage)
              ) : (
                <Trans>{stageName(stage)}, with you</Trans>
              )}
            </StatusTag>
          </>
        }
        heading={
          <Trans>
            {program.name} at {school.name}
          </Trans>
        }
        lead={clearanceFinding(partnership)}
        asOf={
          <DayDial
            day={partnership.effective_on}
            today={me.tenant.today}
            onChange={(day) =>
              void navigate({
                to: "/partnerships/$partnershipId",
                params: { partnershipId: id },
                search: day ? { effective_on: day } : {},
              })
            }
          />
        }
        action={
          <ButtonLink to="/partnerships/$partnershipId/thread" params={{ partnershipId: id }}>
            <Trans>See the whole thread</Trans>
          </ButtonLink>
        }
      />
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={done} key={partnership.version} />
        </div>
      )}
      {steps.length > 0 && <Steps label={t`Stages of this partnership`} steps={steps} />}
      {partnership.stage_reason && (
        <div className={styles.notice}>
          <Notice kind="warn" title={<Trans>Why it stands here</Trans>}>
            <p className={styles.words}>{partnership.stage_reason}</p>
          </Notice>
        </div>
      )}
      <NextAction partnership={partnership} next={next} onAct={show} />
      <Beside
        first={<ClearanceSection partnership={partnership} />}
        asideLabel={t`Whom to call, when and where`}
        aside={<AboutSection partnership={partnership} onEdit={() => show("edit")} />}
      >
        <NeedsSection partnership={partnership} onEdit={() => show("edit")} />
        <AgreementsSection partnership={partnership} />
        <OtherSteps partnership={partnership} steps={others} onAct={show} />
        <HistorySection
          of="partnership"
          id={id}
          sentence={historySentence}
          timeZone={me.tenant.time_zone}
          today={me.tenant.today}
        />
      </Beside>
      <Suspense>
        {open === "edit" && (
          <EditDialog
            partnership={partnership}
            onClose={() => setOpen(null)}
            onDone={() => finish(t`Saved.`)}
          />
        )}
        {open !== null && open !== "edit" && (
          <ActDialog
            verb={open}
            partnership={partnership}
            onClose={() => setOpen(null)}
            onDone={() => finish(actWords(open, partnership).done)}
          />
        )}
      </Suspense>
    </>
  );
}

/** The needs of an assessment in order, each with what it still lacks and the one thing to do with it. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { problemSentence } from "@/api/form-problems";
import type { AssessmentNeed, AssessmentRead } from "@/api/gen/types.gen";
import { announce } from "@/lib/announcer";
import { Actions, Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Section } from "@/ui/page/section";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { NeedSummary } from "./need-summary";
import { needAction, needLooks, needStatus } from "./words";
import { lackedSaid } from "./said";
import styles from "./need-rows.module.css";
import { useMakePriority } from "./write";

const RankEditor = lazy(() => import("./rank-editor").then((module) => ({ default: module.RankEditor })));

export function AssessmentNeeds({ assessment }: { assessment: AssessmentRead }) {
  const { t } = useLingui();
  const [orders, setOrders] = useState(false);
  const { needs } = assessment;
  const placed = needs.filter((need) => need.rank !== null);
  const close = (message?: string) => {
    setOrders(false);
    if (message) announce(message);
    requestAnimationFrame(() => document.getElementById("needs-in-order")?.focus());
  };
  return (
    <Section
      id="needs-in-order"
      heading={
        needs.length === 0 ? (
          <Trans>No need is recorded yet</Trans>
        ) : (
          <Plural value={needs.length} one="# need" other="# needs in order" />
        )
      }
      note={needs.length === 0 && <Trans>That does not mean that there is none.</Trans>}
    >
      {orders ? (
        <Suspense fallback={<Skeleton label={t`Loading the order`} shape="rows" count={placed.length} />}>
          <RankEditor assessment={assessment} onClose={close} />
        </Suspense>
      ) : (
        <>
          {needs.length > 0 && (
            <ol className={styles.needs}>
              {needs.map((need) => (
                <Row key={need.id} need={need} assessment={assessment} />
              ))}
            </ol>
          )}
          {assessment.can_edit && (
            <div className={styles.after}>
              <Actions>
                {needs.length > 0 && (
                  <ButtonLink
                    to="/needs/assessments/$assessmentId/add"
                    params={{ assessmentId: assessment.id }}
                  >
                    <Trans>Record a need</Trans>
                  </ButtonLink>
                )}
                {placed.length > 1 && (
                  <Button onClick={() => setOrders(true)}>
                    <Trans>Change the order</Trans>
                  </Button>
                )}
              </Actions>
            </div>
          )}
        </>
      )}
    </Section>
  );
}

function Row({ need, assessment }: { need: AssessmentNeed; assessment: AssessmentRead }) {
  return (
    <li className={styles.need}>
      <span className={styles.rank}>
        {need.rank !== null && (
          <>
            <VisuallyHidden>
              <Trans>Number</Trans>{" "}
            </VisuallyHidden>
            {need.rank}
          </>
        )}
      </span>
      <div className={styles.body}>
        <h3 className={styles.name}>
          <Link to="/needs/$needId" params={{ needId: need.id }} id={`need-${need.id}`}>
            {need.title}
          </Link>
          <StatusTag look={needLooks[need.status]}>{needStatus(need.status)}</StatusTag>
        </h3>
        <NeedSummary need={need} full={assessment.view === "full"} byRatings={assessment.path === "full"} />
      </div>
      <div className={styles.side}>
        {assessment.can_edit && <Priority need={need} />}
        {assessment.status === "published" && assessment.view === "full" && isOpen(need) && (
          <Link to="/needs/$needId/fits" params={{ needId: need.id }}>
            <Trans>Programs that fit</Trans>
            <VisuallyHidden> “{need.title}”</VisuallyHidden>
          </Link>
        )}
      </div>
    </li>
  );
}

const isOpen = (need: AssessmentNeed) =>
  need.meet_via_partnership !== "no" && !["met", "dropped", "deferred"].includes(need.status);

function Priority({ need }: { need: AssessmentNeed }) {
  const { t } = useLingui();
  const make = useMakePriority();
  const move = need.allowed_moves.find((each) => each.move === "prioritize");
  if (!move) return null;
  if (move.needs.length > 0)
    return (
      <>
        <p>{lackedSaid(move.needs)}</p>
        <ButtonLink small to="/needs/$needId" params={{ needId: need.id }}>
          <Trans>Complete it</Trans>
          <VisuallyHidden> “{need.title}”</VisuallyHidden>
        </ButtonLink>
      </>
    );
  return (
    <>
      <Button
        small
        working={make.isPending ? <Trans>Saving…</Trans> : undefined}
        onClick={() =>
          make.mutate(need.id, {
            onSuccess: () => {
              announce(t`“${need.title}” is a priority now`);
              document.getElementById(`need-${need.id}`)?.focus();
            },
          })
        }
      >
        {needAction("prioritize")}
        <VisuallyHidden> “{need.title}”</VisuallyHidden>
      </Button>
      {make.isError && (
        <Notice kind="bad" live>
          {problemSentence(make.error)}
        </Notice>
      )}
    </>
  );
}

/** Who has to say yes before approval, in which order, who said what when, and what they wrote beside the text. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { formatDay, formatInstant } from "@/lib/dates";
import { can } from "@/lib/session";
import { useSession } from "@/features/auth";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Disclosure } from "@/ui/page/disclosure";
import { Section } from "@/ui/page/section";
import type { Agreement } from "../api";
import { whoActs } from "../who";
import { reviewName } from "../words";
import { sectionName } from "./words";
import styles from "./review.module.css";

type Review = Agreement["reviews"][number];
type Step = Agreement["review_steps"][number];

const TextChangesSection = lazy(() =>
  import("./text-changes-section").then((module) => ({ default: module.TextChangesSection })),
);

export function ReviewSection({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const { reviews, review_steps: steps } = agreement;
  if (reviews.length === 0 && steps.length === 0 && agreement.board === null) return null;
  const earlier = reviews.filter((each) => !each.is_current);
  const others = reviews.filter((each) => each.is_current && !steps.some(({ step }) => step === each.step));
  return (
    <>
      <Section heading={t`Reviews`} note={<Order agreement={agreement} />}>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <StepRow key={step.step} step={step} agreement={agreement} />
          ))}
          {others.map((review) => (
            <li key={review.id}>
              <Decided review={review} />
            </li>
          ))}
          {agreement.board?.outcome === "declined" && (
            <li>
              <BoardWord agreement={agreement} />
            </li>
          )}
        </ol>
        {earlier.length > 0 && (
          <Disclosure summary={<Trans>Said of earlier texts ({earlier.length})</Trans>}>
            <ul className={styles.steps}>
              {earlier.map((review) => (
                <li key={review.id}>
                  <Decided review={review} />
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Section>
      {reviews.some((each) => each.decision === "changes_requested") && (
        <Suspense>
          <TextChangesSection agreementId={agreement.id} />
        </Suspense>
      )}
    </>
  );
}

function Order({ agreement }: { agreement: Agreement }) {
  const steps = agreement.review_steps.filter(({ step }) => step !== "board" && step !== "program");
  if (steps.length < 2) return null;
  return agreement.is_route_in_order ? (
    <Trans>One after the other: each is asked when the one before has said yes.</Trans>
  ) : (
    <Trans>Side by side: all are asked at once.</Trans>
  );
}

function StepRow({ step, agreement }: { step: Step; agreement: Agreement }) {
  const review = agreement.reviews.find((each) => each.is_current && each.step === step.step);
  if (step.step === "board") return <li>{<Board step={step} agreement={agreement} />}</li>;
  return <li>{review ? <Decided review={review} /> : <Waiting step={step} agreement={agreement} />}</li>;
}

function Decided({ review }: { review: Review }) {
  const { t } = useLingui();
  const me = useSession();
  return (
    <>
      <div className={styles.head}>
        <h3>{reviewName(review.step)}</h3>
        {review.decision === "approved" ? (
          <StatusTag look="done">{t`Approved`}</StatusTag>
        ) : (
          <StatusTag look="changes">{t`Changes requested`}</StatusTag>
        )}
      </div>
      <p className={styles.who}>
        {review.reviewer.name}, {formatInstant(review.decided_at, me.tenant.time_zone)}
      </p>
      {review.comment && <p className={styles.words}>{review.comment}</p>}
      {review.notes.length > 0 && (
        <dl className={styles.notes}>
          {review.notes.map((note) => (
            <div key={note.section}>
              <dt>{sectionName(note.section)}</dt>
              <dd>{note.text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Waiting({ step, agreement }: { step: Step; agreement: Agreement }) {
  const { t } = useLingui();
  const me = useSession();
  const blocker = agreement.blockers.find((each) => each.code === `${step.step}_review`);
  const who = blocker ? whoActs(blocker.who, me.person?.name) : null;
  return (
    <>
      <div className={styles.head}>
        <h3>{reviewName(step.step)}</h3>
        {step.is_due ? (
          <StatusTag look="review">{t`Waiting`}</StatusTag>
        ) : (
          <StatusTag look="draft">{t`Not its turn yet`}</StatusTag>
        )}
      </div>
      {who && (
        <p className={styles.who}>
          {step.is_due ? <Trans>Waiting for {who}</Trans> : <Trans>Then {who}</Trans>}
        </p>
      )}
    </>
  );
}

function Board({ step, agreement }: { step: Step; agreement: Agreement }) {
  const { t } = useLingui();
  const me = useSession();
  if (agreement.board && step.decision === "approved") return <BoardWord agreement={agreement} />;
  return (
    <>
      <div className={styles.head}>
        <h3>{reviewName("board")}</h3>
        {step.is_due ? (
          <StatusTag look="review">{t`Waiting`}</StatusTag>
        ) : (
          <StatusTag look="draft">{t`Not its turn yet`}</StatusTag>
        )}
      </div>
      <p className={styles.who}>
        <Trans>The board votes once everybody else has said yes.</Trans>{" "}
        {can(me, "agreements:approve") && (
          <Link to="/agreements/board">
            <Trans>The board’s page</Trans>
          </Link>
        )}
      </p>
    </>
  );
}

function BoardWord({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const { board } = agreement;
  if (!board) return null;
  return (
    <>
      <div className={styles.head}>
        <h3>{reviewName("board")}</h3>
        {board.outcome === "approved" ? (
          <StatusTag look="done">{t`Approved`}</StatusTag>
        ) : (
          <StatusTag look="ended">{t`Turned down`}</StatusTag>
        )}
      </div>
      <p className={styles.who}>
        <Trans>
          Meeting of {formatDay(board.met_on, "long")}, item {board.item}, resolution {board.resolution};
          recorded by {board.recorded_by.name}
        </Trans>
      </p>
      {board.note && <p className={styles.words}>{board.note}</p>}
    </>
  );
}

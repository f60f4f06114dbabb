/** The last two steps of a thread: the target both sides agreed to, and the result. */
import { Trans } from "@lingui/react/macro";
import type { Thread } from "@/api/gen/types.gen";
import { findingWords } from "@/api/spoken/reasons";
import { addressOf } from "@/lib/address";
import { formatOf } from "@/lib/numbers";
import { Link } from "@/ui/actions/link";
import { FigureValue } from "@/ui/data/figures";
import { Hidden } from "@/ui/data/hidden";
import { Also } from "./thread-also";
import { leadTarget } from "./thread-parts";
import { ThreadRating } from "./thread-rating";
import { ThreadStep } from "./thread-step";
import { baseline, resultBy, targetBy, targetTitle } from "./thread-words";
import styles from "./thread.module.css";

type Props = { thread: Thread };

export function TargetStep({ thread: { targets, partnership } }: Props) {
  const target = leadTarget(targets);
  const here = partnership.school.id;
  const word = target?.schools.find(({ school }) => school.id === here);
  const count = target?.school_count ?? 0;
  return (
    <ThreadStep
      name={<Trans>Target</Trans>}
      on={word?.on ?? target?.proposed_on}
      stroke="both"
      reached={target !== undefined}
    >
      {target ? (
        <>
          <h2>
            <Link to={addressOf("target", target.id)}>{targetTitle(target)}</Link>
          </h2>
          <p className={styles.words}>
            {count > 1 && <Trans>One target for {count} schools. </Trans>}
            {baseline(target)}
          </p>
          <p className={styles.by}>{targetBy(target, here)}</p>
          <Also
            links={targets
              .filter((each) => each.id !== target.id)
              .map((each) => ({ key: each.id, to: addressOf("target", each.id), words: each.name }))}
          />
        </>
      ) : (
        <p>
          <Trans>Both sides have agreed no target yet.</Trans>
        </p>
      )}
    </ThreadStep>
  );
}

export function ResultStep({ thread: { targets, partnership } }: Props) {
  const target = leadTarget(targets);
  const progress = target?.progress;
  const here = partnership.school.id;
  const own = target?.schools.find(({ school }) => school.id === here)?.latest;
  const isReached = progress !== undefined && progress.as_of_on !== null;
  return (
    <ThreadStep name={<Trans>Result</Trans>} on={progress?.as_of_on} stroke="end" reached={isReached}>
      {target && progress && isReached ? (
        <>
          <h2 className={styles.result}>
            <Link to={addressOf("target", target.id)}>
              <ResultFigure figure={progress.latest} />
              <span className={styles.measure}>{target.measure}</span>
            </Link>
          </h2>
          <p className={styles.words}>
            <ThreadRating rating={progress.rating} /> {findingWords(progress)}{" "}
            {own?.suppressed && <Trans>This school’s own number stays off this page for privacy.</Trans>}
          </p>
          <p className={styles.by}>
            {resultBy(target, here)} <Trans>It shows change among these students, not what caused it.</Trans>
          </p>
        </>
      ) : (
        <p>
          <Trans>No result has been reported yet.</Trans>
        </p>
      )}
    </ThreadStep>
  );
}

/** A number and its whole; a hidden one is said as hidden. */
function ResultFigure({ figure }: { figure: NonNullable<Thread["targets"][number]["progress"]["latest"]> }) {
  if (figure.suppressed) return <Hidden why={figure.reason === "small_n" ? "size" : "privacy"} />;
  const { numerator, denominator, words } = figure;
  return (
    <FigureValue
      value={numerator !== null && denominator !== null ? formatOf(numerator, denominator) : words}
    />
  );
}

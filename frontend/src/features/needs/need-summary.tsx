/** A need in its assessment at a glance: for whom, what it is like now, what shows it, how it was weighed. */
import { Trans } from "@lingui/react/macro";
import type { AssessmentNeed } from "@/api/gen/types.gen";
import { askedSaid } from "./asked";
import styles from "./need-rows.module.css";
import { evidenceSaid, placedSaid, ratedSaid } from "./said";

type Props = { need: AssessmentNeed; full: boolean; byRatings: boolean };

export function NeedSummary({ need, full, byRatings }: Props) {
  const placed = byRatings ? placedSaid(need) : null;
  return (
    <>
      <p className={styles.about}>
        {need.area.label}. {askedSaid({ ...need, times_of_day: [] })}.
      </p>
      <p>{need.current_condition ?? <Trans>What it is like now is not known.</Trans>}</p>
      {full && byRatings && (
        <p className={styles.about}>
          {ratedSaid(need)}; {evidenceSaid(need.evidence_count)}.
        </p>
      )}
      {need.meet_via_partnership === "no" && (
        <p className={styles.about}>
          <Trans>The school addresses this itself: partners do not see it.</Trans>
        </p>
      )}
      {full && placed && <p className={styles.about}>{placed}</p>}
    </>
  );
}

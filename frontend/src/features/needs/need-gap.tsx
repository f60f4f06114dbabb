/** A need at a glance: what it is like now, what is hoped for, and for whom; unknown is said as unknown. */
import { Trans } from "@lingui/react/macro";
import type { NeedRead } from "@/api/gen/types.gen";
import { askedSaid } from "./asked";
import styles from "./need-gap.module.css";

export function NeedGap({ need }: { need: NeedRead }) {
  return (
    <dl className={styles.gap}>
      <div>
        <dt>
          <Trans>Now</Trans>
        </dt>
        <dd>{need.current_condition ?? <Trans>Not known</Trans>}</dd>
      </div>
      <div>
        <dt>
          <Trans>Hoped for</Trans>
        </dt>
        <dd>{need.desired_condition ?? <Trans>Nobody has said yet</Trans>}</dd>
      </div>
      <div>
        <dt>
          <Trans>For whom</Trans>
        </dt>
        <dd>{askedSaid(need)}.</dd>
      </div>
    </dl>
  );
}

/** Why something fits, in words, in the same order each time: met, partly, not met, or not known. */
import { useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { CircleCheck, CircleDashed, CircleDot, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../icon";
import { VisuallyHidden } from "../visually-hidden";
import styles from "./reasons.module.css";

export type Reason = {
  key: string;
  state: "met" | "partly" | "unmet" | "unknown";
  name: ReactNode;
  words: ReactNode;
};

const icons = { met: CircleCheck, partly: CircleDot, unmet: CircleX, unknown: CircleDashed };

export function Reasons({ reasons, columns = 1 }: { reasons: readonly Reason[]; columns?: 1 | 2 }) {
  const { t } = useLingui();
  const spoken = { met: t`Met:`, partly: t`Partly:`, unmet: t`Not met:`, unknown: t`Not known:` };
  return (
    <ul className={clsx(styles.reasons, columns === 2 && styles.two)}>
      {reasons.map((reason) => (
        <li key={reason.key} className={styles[reason.state]}>
          <Icon of={icons[reason.state]} className={styles.icon} />
          <span>
            <VisuallyHidden>{spoken[reason.state]} </VisuallyHidden>
            <strong>{reason.name}</strong> {reason.words}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** How far something is, in words: what is done, where it stands and for how long, what is still to come. */
import { useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { VisuallyHidden } from "../visually-hidden";
import styles from "./steps.module.css";

export type Step = { key: string; name: ReactNode; note?: ReactNode; state: "done" | "current" | "ahead" };

export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  const { t } = useLingui();
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={clsx(styles[step.state])}
          aria-current={step.state === "current" ? "step" : undefined}
        >
          <span className={styles.name}>
            {step.name}
            {step.state === "done" && <VisuallyHidden>{t`, done`}</VisuallyHidden>}
          </span>
          {step.note && <small>{step.note}</small>}
        </li>
      ))}
    </ol>
  );
}

/** How far a file is: chosen, its columns matched, checked, taken in. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Steps } from "@/ui/lists/steps";
import styles from "./import.module.css";

const order = ["upload", "match", "check", "done"] as const;
export type ImportStep = (typeof order)[number];

export function ImportSteps({ at }: { at: ImportStep }) {
  const { t } = useLingui();
  const names = {
    upload: <Trans>Choose the file</Trans>,
    match: <Trans>Match the columns</Trans>,
    check: <Trans>Check</Trans>,
    done: <Trans>Done</Trans>,
  };
  const here = order.indexOf(at);
  return (
    <div className={styles.steps}>
      <Steps
        label={t`Steps`}
        steps={order.map((key, place) => ({
          key,
          name: names[key],
          state: place < here || at === "done" ? "done" : place === here ? "current" : "ahead",
        }))}
      />
    </div>
  );
}

/** The order of the reviewers, changed one place at a time by plain buttons. */
import { Trans, useLingui } from "@lingui/react/macro";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { capital } from "../who";
import type { RouteStep } from "./api";
import { stepName } from "./words";
import styles from "./routes.module.css";

type Props = { steps: readonly RouteStep[]; onChange: (steps: RouteStep[]) => void };

export function StepOrder({ steps, onChange }: Props) {
  const { t } = useLingui();
  const earlier = (place: number) => {
    const next = [...steps];
    const moved = next.splice(place, 1);
    next.splice(place - 1, 0, ...moved);
    onChange(next);
    const name = moved[0] ? stepName(moved[0]) : "";
    announce(t`Now in place ${place}: ${name}`);
  };
  return (
    <ol className={styles.order} aria-label={t`In this order`}>
      {steps.map((step, place) => (
        <li key={step}>
          <span>
            {place + 1}. {capital(stepName(step))}
          </span>
          {place > 0 && (
            <Button small onClick={() => earlier(place)} aria-label={t`Earlier: ${stepName(step)}`}>
              <Trans>Earlier</Trans>
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

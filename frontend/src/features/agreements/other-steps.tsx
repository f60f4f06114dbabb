/** What else this reader may do, each with what it does; a step that has to wait says for what. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@/ui/actions/button";
import { Section } from "@/ui/page/section";
import { actWords } from "./act-words";
import type { Agreement } from "./api";
import { needName } from "./needs";
import type { Act, OtherStep } from "./next-step";
import styles from "./agreement.module.css";

type Props = { agreement: Agreement; steps: readonly OtherStep[]; onAct: (act: Act) => void };

export function OtherSteps({ agreement, steps, onAct }: Props) {
  const { t } = useLingui();
  if (steps.length === 0) return null;
  return (
    <Section heading={t`What else you can do`}>
      <ul className={styles.others}>
        {steps.map(({ act, needs }) => {
          const words = actWords(act, agreement);
          const school = "school" in act ? act.school.id : "";
          const step = "step" in act ? act.step : "";
          return (
            <li key={`${act.verb}${school}${step}`}>
              {needs.length === 0 ? (
                <>
                  <p>{words.effect}</p>
                  <Button small onClick={() => onAct(act)}>
                    {words.action}
                  </Button>
                </>
              ) : (
                <p>
                  <strong>{words.heading}</strong>{" "}
                  <Trans>is possible once this is there: {needs.map(needName).join("; ")}.</Trans>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** What else this reader may do, each with what it does; a step that has to wait says for what. */
import { Trans, useLingui } from "@lingui/react/macro";
import { reasonWords } from "@/api/spoken/reasons";
import { Button } from "@/ui/actions/button";
import { Section } from "@/ui/page/section";
import { actWords } from "./act-words";
import type { Partnership } from "./api";
import type { OtherStep } from "./next-step";
import type { Verb } from "./verbs";
import styles from "./partnership.module.css";

type Props = { partnership: Partnership; steps: readonly OtherStep[]; onAct: (verb: Verb) => void };

export function OtherSteps({ partnership, steps, onAct }: Props) {
  const { t } = useLingui();
  if (steps.length === 0) return null;
  const missing = (needs: readonly string[]) =>
    [...new Set(needs)].flatMap((code) => {
      const known = partnership.clearance.blockers.filter((each) => each.code === code);
      return known.length > 0 ? known.map(({ said }) => reasonWords(said)) : [code.replaceAll("_", " ")];
    });
  return (
    <Section heading={t`What else you can do`}>
      <ul className={styles.others}>
        {steps.map(({ verb, needs }) => {
          const { action, heading, effect } = actWords(verb, partnership);
          return (
            <li key={verb}>
              {needs.length === 0 ? (
                <>
                  <p>{effect}</p>
                  <Button small onClick={() => onAct(verb)}>
                    {action}
                  </Button>
                </>
              ) : (
                <p>
                  <strong>{heading}</strong> <Trans>Not yet: {missing(needs).join(" ")}</Trans>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

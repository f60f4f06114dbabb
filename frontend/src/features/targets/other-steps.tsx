/** What else may be done with a target, and what may not yet and why; rare, so at the foot of the page. */
import { Trans } from "@lingui/react/macro";
import { Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { Section } from "@/ui/page/section";
import { actWords } from "./act-words";
import type { Act } from "./acts";
import type { Target } from "./api";
import type { OtherStep } from "./next-step";
import styles from "./target.module.css";
import { needWords } from "./words";

type Props = { target: Target; steps: readonly OtherStep[]; onAct: (act: Act) => void };

export function OtherSteps({ target, steps, onAct }: Props) {
  if (steps.length === 0 && !target.may_edit) return null;
  return (
    <Section heading={<Trans>Change this target</Trans>}>
      <ul className={styles.steps}>
        {target.may_edit && (
          <li>
            <ButtonLink small to="/targets/$targetId/edit" params={{ targetId: target.id }}>
              <Trans>Edit the definition</Trans>
            </ButtonLink>
            <p>
              {target.status === "proposed" ? (
                <Trans>Both sides are then asked again.</Trans>
              ) : (
                <Trans>Nobody is bound by a draft.</Trans>
              )}
            </p>
          </li>
        )}
        {steps.map(({ act, needs }) => {
          const words = actWords(act, target);
          return (
            <li key={act.verb}>
              {needs.length === 0 ? (
                <Button small onClick={() => onAct(act)}>
                  {words.action}
                </Button>
              ) : (
                <strong>{words.action}</strong>
              )}
              <p>{needs.length === 0 ? words.effect : <Missing needs={needs} />}</p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Missing({ needs }: { needs: readonly string[] }) {
  const words = needs.map(needWords).join(" ");
  return <Trans>Not yet: {words}</Trans>;
}

/** The next step with a target, from the moves the server offers, and the rare ones at the foot of the page. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { TargetRead } from "@/api/gen/types.gen";
import { Actions, Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { NextBox } from "@/ui/page/next-box";
import { Section } from "@/ui/page/section";
import type { Act } from "./api";
import { moveAction, needWords } from "./words";

type Props = { target: TargetRead; onAct: (act: Act) => void };

/** Moves that lead on; the first that can be taken is the page's one primary action. */
const forward = ["propose", "agree", "open", "close"];

export function TargetNext({ target, onAct }: Props) {
  const { t } = useLingui();
  const offered = target.allowed_moves.filter(({ move }) => forward.includes(move));
  const next = offered.find(({ needs }) => needs.length === 0);
  const missing = offered.find(({ needs }) => needs.some((need) => need !== "period_over"));
  if (next)
    return (
      <NextBox
        who={<Trans>Next for you</Trans>}
        heading={moveAction(next.move)}
        action={
          <Button kind="primary" onClick={() => onAct({ of: "target", move: next.move })}>
            {moveAction(next.move)}
          </Button>
        }
      >
        {next.move === "open" ? (
          <Trans>Both sides agreed. Open, it takes results.</Trans>
        ) : next.move === "close" ? (
          <Trans>Its period is over. Closing makes the rating final.</Trans>
        ) : (
          <Trans>The other side sees it at once.</Trans>
        )}
      </NextBox>
    );
  const mine = target.schools.filter((row) => row.may_enter);
  if (mine.length > 0) {
    const [only] = mine;
    return (
      <NextBox
        who={<Trans>Next for you</Trans>}
        heading={mine.length === 1 && only ? t`Enter the result of ${only.school.name}` : t`Enter results`}
        action={
          <ButtonLink kind="primary" to="/targets/$targetId/enter" params={{ targetId: target.id }}>
            <Trans>Enter results</Trans>
          </ButtonLink>
        }
      >
        <Trans>Somebody else then verifies them.</Trans>
      </NextBox>
    );
  }
  if (missing)
    return (
      <NextBox who={<Trans>Before the next step</Trans>} heading={moveAction(missing.move)}>
        {missing.needs.map(needWords).join(" ")}
      </NextBox>
    );
  return null;
}

export function OtherSteps({ target, onAct }: Props) {
  const rare = target.allowed_moves.filter(
    ({ move, needs }) => !forward.includes(move) && needs.length === 0,
  );
  if (rare.length === 0) return null;
  return (
    <Section
      heading={<Trans>Change the target</Trans>}
      note={<Trans>Each step is asked about once more, and the other side can read it.</Trans>}
    >
      <Actions>
        {rare.map(({ move }) => (
          <Button key={move} onClick={() => onAct({ of: "target", move })}>
            {moveAction(move)}
          </Button>
        ))}
      </Actions>
    </Section>
  );
}

/** The one next step of a plan for this reader; else who is asked. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSession } from "@/features/auth";
import { listOf } from "@/lib/lists";
import { Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { NextBox } from "@/ui/page/next-box";
import type { Plan, PlanVerb } from "./api";
import { planNeed, stepWords } from "./words";

type Props = { plan: Plan; onStep: (verb: PlanVerb) => void };

export function PlanNext({ plan, onStep }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const name = me.person?.name ?? me.tenant.name;
  const forYou = <Trans>Next for you, {name}</Trans>;
  const find = (verb: PlanVerb) => plan.allowed_moves.find(({ move }) => move === verb);
  const isYours = plan.words.some((word) => word.is_yours);
  const agree = isYours ? find("agree") : undefined;
  const propose = find("propose");
  const step = agree ?? propose;
  const verb: PlanVerb = agree ? "agree" : "propose";
  if (step && step.needs.length === 0) {
    const words = stepWords(verb, plan);
    return (
      <NextBox
        who={forYou}
        heading={verb === "agree" ? t`Say whether you agree to the plan` : words.heading}
        action={
          <Button kind="primary" onClick={() => onStep(verb)}>
            {words.action}
          </Button>
        }
      >
        {words.effect}
      </NextBox>
    );
  }
  if (step) {
    const missing = step.needs.map(planNeed).join("; ");
    return (
      <NextBox
        who={forYou}
        heading={verb === "agree" ? t`It cannot be agreed yet` : t`Finish the plan`}
        action={
          plan.can_edit ? (
            <ButtonLink kind="primary" to="/site-plans/$planId/edit" params={{ planId: plan.id }}>
              <Trans>Finish the plan</Trans>
            </ButtonLink>
          ) : undefined
        }
      >
        <Trans>Still missing: {missing}.</Trans>
      </NextBox>
    );
  }
  const asked = plan.words.filter((word) => word.by === null).flatMap((word) => word.asked);
  if (plan.status !== "proposed") return null;
  const names = listOf(asked.map((each) => each.name));
  return (
    <NextBox who={<Trans>Waiting</Trans>} heading={t`Waiting for both sides’ words`}>
      {names ? <Trans>Asked: {names}.</Trans> : <Trans>Nobody there has an account yet.</Trans>}
    </NextBox>
  );
}

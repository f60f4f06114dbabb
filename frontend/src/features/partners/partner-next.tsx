/** The next step with a partner, from the moves the server offers; without one, whose turn it is. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { PartnerRead } from "@/api/gen/types.gen";
import { Actions, Button } from "@/ui/actions/button";
import { NextBox } from "@/ui/page/next-box";
import { Section } from "@/ui/page/section";
import { needWords, stepAction } from "./words";

const StepDialog = lazy(() => import("./step-dialog").then((module) => ({ default: module.StepDialog })));

/** Moves that lead on; the first that is offered is the page's one primary action. */
const forward = ["submit", "start-review", "approve", "reinstate"];
/** Moves that answer an application otherwise; they stand beside the primary one. */
const otherwise = ["request-changes", "decline"];

export function PartnerNext({ partner }: { partner: PartnerRead }) {
  const [step, setStep] = useState<string | null>(null);
  const next = partner.allowed_moves.find(({ move }) => forward.includes(move));
  const others = partner.allowed_moves.filter(({ move }) => otherwise.includes(move));
  const dialog = step && (
    <Suspense>
      <StepDialog partner={partner} move={step} onClose={() => setStep(null)} />
    </Suspense>
  );
  if (!next) return <WhoseTurn partner={partner} />;
  const isReady = next.needs.length === 0;
  return (
    <>
      <NextBox
        who={<Trans>Next for you</Trans>}
        heading={<Heading move={next.move} partner={partner} />}
        action={
          isReady && (
            <Actions full>
              <Button kind="primary" onClick={() => setStep(next.move)}>
                {stepAction(next.move)}
              </Button>
              {others.map(({ move }) => (
                <Button key={move} onClick={() => setStep(move)}>
                  {stepAction(move)}
                </Button>
              ))}
            </Actions>
          )
        }
      >
        {isReady ? (
          <Words move={next.move} />
        ) : (
          <>
            <Trans>Before you can submit:</Trans> {next.needs.map(needWords).join(" ")}
          </>
        )}
      </NextBox>
      {dialog}
    </>
  );
}

function Heading({ move, partner }: { move: string; partner: PartnerRead }): ReactNode {
  const { name } = partner;
  switch (move) {
    case "submit":
      return <Trans>Submit your application</Trans>;
    case "start-review":
      return <Trans>Start the review of {name}</Trans>;
    case "approve":
      return <Trans>Decide on {name}</Trans>;
    default:
      return <Trans>End the hold on {name}</Trans>;
  }
}

function Words({ move }: { move: string }): ReactNode {
  switch (move) {
    case "submit":
      return <Trans>The district office then reads it. You can still edit your record.</Trans>;
    case "start-review":
      return <Trans>The partner sees that somebody is reading it. Nothing is decided yet.</Trans>;
    case "approve":
      return <Trans>Approving lets schools plan with it; each school still needs an agreement.</Trans>;
    default:
      return <Trans>It may then work again where an agreement is in force.</Trans>;
  }
}

function WhoseTurn({ partner }: { partner: PartnerRead }) {
  const words = useWhoseTurn(partner);
  return words && <NextBox who={words.who} heading={words.heading} />;
}

function useWhoseTurn(partner: PartnerRead): { who: string; heading: string } | null {
  const { t } = useLingui();
  const call = partner.contacts.find(({ kind }) => kind === "primary")?.name;
  switch (partner.status) {
    case "submitted":
    case "under_review":
      return { who: t`Next for the district office`, heading: t`Answer the application` };
    case "changes_requested":
      return {
        who: call ? t`Next for the partner, ${call}` : t`Next for the partner`,
        heading: t`Make the changes and submit again`,
      };
    case "prospective":
      return {
        who: call ? t`Next for the partner, ${call}` : t`Next for the partner`,
        heading: t`Complete the application and submit it`,
      };
    default:
      return null;
  }
}

/** Rare steps, at the foot of the page: putting on hold, closing the record. */
export function PartnerStanding({ partner }: { partner: PartnerRead }) {
  const [step, setStep] = useState<string | null>(null);
  const rare = partner.allowed_moves.filter(
    ({ move, needs }) => !forward.includes(move) && !otherwise.includes(move) && needs.length === 0,
  );
  if (rare.length === 0) return null;
  return (
    <Section
      heading={<Trans>Change its standing</Trans>}
      note={<Trans>Each asks for the reason first, and the partner can read it.</Trans>}
    >
      <Actions>
        {rare.map(({ move }) => (
          <Button key={move} onClick={() => setStep(move)}>
            {stepAction(move)}
          </Button>
        ))}
      </Actions>
      {step && (
        <Suspense>
          <StepDialog partner={partner} move={step} onClose={() => setStep(null)} />
        </Suspense>
      )}
    </Section>
  );
}

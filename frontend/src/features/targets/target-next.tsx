/** The one next step for this reader; when it is somebody else's turn, who that is. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { LinkButton } from "@/ui/actions/link-button";
import { NextBox } from "@/ui/page/next-box";
import { actWords } from "./act-words";
import type { Act } from "./acts";
import type { Result, Target } from "./api";
import type { NextStep } from "./next-step";

type Props = {
  target: Target;
  next: NextStep | null;
  onAct: (act: Act) => void;
  onCheck: (results: readonly Result[]) => void;
};

export function TargetNext({ target, next, onAct, onCheck }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const name = me.person?.name ?? me.tenant.name;
  if (next === null) return null;
  const forYou = <Trans>Next for you, {name}</Trans>;
  const to = { to: "/targets/$targetId/enter", params: { targetId: target.id } } as const;
  switch (next.kind) {
    case "act": {
      const words = actWords(next.act, target);
      const { refusal } = next;
      return (
        <NextBox
          who={forYou}
          heading={words.heading}
          action={
            <Button kind="primary" onClick={() => onAct(next.act)}>
              {words.action}
            </Button>
          }
        >
          {words.effect}
          {refusal && (
            <>
              {" "}
              <LinkButton onClick={() => onAct(refusal)}>
                <Trans>Not for our school</Trans>
              </LinkButton>
            </>
          )}
          {target.may_edit && next.act.verb !== "propose" && (
            <>
              {" "}
              <Link to="/targets/$targetId/edit" params={{ targetId: target.id }}>
                <Trans>Change it first</Trans>
              </Link>
            </>
          )}
        </NextBox>
      );
    }
    case "edit":
      return (
        <NextBox
          who={forYou}
          heading={t`Finish the definition`}
          action={
            <ButtonLink kind="primary" to="/targets/$targetId/edit" params={{ targetId: target.id }}>
              <Trans>Finish the definition</Trans>
            </ButtonLink>
          }
        >
          <Trans>Something in it is missing or contradicts itself, so it cannot be proposed yet.</Trans>
        </NextBox>
      );
    case "check":
      return (
        <NextBox
          who={forYou}
          heading={<Plural value={next.results.length} one="Check one result" other="Check # results" />}
          action={
            <Button kind="primary" onClick={() => onCheck(next.results)}>
              <Plural value={next.results.length} one="Verify the result" other="Verify # results" />
            </Button>
          }
        >
          <Trans>You see each of them first. What is not so is turned down below, with a reason.</Trans>
        </NextBox>
      );
    case "enter": {
      const [only] = next.schools;
      const school = next.schools.length === 1 && only ? only.school.name : null;
      return (
        <NextBox
          who={forYou}
          heading={
            school ? (
              t`Add a result for ${school}`
            ) : (
              <Plural value={next.schools.length} one="Add a result" other="Add results for # schools" />
            )
          }
          action={
            <ButtonLink kind="primary" {...to}>
              {school ? <Trans>Add a result</Trans> : <Trans>Add results</Trans>}
            </ButtonLink>
          }
        >
          <Due on={target.progress.result_due_on} late={target.progress.data_overdue} />{" "}
          <Trans>Somebody else checks what you enter.</Trans>
        </NextBox>
      );
    }
    case "begin":
      return (
        <NextBox
          who={t`Nothing to do now`}
          heading={t`Results can be added from ${formatDay(next.on, "long")}`}
        />
      );
    case "expect":
      return (
        <NextBox
          who={<Trans>Next for {target.partner.name}</Trans>}
          heading={
            target.progress.data_overdue
              ? t`The next result is missing since ${formatDay(next.on, "long")}`
              : t`Send the next result by ${formatDay(next.on, "long")}`
          }
        />
      );
    case "wait":
      return <Waiting target={target} next={next} />;
  }
}

function Due({ on, late }: { on: string | null; late: boolean }) {
  if (on === null) return null;
  const day = formatDay(on, "long");
  return late ? <Trans>The last one was due {day}.</Trans> : <Trans>The next one is due {day}.</Trans>;
}

function Waiting({ target, next }: { target: Target; next: Extract<NextStep, { kind: "wait" }> }) {
  const { t } = useLingui();
  const partner = target.partner.name;
  if (next.for === "partner")
    return <NextBox who={<Trans>Waiting for {partner}</Trans>} heading={t`Agree to the target`} />;
  if (next.for === "sides")
    return (
      <NextBox
        who={<Trans>Waiting for {partner} or a school</Trans>}
        heading={t`Open the target for results`}
      >
        <Trans>Both sides have agreed.</Trans>
      </NextBox>
    );
  const count = next.schools.length + next.unnamed;
  const names = next.unnamed === 0 && count <= 3 ? next.schools.join(", ") : "";
  return (
    <NextBox
      who={
        names ? (
          <Trans>Waiting for {names}</Trans>
        ) : (
          <Plural value={count} one="Waiting for one school" other="Waiting for # schools" />
        )
      }
      heading={t`Agree, or stay out`}
    >
      <Trans>The principal answers for each school. One school that agrees is enough to begin.</Trans>
    </NextBox>
  );
}

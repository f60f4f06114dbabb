/** Organizations of the file that may be here already: same or different, one by one or for the rest. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Check } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { ShowMore } from "@/ui/data/show-more";
import { Disclosure } from "@/ui/page/disclosure";
import { Section } from "@/ui/page/section";
import type { Acting, Outcome, Question } from "./api";
import { becauseWords } from "./words";
import styles from "./import.module.css";

const AT_ONCE = 20;

export function Questions({ outcome, act }: { outcome: Outcome; act: Acting }) {
  const open = outcome.questions.filter((question) => question.is_open);
  const decided = outcome.questions.filter((question) => !question.is_open);
  if (open.length === 0)
    return (
      <Section id="decide" heading={<Trans>What may be the same is decided</Trans>}>
        <Decided questions={decided} act={act} />
      </Section>
    );
  return (
    <Section
      id="decide"
      heading={
        <Plural
          value={open.length}
          one="# organization may be here twice"
          other="# organizations may be here twice"
        />
      }
      note={
        <Trans>
          The same EIN or the same name is taken as the same without asking. What is the same becomes one
          partner.
        </Trans>
      }
    >
      <AskedList questions={open} act={act} />
      <div className={styles.actions}>
        <Button
          onClick={() => act.mutate({ kind: "decide", decisions: { decisions: [], rest: "different" } })}
          working={
            act.isPending && act.variables.kind === "decide" && act.variables.decisions.rest ? (
              <Trans>Keeping it…</Trans>
            ) : undefined
          }
        >
          <Plural value={open.length} one="It is different" other="All # that are open are different" />
        </Button>
      </div>
      {decided.length > 0 && <Decided questions={decided} act={act} />}
    </Section>
  );
}

type ListProps = { questions: readonly Question[]; act: Acting };

function Decided({ questions, act }: ListProps) {
  return (
    <Disclosure summary={<Plural value={questions.length} one="# decided" other="# decided" />}>
      <AskedList questions={questions} act={act} />
    </Disclosure>
  );
}

function AskedList({ questions, act }: ListProps) {
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <>
      <ul className={styles.list}>
        {questions.slice(0, shown).map((question) => (
          <Asked key={question.key} question={question} act={act} />
        ))}
      </ul>
      {questions.length > AT_ONCE && (
        <ShowMore
          shown={Math.min(shown, questions.length)}
          total={questions.length}
          hasMore={shown < questions.length}
          loading={false}
          onMore={() => setShown(shown + AT_ONCE)}
        />
      )}
    </>
  );
}

function Asked({ question, act }: { question: Question; act: Acting }) {
  const rows = question.rows.toSorted((one, other) => one - other).join(", ");
  return (
    <li>
      <strong>{question.name}</strong>{" "}
      <span className={styles.quiet}>
        <Plural value={question.rows.length} one={`row ${rows}`} other={`rows ${rows}`} />
      </span>
      <ul className={styles.others}>
        {question.others.map((other) => (
          <Suspect key={other.key} question={question} other={other} act={act} />
        ))}
      </ul>
    </li>
  );
}

type SuspectProps = { question: Question; other: Question["others"][number]; act: Acting };

function Suspect({ question, other, act }: SuspectProps) {
  const { i18n } = useLingui();
  const why = other.because.map((each) => (becauseWords[each] ? i18n._(becauseWords[each]) : each));
  return (
    <li className={styles.kind}>
      <div>
        <Trans>may be</Trans>{" "}
        {other.partner_id ? (
          <Link to="/partners/$partnerId" params={{ partnerId: other.partner_id }} target="_blank">
            {other.name}
          </Link>
        ) : (
          other.name
        )}
        <small>{[other.detail, ...why].filter(Boolean).join(" · ")}</small>
      </div>
      <div className={styles.decide}>
        <Decide question={question} other={other} decision="same" act={act} />
        <Decide question={question} other={other} decision="different" act={act} />
      </div>
    </li>
  );
}

type DecideProps = SuspectProps & { decision: "same" | "different" };

function Decide({ question, other, decision, act }: DecideProps) {
  const { t } = useLingui();
  const isSaid = other.decision === decision;
  const decisions = [{ question: question.key, other: other.key, decision: isSaid ? null : decision }];
  return (
    <Button
      small
      {...(isSaid ? { icon: Check } : {})}
      aria-pressed={isSaid}
      aria-label={
        decision === "same"
          ? t`${question.name} is the same as ${other.name}`
          : t`${question.name} is not ${other.name}`
      }
      onClick={() => act.mutate({ kind: "decide", decisions: { decisions, rest: null } })}
    >
      {decision === "same" ? <Trans>The same</Trans> : <Trans>Different</Trans>}
    </Button>
  );
}

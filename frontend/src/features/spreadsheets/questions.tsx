/** Organizations of the file that may be here already: same or different, one by one or for the rest. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { ShowMore } from "@/ui/data/show-more";
import { Section } from "@/ui/page/section";
import { useState } from "react";
import type { Acting, Outcome, Question } from "./api";
import { becauseWords } from "./words";
import styles from "./import.module.css";

const AT_ONCE = 20;

export function Questions({ outcome, act }: { outcome: Outcome; act: Acting }) {
  const [shown, setShown] = useState(AT_ONCE);
  const open = outcome.questions.filter((question) => question.is_open);
  const decided = outcome.questions.filter((question) => !question.is_open);
  const listed = [...open, ...decided];
  return (
    <Section
      heading={
        <Plural
          value={open.length}
          one="# organization may be here twice"
          other="# organizations may be here twice"
        />
      }
      note={<Trans>The same EIN or the same name is taken as the same without asking.</Trans>}
    >
      {open.length > 0 && (
        <div className={styles.actions}>
          <Rest act={act} decision="different" />
          <Rest act={act} decision="same" />
        </div>
      )}
      <ul className={styles.list}>
        {listed.slice(0, shown).map((question) => (
          <Asked key={question.key} question={question} act={act} />
        ))}
      </ul>
      {listed.length > AT_ONCE && (
        <ShowMore
          shown={Math.min(shown, listed.length)}
          total={listed.length}
          hasMore={shown < listed.length}
          loading={false}
          onMore={() => setShown(shown + AT_ONCE)}
        />
      )}
    </Section>
  );
}

function Rest({ act, decision }: { act: Acting; decision: "same" | "different" }) {
  return (
    <Button
      onClick={() => act.mutate({ kind: "decide", decisions: { decisions: [], rest: decision } })}
      working={
        act.isPending && act.variables.kind === "decide" && act.variables.decisions.rest === decision ? (
          <Trans>Keeping it…</Trans>
        ) : undefined
      }
    >
      {decision === "same" ? (
        <Trans>All that are open: the same</Trans>
      ) : (
        <Trans>All that are open: different</Trans>
      )}
    </Button>
  );
}

function Asked({ question, act }: { question: Question; act: Acting }) {
  const { i18n } = useLingui();
  const rows = question.rows.join(", ");
  return (
    <li>
      <strong>{question.name}</strong>{" "}
      <span className={styles.quiet}>
        <Plural value={question.rows.length} one={`row ${rows}`} other={`rows ${rows}`} />
      </span>
      <ul>
        {question.others.map((other) => (
          <li key={other.key}>
            <Trans>may be</Trans>{" "}
            {other.partner_id ? (
              <Link to="/partners/$partnerId" params={{ partnerId: other.partner_id }} target="_blank">
                {other.name}
              </Link>
            ) : (
              other.name
            )}
            <small>
              {[
                other.detail,
                ...other.because.map((why) => (becauseWords[why] ? i18n._(becauseWords[why]) : why)),
              ]
                .filter(Boolean)
                .join(" · ")}
            </small>
            <div className={styles.decide}>
              <Decide question={question} other={other} decision="same" act={act} />
              <Decide question={question} other={other} decision="different" act={act} />
            </div>
          </li>
        ))}
      </ul>
    </li>
  );
}

type DecideProps = {
  question: Question;
  other: Question["others"][number];
  decision: "same" | "different";
  act: Acting;
};

function Decide({ question, other, decision, act }: DecideProps) {
  const { t } = useLingui();
  const isSaid = other.decision === decision;
  const decisions = [{ question: question.key, other: other.key, decision: isSaid ? null : decision }];
  return (
    <Button
      small
      kind={isSaid ? "secondary" : "quiet"}
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

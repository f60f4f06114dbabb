/** What was said of a promise, with who and when, and the way for its receiver to say it or to take it back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { LinkButton } from "@/ui/actions/link-button";
import { StatusTag } from "@/ui/data/status-tag";
import type { Agreement } from "../api";
import { near } from "../days";
import { mayTakeBack, openPlaces, type Promised, type PromiseWord } from "./places";
import styles from "../agreement.module.css";

type Props = {
  promise: Promised;
  agreement: Agreement;
  onSay: (promise: Promised) => void;
  onTakeBack: (promise: Promised, word: PromiseWord) => void;
};

export function PromiseWords({ promise, agreement, onSay, onTakeBack }: Props) {
  const { t } = useLingui();
  const { text } = promise;
  return (
    <>
      {promise.words.map((word) => (
        <div key={word.school?.id ?? ""} className={styles.late}>
          <StatusTag look={word.outcome === "delivered" ? "done" : "bad"}>
            {word.outcome === "delivered" ? <Trans>Delivered</Trans> : <Trans>Not delivered</Trans>}
          </StatusTag>
          <small>{facts(word, agreement)}</small>
          {word.note && <q>{word.note}</q>}
          {mayTakeBack(promise, word) && (
            <LinkButton
              aria-label={
                word.school ? t`Take it back, “${text}” at ${word.school.name}` : t`Take it back, “${text}”`
              }
              onClick={() => onTakeBack(promise, word)}
            >
              <Trans>Take it back</Trans>
            </LinkButton>
          )}
        </div>
      ))}
      {openPlaces(promise, agreement).length > 0 && (
        <div className={styles.say}>
          <LinkButton aria-label={t`Not delivered? “${text}”`} onClick={() => onSay(promise)}>
            <Trans>Not delivered?</Trans>
          </LinkButton>
        </div>
      )}
    </>
  );
}

/** “Eastlight Academy · seen Jan 14 · Paul Brandt” */
function facts(word: PromiseWord, agreement: Agreement): string {
  return [word.school?.name, near(word.on, agreement.as_of), word.by?.name].filter(Boolean).join(" · ");
}

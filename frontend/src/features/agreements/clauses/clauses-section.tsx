/** The checklist of clauses, where the district keeps one: how far each is, what each side said, and one's own word. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/features/auth";
import { dayOf, formatDay } from "@/lib/dates";
import { LinkButton } from "@/ui/actions/link-button";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import type { Agreement } from "../api";
import { capital } from "../who";
import { sideName } from "../words";
import { clauseLooks, stateName, type Clause } from "./words";
import styles from "../agreement.module.css";

const ClauseDialog = lazy(() =>
  import("./clause-dialog").then((module) => ({ default: module.ClauseDialog })),
);

export function ClausesSection({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const { time_zone: timeZone } = useSession().tenant;
  const [open, setOpen] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (!agreement.clauses || agreement.clauses.length === 0) return null;
  const opened = agreement.clauses.find((clause) => clause.code === open);
  return (
    <Section
      heading={t`Checklist of clauses`}
      note={<Trans>Required clauses are finalized before the agreement is sent for signature.</Trans>}
    >
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={t`Saved for: ${done}`} key={agreement.version} />
        </div>
      )}
      <ul className={styles.schools}>
        {agreement.clauses.map((clause) => (
          <li key={clause.code}>
            <h3>{clause.title}</h3>
            <p>{clause.is_required ? t`Required` : t`Not required`}</p>
            <div className={styles.word}>
              <StatusTag look={clauseLooks[clause.state]}>{stateName(clause.state)}</StatusTag>
            </div>
            {clause.words.map((word) => (
              <p key={word.said_at} className={styles.words}>
                <Word word={word} timeZone={timeZone} />
              </p>
            ))}
            {clause.can_move && (
              <p className={styles.say}>
                <LinkButton
                  aria-label={t`Say how far it is: ${clause.title}`}
                  onClick={() => {
                    setDone(null);
                    setOpen(clause.code);
                  }}
                >
                  <Trans>Say how far it is</Trans>
                </LinkButton>
              </p>
            )}
          </li>
        ))}
      </ul>
      <Suspense>
        {opened && (
          <ClauseDialog
            agreement={agreement}
            clause={opened}
            onClose={() => setOpen(null)}
            onDone={(title) => {
              setOpen(null);
              setDone(title);
            }}
          />
        )}
      </Suspense>
    </Section>
  );
}

function Word({ word, timeZone }: { word: Clause["words"][number]; timeZone: string }) {
  const day = formatDay(dayOf(word.said_at, timeZone), "long");
  const state = stateName(word.state);
  if (!word.by) return <Trans>Open again on {day}: its text was changed.</Trans>;
  const side = capital(sideName(word.side));
  return (
    <Trans>
      {side}, {word.by.name}, on {day}: {state}. {word.note}
    </Trans>
  );
}

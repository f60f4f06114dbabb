/** On an agreement's page: whether other districts may join it, what each side said, and the step that is the reader's. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { formatDay } from "@/lib/dates";
import { Actions, Button } from "@/ui/actions/button";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import type { Agreement } from "../api";
import type { Opening, Verb } from "./api";
import { openingsQuery } from "./queries";
import { openingNeed, openingState, verbWords } from "./words";
import styles from "./openings.module.css";

const ProposeDialog = lazy(() =>
  import("./propose-dialog").then((module) => ({ default: module.ProposeDialog })),
);
const SayDialog = lazy(() => import("./say-dialog").then((module) => ({ default: module.SayDialog })));

const verbs: readonly Verb[] = ["agree", "refuse", "withdraw", "note", "close"];

export function OpeningsSection({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const found = useQuery(openingsQuery(agreement.id)).data;
  const [isProposing, setProposing] = useState(false);
  const [said, setSaid] = useState<{ opening: Opening; verb: Verb } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (!found || (found.items.length === 0 && !found.can_propose)) return null;
  const finish = (words: string) => {
    setSaid(null);
    setProposing(false);
    setDone(words);
  };
  const asked = agreement.partner.name;
  return (
    <Section
      heading={t`Other districts`}
      note={
        <Trans>
          Where the signed text lets other districts take its terms, the office may open it with the partner’s
          word. Each that joins makes an agreement of its own.
        </Trans>
      }
    >
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={done} key={done} />
        </div>
      )}
      <ul className={styles.list}>
        {found.items.map((opening) => (
          <One key={opening.id} opening={opening} onSay={(verb) => setSaid({ opening, verb })} />
        ))}
      </ul>
      {found.can_propose && found.needs.length === 0 && (
        <div className={styles.act}>
          <Button onClick={() => setProposing(true)}>
            <Trans>Propose that other districts may join</Trans>
          </Button>
        </div>
      )}
      {found.can_propose && found.needs.length > 0 && (
        <div className={styles.missing}>
          <p>
            <Trans>It cannot be opened now. What it takes:</Trans>
          </p>
          <ul>
            {found.needs.map((code) => (
              <li key={code}>{openingNeed(code)}</li>
            ))}
          </ul>
        </div>
      )}
      <Suspense>
        {isProposing && (
          <ProposeDialog
            agreement={agreement}
            openings={found}
            onClose={() => setProposing(false)}
            onDone={() => finish(t`Proposed. ${asked} is asked.`)}
          />
        )}
        {said && (
          <SayDialog
            {...said}
            onClose={() => setSaid(null)}
            onDone={() =>
              finish(verbWords(said.verb, said.opening.agreement.title, said.opening.partner.name).done)
            }
          />
        )}
      </Suspense>
    </Section>
  );
}

function One({ opening, onSay }: { opening: Opening; onSay: (verb: Verb) => void }) {
  const { look, words } = openingState(opening);
  const { proposed_by: by, decided_by: other, decided_on: on } = opening;
  const allowed = verbs.filter((verb) =>
    opening.allowed_moves.some(({ move, needs }) => move === verb && needs.length === 0),
  );
  const isCurrent = opening.status === "proposed" || opening.status === "open";
  return (
    <li>
      <div>
        <p>
          <StatusTag look={look}>{words}</StatusTag>
        </p>
        {isCurrent && <q className={styles.clause}>{opening.clause}</q>}
        {opening.reason && <q>{opening.reason}</q>}
        {isCurrent && opening.note && <p>{opening.note}</p>}
        <p className={styles.quiet}>
          {by && (
            <Trans>
              Proposed by {by.name}, {formatDay(opening.proposed_on, "long")}.
            </Trans>
          )}{" "}
          {other && on && (
            <Trans>
              Answered by {other.name}, {formatDay(on, "long")}.
            </Trans>
          )}
        </p>
      </div>
      {allowed.length > 0 && (
        <Actions>
          {allowed.map((verb) => (
            <Button key={verb} small onClick={() => onSay(verb)}>
              {verbWords(verb, opening.agreement.title, opening.partner.name).button}
            </Button>
          ))}
        </Actions>
      )}
    </li>
  );
}

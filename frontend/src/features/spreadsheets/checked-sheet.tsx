/** What the last check found: counts, what to decide, what is wrong; and the one act that writes. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AnchorButton, Link } from "@/ui/actions/link";
import { Section } from "@/ui/page/section";
import { isWorkedOn, useAct, type Acting, type Outcome, type Spreadsheet } from "./api";
import { CheckedAgain } from "./checked-again";
import { Counts } from "./counts";
import { Discard } from "./discard";
import { Failed } from "./failed";
import { NextStep } from "./next-step";
import { ProblemKinds } from "./problem-kinds";
import { Questions } from "./questions";
import { UnknownSchools } from "./unknown-schools";
import type { Counts as Counted } from "./what-changed";
import { Working } from "./working";
import styles from "./import.module.css";

export function CheckedSheet({ sheet }: { sheet: Spreadsheet }) {
  const act = useAct(sheet);
  const [before, setBefore] = useState<Counted>();
  const { outcome } = sheet;
  const doing = act.isPending ? act.variables : undefined;
  const isLong = isWorkedOn(sheet) || doing?.kind === "commit" || doing?.kind === "check";
  if (!outcome) return <Working sheet={sheet} act={doing} />;
  const checkAgain = () => {
    setBefore(outcome.counts);
    act.mutate({ kind: "check" });
  };
  return (
    <>
      <div role="status">{isLong && <Working sheet={sheet} act={doing} />}</div>
      <Failed sheet={sheet} act={act} onCheck={checkAgain} />
      {before && !isLong && !act.isError && sheet.stage === "checked" && (
        <CheckedAgain was={before} is={outcome.counts} />
      )}
      {!isLong && <NextStep sheet={sheet} act={act} />}
      <Found sheet={sheet} outcome={outcome} act={act} isOpen={sheet.stage !== "committed" && !isLong} />
    </>
  );
}

type FoundProps = { sheet: Spreadsheet; outcome: Outcome; act: Acting; isOpen: boolean };

function Found({ sheet, outcome, act, isOpen }: FoundProps) {
  const { refused } = outcome.counts.rows;
  const wrong = outcome.problem_kinds.filter(({ weight }) => weight === "refused");
  const notes = outcome.problem_kinds.filter(({ weight }) => weight === "note");
  return (
    <>
      {isOpen && outcome.questions.length > 0 && <Questions outcome={outcome} act={act} />}
      {isOpen && <UnknownSchools unknown={outcome.unknown_schools} act={act} />}
      <Counts outcome={outcome} isWritten={sheet.stage === "committed"} />
      {wrong.length > 0 && (
        <Section
          heading={<Plural value={refused} one="# row cannot be taken" other="# rows cannot be taken" />}
          note={
            <Trans>
              A row is taken whole or not at all. Mend these in your list and bring the list again: what is in
              already stays as it is.
            </Trans>
          }
        >
          <ProblemKinds sheet={sheet} kinds={wrong} />
        </Section>
      )}
      {notes.length > 0 && (
        <Section
          heading={<Trans>Worth knowing</Trans>}
          note={<Trans>These rows are taken. What cannot be read in them is left out.</Trans>}
        >
          <ProblemKinds sheet={sheet} kinds={notes} />
        </Section>
      )}
      {outcome.refused_problems + outcome.notes > 0 && <Downloads sheet={sheet} />}
      {isOpen && (
        <Section heading={<Trans>Something else</Trans>}>
          <div className={styles.actions}>
            <Link to="/import/$spreadsheetId" params={{ spreadsheetId: sheet.id }} search={{ match: true }}>
              <Trans>Match the columns again</Trans>
            </Link>
            <Discard sheet={sheet} />
          </div>
        </Section>
      )}
    </>
  );
}

function Downloads({ sheet }: { sheet: Spreadsheet }) {
  const { i18n } = useLingui();
  const address = `/api/v1/spreadsheets/${sheet.id}/problems`;
  const inLanguage = `language=${i18n.locale}`;
  return (
    <div className={styles.actions}>
      <AnchorButton href={`${address}/xlsx?${inLanguage}`} download="what-is-wrong.xlsx">
        <Trans>Download all of these rows for Excel</Trans>
      </AnchorButton>
      <AnchorButton href={`${address}/csv?${inLanguage}`} download="what-is-wrong.csv" kind="quiet">
        <Trans>As CSV</Trans>
      </AnchorButton>
    </div>
  );
}

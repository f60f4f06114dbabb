/** What the last check found: counts, what to decide, what is wrong; and the one act that writes. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { problemSentence } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { AnchorButton, ButtonLink, Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { NextBox } from "@/ui/page/next-box";
import { Section } from "@/ui/page/section";
import { useAbandon, useAct, type Acting, type Spreadsheet } from "./api";
import { Counts } from "./counts";
import { Problems } from "./problems";
import { Questions } from "./questions";
import { UnknownSchools } from "./unknown-schools";
import styles from "./import.module.css";

export function CheckedSheet({ sheet }: { sheet: Spreadsheet }) {
  const act = useAct(sheet);
  const { outcome } = sheet;
  if (!outcome) return null;
  const isOpen = sheet.stage !== "committed";
  return (
    <>
      <Next sheet={sheet} act={act} />
      {act.isError && (
        <div className={styles.notice}>
          <Notice kind="bad" live level={2} title={<Trans>That did not work</Trans>}>
            {problemSentence(act.error)}
          </Notice>
        </div>
      )}
      <Counts outcome={outcome} isWritten={!isOpen} />
      {isOpen && <UnknownSchools unknown={outcome.unknown_schools} act={act} />}
      {outcome.questions.length > 0 && isOpen && <Questions outcome={outcome} act={act} />}
      <Section
        heading={<Trans>Rows that cannot be taken</Trans>}
        note={
          <Trans>
            A row is taken whole or not at all. Mend it in your list and bring the list again: what is in
            already stays as it is.
          </Trans>
        }
      >
        <Problems sheet={sheet} weight="refused" />
        {outcome.refused_problems + outcome.notes > 0 && <Downloads sheet={sheet} />}
      </Section>
      <Section heading={<Trans>Worth knowing</Trans>}>
        <Problems sheet={sheet} weight="note" />
      </Section>
      {isOpen && <Away sheet={sheet} />}
    </>
  );
}

function Next({ sheet, act }: { sheet: Spreadsheet; act: Acting }) {
  const moves = sheet.allowed_moves.find(({ move }) => move === "commit");
  if (sheet.stage === "committed")
    return (
      <NextBox
        who={<Trans>Next for you</Trans>}
        heading={<Trans>Look at your partners</Trans>}
        action={
          <ButtonLink kind="primary" to="/partners">
            <Trans>Open partners</Trans>
          </ButtonLink>
        }
      >
        <Trans>
          New partners are prospective until they are approved. Agreements are recorded as signed.
        </Trans>
      </NextBox>
    );
  const open = sheet.outcome?.open_questions ?? 0;
  const isReady = moves !== undefined && moves.needs.length === 0;
  return (
    <NextBox
      who={<Trans>Next for you</Trans>}
      heading={isReady ? <Trans>Take the rows in</Trans> : <Trans>Decide what is the same</Trans>}
      action={
        isReady ? (
          <Button
            kind="primary"
            onClick={() => act.mutate({ kind: "commit" })}
            working={act.isPending ? <Trans>Working…</Trans> : undefined}
          >
            <Trans>Take them in</Trans>
          </Button>
        ) : undefined
      }
    >
      {isReady ? (
        <Trans>All of it is written at once, or nothing. Rows that cannot be taken are left out.</Trans>
      ) : (
        <Plural
          value={open}
          one="# organization may be here already. Say below whether it is the same."
          other="# organizations may be here already. Say below whether they are the same."
        />
      )}
    </NextBox>
  );
}

function Downloads({ sheet }: { sheet: Spreadsheet }) {
  const address = `/api/v1/spreadsheets/${sheet.id}/problems`;
  return (
    <div className={styles.actions}>
      <AnchorButton href={`${address}/xlsx`} download="what-is-wrong.xlsx">
        <Trans>Download these rows for Excel</Trans>
      </AnchorButton>
      <AnchorButton href={`${address}/csv`} download="what-is-wrong.csv">
        <Trans>As CSV</Trans>
      </AnchorButton>
    </div>
  );
}

function Away({ sheet }: { sheet: Spreadsheet }) {
  const { t } = useLingui();
  const abandon = useAbandon(sheet);
  const navigate = useNavigate();
  return (
    <Section heading={<Trans>Something else</Trans>}>
      <div className={styles.actions}>
        <Link to="/import/$spreadsheetId" params={{ spreadsheetId: sheet.id }} search={{ match: true }}>
          <Trans>Match the columns again</Trans>
        </Link>
        <Button
          kind="quiet"
          onClick={() => abandon.mutate(undefined, { onSuccess: () => void navigate({ to: "/import" }) })}
          working={abandon.isPending ? t`Working…` : undefined}
        >
          <Trans>Give this file up</Trans>
        </Button>
      </div>
    </Section>
  );
}

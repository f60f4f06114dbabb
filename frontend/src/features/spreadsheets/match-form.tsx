/** What each column stands for: proposed, and in the reader's hand. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { isApiError } from "@/api/problem";
import type { Matching } from "@/api/gen/types.gen";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Checkbox } from "@/ui/fields/checkbox";
import { RadioGroup } from "@/ui/fields/radio-group";
import { ErrorSummary } from "@/ui/fields/error-summary";
import { Section } from "@/ui/page/section";
import { useAct, type Spreadsheet } from "./api";
import { Failed } from "./failed";
import { draftOf, dropDraft, keepDraft } from "./matching-draft";
import { MatchSheet } from "./match-sheet";
import { needWords } from "./words";
import styles from "./import.module.css";

export function MatchForm({ sheet }: { sheet: Spreadsheet }) {
  const { t, i18n } = useLingui();
  const [matching, choose] = useState<Matching>(() => draftOf(sheet));
  const act = useAct(sheet);
  const setMatching = (chosen: Matching) => {
    keepDraft(sheet, chosen);
    choose(chosen);
  };
  const navigate = useNavigate();
  const check = () =>
    act.mutate(
      { kind: "match", matching },
      {
        onSuccess: ({ id }) => {
          dropDraft(sheet);
          void navigate({ to: "/import/$spreadsheetId", params: { spreadsheetId: id }, search: {} });
        },
      },
    );
  const lacking = lacks(matching);
  const twice = fieldsOf(act.error);
  return (
    <>
      <ErrorSummary
        errors={twice.map((field) => ({ field, message: t`Another column stands for this already.` }))}
        attempt={act.submittedAt}
      />
      {sheet.is_remembered && (
        <div className={styles.notice}>
          <Notice level={2} title={<Trans>Matched as last time</Trans>}>
            <Trans>A file with these columns was brought before. Look whether it still holds.</Trans>
          </Notice>
        </div>
      )}
      {sheet.sheets.map((each, place) => (
        <MatchSheet
          key={each.name}
          sheet={each}
          place={place}
          errors={twice.filter((field) => field.startsWith(`sheets.${place}.`))}
          fields={sheet.fields}
          alone={sheet.sheets.length === 1}
          chosen={matching.sheets[place]}
          onChange={(changed) =>
            setMatching({
              ...matching,
              sheets: matching.sheets.map((old, at) => (at === place ? changed : old)),
            })
          }
          onHeaderRow={(row) =>
            act.mutate({
              kind: "match",
              matching: {
                ...matching,
                sheets: matching.sheets.map((old, at) => (at === place ? { ...old, header_row: row } : old)),
              },
            })
          }
        />
      ))}
      <Choices matching={matching} onChange={setMatching} />
      <Failed sheet={sheet} act={act} />
      <div className={styles.actions}>
        {lacking ? (
          <p>{needWords[lacking] ? i18n._(needWords[lacking]) : lacking}</p>
        ) : (
          <Button
            kind="primary"
            onClick={check}
            working={act.isPending ? <Trans>Checking…</Trans> : undefined}
          >
            <Trans>Check the file</Trans>
          </Button>
        )}
      </div>
    </>
  );
}

/** The columns that the server turned down. */
function fieldsOf(error: unknown): string[] {
  return isApiError(error)
    ? error.fields.filter(({ code }) => code === "field_twice").map(({ field }) => field)
    : [];
}

function lacks({ sheets }: Matching): string | undefined {
  const used = sheets.filter((sheet) => sheet.is_used);
  if (used.length === 0) return "sheet";
  return used.every(({ columns }) => columns.includes("partner.name")) ? undefined : "partner_name";
}

type ChoicesProps = { matching: Matching; onChange: (matching: Matching) => void };

function Choices({ matching, onChange }: ChoicesProps) {
  const { t } = useLingui();
  return (
    <Section heading={<Trans>How it is to be read</Trans>}>
      <div className={styles.choices}>
        <RadioGroup
          name="day_order"
          label={t`A day such as 3/4/2020 is`}
          value={matching.day_order ?? ""}
          onChange={({ target }) =>
            onChange({ ...matching, day_order: target.value === "dmy" ? "dmy" : "mdy" })
          }
          choices={[
            { value: "mdy", label: t`March 4` },
            { value: "dmy", label: t`April 3` },
          ]}
        />
        <RadioGroup
          name="open_end"
          label={t`An agreement that ends with “Present” or “ongoing”`}
          value={matching.open_end}
          onChange={({ target }) =>
            onChange({ ...matching, open_end: target.value === "refuse" ? "refuse" : "school_year" })
          }
          choices={[
            { value: "refuse", label: t`waits until somebody writes a last day` },
            { value: "school_year", label: t`ends on the last day of this school year` },
          ]}
        />
        <Checkbox
          label={t`The file is newer than the records here: where they differ, the file is right`}
          hint={t`Otherwise what is here is kept, and only what is missing is filled in.`}
          checked={matching.overwrites}
          onChange={({ target }) => onChange({ ...matching, overwrites: target.checked })}
        />
      </div>
    </Section>
  );
}

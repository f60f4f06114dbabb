/** The form around the grid: the day, what to fix, what was kept, and what has to be said twice. */
import { plural } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { problemSentence } from "@/api/form-problems";
import type { GridOutcome } from "@/api/gen/types.gen";
import { isApiError } from "@/api/problem";
import { useSession } from "@/features/auth";
import { announce } from "@/lib/announcer";
import { Actions, Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { DateField, isDay } from "@/ui/fields/date-field";
import { ErrorSummary, type SummaryError } from "@/ui/fields/error-summary";
import { useEnter } from "./acts";
import type { Target } from "./api";
import { EntryGrid } from "./entry-grid";
import { cellId, cellOf, forgetKept, partsOf, pasteSheet, readGrid, type Part, type Typed } from "./entry";
import { KeepTyped } from "./keep-typed";
import { mistakeWords } from "./entry-words";
import styles from "./entry.module.css";

type Problem = SummaryError & { school?: string };

export function EntryForm({ target }: { target: Target }) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const enter = useEnter(target);
  const latest = today < target.period_ends_on ? today : target.period_ends_on;
  const [day, setDay] = useState(latest);
  const [typed, setTyped] = useState<Typed>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<GridOutcome | null>(null);
  const [saves, setSaves] = useState(0);
  const [pasted, setPasted] = useState<string | null>(null);
  const rows = target.schools.filter((row) => row.may_enter);
  const schools = rows.map(({ school }) => school);
  const nameOf = (id: string) => schools.find((school) => school.id === id)?.name ?? "";
  const refuse = (found: readonly Problem[]) => {
    setProblems(found);
    setAttempt(attempt + 1);
  };

  const type = (school: string, part: Part, value: string) => {
    setTyped((before) => ({ ...before, [school]: { ...before[school], [part]: value } }));
    setProblems((before) => before.filter((problem) => problem.school !== school));
    // What was said of the value before is not said of this one.
    setOutcome(
      (before) => before && { ...before, rows: before.rows.filter((row) => row.school_id !== school) },
    );
  };
  const paste = (sheet: string[][], at: { school: string; part: Part }) => {
    const done = pasteSheet(sheet, schools, partsOf(target), at, typed);
    setTyped(done.typed);
    const missing = done.unknown.join(", ");
    const filled = plural(done.filled, { one: "# row filled in.", other: "# rows filled in." });
    const words = missing ? t`${filled} No row here for: ${missing}` : filled;
    setPasted(words);
    announce(words);
  };

  const save = (only?: readonly string[]) => {
    const read = readGrid(target, only ?? schools.map(({ id }) => id), typed, day);
    const found: Problem[] = read.mistakes.map((mistake) => ({
      school: mistake.school,
      field: cellId(mistake.part, mistake.school),
      message: `${nameOf(mistake.school)}: ${mistakeWords(mistake)}`,
    }));
    if (!isDay(day)) found.unshift({ field: "as_of_on", message: t`Enter the day, such as 1 24 2020` });
    if (found.length === 0 && read.rows.length === 0) {
      const field = cellId(partsOf(target)[0] ?? "value", schools[0]?.id ?? "");
      found.push({ field, message: t`Fill in at least one school` });
    }
    if (found.length > 0) {
      setOutcome(null);
      return refuse(found);
    }
    setProblems([]);
    setPasted(null);
    const body = {
      as_of_on: day,
      rows: read.rows,
      population: target.population,
      confirm: only !== undefined,
    };
    enter.mutate(body, { onSuccess: keep, onError: explain });
  };
  const keep = (made: GridOutcome) => {
    setTyped((before) => forgetKept(before, made.rows));
    setOutcome(made);
    setSaves((before) => before + 1);
    const found = made.rows.flatMap((row) =>
      row.errors.map((fault) => ({
        school: row.school_id,
        field: cellOf(target, fault.pointer, row.school_id),
        message: `${nameOf(row.school_id)}: ${fault.detail}`,
      })),
    );
    if (found.length > 0) refuse(found);
  };
  const explain = (error: unknown) => {
    setOutcome(null);
    const fields = isApiError(error) ? error.fields : [];
    refuse(
      fields.length > 0
        ? fields.map(({ field, message }) => ({ field, message }))
        : [{ message: problemSentence(error) }],
    );
  };
  const doubtful = outcome?.rows.filter((row) => row.outcome === "needs_confirming") ?? [];
  const again = doubtful.map((row) => row.school_id).filter((id) => typed[id] !== undefined);
  const kept = outcome ? outcome.created + outcome.corrected : 0;
  const dayProblem = problems.find(({ field }) => field === "as_of_on")?.message;
  return (
    <form
      noValidate
      aria-label={t`Results`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!enter.isPending) save();
      }}
    >
      <ErrorSummary errors={problems} attempt={attempt} />
      {outcome && (
        <div className={styles.notice} key={saves}>
          <Notice
            kind={again.length > 0 ? "warn" : "good"}
            live
            focus={outcome.refused === 0}
            title={<Plural value={kept} one="# result saved" other="# results saved" />}
            actions={
              again.length > 0 ? (
                <Button onClick={() => save(again)} working={enter.isPending && <Trans>Saving…</Trans>}>
                  <Plural value={again.length} one="Save it anyway" other="Save these # anyway" />
                </Button>
              ) : (
                <ButtonLink to="/targets/$targetId" params={{ targetId: target.id }}>
                  <Trans>See the target</Trans>
                </ButtonLink>
              )
            }
          >
            <Rest outcome={outcome} doubtful={again.length} />
          </Notice>
        </div>
      )}
      <DateField
        name="as_of_on"
        label={t`Day of these results`}
        hint={t`The day they were true, not the day you type them`}
        value={day}
        onChange={(next) => {
          setDay(next);
          setOutcome(null);
        }}
        error={dayProblem}
      />
      <EntryGrid
        target={target}
        rows={rows}
        day={day}
        typed={typed}
        problems={problems}
        outcomes={outcome?.rows ?? []}
        onType={type}
        onPaste={paste}
      />
      {pasted && (
        <div className={styles.notice}>
          <Notice>{pasted}</Notice>
        </div>
      )}
      <Actions full>
        <Button type="submit" kind="primary" working={enter.isPending && <Trans>Saving…</Trans>}>
          <Plural value={rows.length} one="Save the result" other="Save results" />
        </Button>
        <ButtonLink kind="quiet" to="/targets/$targetId" params={{ targetId: target.id }}>
          <Trans>Back to the target</Trans>
        </ButtonLink>
      </Actions>
      <KeepTyped isTyped={Object.keys(typed).length > 0} />
    </form>
  );
}

function Rest({ outcome, doubtful }: { outcome: GridOutcome; doubtful: number }) {
  return (
    <p>
      {outcome.unchanged > 0 && (
        <Plural value={outcome.unchanged} one="# was saved before." other="# were saved before." />
      )}{" "}
      {outcome.refused > 0 && (
        <Plural
          value={outcome.refused}
          one="# was not saved; see below."
          other="# were not saved; see below."
        />
      )}{" "}
      {doubtful > 0 && (
        <Plural
          value={doubtful}
          one="# is far from the last time, so it is not saved yet."
          other="# are far from the last time, so they are not saved yet."
        />
      )}{" "}
      {outcome.refused + doubtful === 0 && <Trans>Somebody else now checks what you entered.</Trans>}
    </p>
  );
}

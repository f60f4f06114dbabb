/** Results of one day, school by school: each row is kept or refused for itself, and says so beside its cells. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState, type KeyboardEvent } from "react";
import { problemSentence } from "@/api/form-problems";
import type { GridOutcome, RowOutcome, TargetRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { Actions, Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { DatePicker } from "@/ui/fields/date-picker";
import { NumberField } from "@/ui/fields/number-field";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { targetQuery, useEnter } from "./api";
import styles from "./enter-page.module.css";
import { isEmpty, nothing, readRow, type Typed } from "./enter-rows";

export function EnterPage({ targetId }: { targetId: string }) {
  const { t } = useLingui();
  const target = useSuspenseQuery(targetQuery(targetId)).data;
  const rows = target.schools.filter((row) => row.may_enter);
  return (
    <>
      <PageHead
        title={[t`Enter results`, target.name, t`Targets`]}
        trail={
          <Breadcrumbs here={<Trans>Enter results</Trans>}>
            <Link to="/targets">
              <Trans>Targets</Trans>
            </Link>
            <Link to="/targets/$targetId" params={{ targetId }}>
              {target.name}
            </Link>
          </Breadcrumbs>
        }
        heading={<Trans>Enter results: {target.name}</Trans>}
        lead={target.measure}
        asOf={target.population_words}
      />
      {rows.length === 0 ? (
        <EmptyState title={<Trans>There is no result for you to enter.</Trans>} level={2}>
          <Trans>Results are entered while the target is open, for schools that agreed to it.</Trans>
        </EmptyState>
      ) : (
        <Grid target={target} />
      )}
    </>
  );
}

function Grid({ target }: { target: TargetRead }) {
  const { t } = useLingui();
  const today = useSession().tenant.today;
  const enter = useEnter(target);
  const latest = today < target.period_ends_on ? today : target.period_ends_on;
  const [day, setDay] = useState<string | null>(latest);
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [outcome, setOutcome] = useState<GridOutcome | null>(null);
  const asShare = target.unit === "percent" || target.unit === "ratio";
  const rows = target.schools.filter((row) => row.may_enter).map(({ school }) => school);
  const cell = (school: string) => typed[school] ?? nothing;
  const change = (school: string, part: keyof Typed, value: string) => {
    setTyped((before) => ({ ...before, [school]: { ...(before[school] ?? nothing), [part]: value } }));
    setWrong((before) => before.filter((id) => id !== school));
  };
  const save = (confirm: boolean) => {
    const filled = rows.filter(({ id }) => !isEmpty(cell(id)));
    const sent = filled.map(({ id }) => readRow(id, cell(id), asShare));
    const bad = filled.filter((_, index) => sent[index] === null).map(({ id }) => id);
    setWrong(bad);
    const whole = sent.filter((row) => row !== null);
    if (bad.length > 0 || whole.length === 0 || day === null) return;
    enter.mutate(
      { as_of_on: day, rows: whole, population: target.population, confirm },
      { onSuccess: setOutcome },
    );
  };
  return (
    <form
      noValidate
      aria-label={t`Results`}
      onSubmit={(event) => {
        event.preventDefault();
        save(false);
      }}
    >
      <div className={styles.head}>
        <DatePicker
          label={t`As of`}
          hint={t`The day the results are true for`}
          value={day}
          onChange={setDay}
          earliest={target.period_starts_on}
          latest={latest}
          error={day === null ? t`Choose a day` : undefined}
        />
      </div>
      {enter.error && (
        <Notice kind="bad" live>
          {problemSentence(enter.error)}
        </Notice>
      )}
      {outcome && <Saved outcome={outcome} />}
      {rows.map(({ id, name }) => (
        <fieldset key={id} className={styles.row}>
          <legend>{name}</legend>
          <div className={styles.cells}>
            {(asShare ? (["numerator", "denominator"] as const) : (["value"] as const)).map((part) => (
              <NumberField
                key={part}
                id={`${part}-${id}`}
                label={
                  part === "numerator" ? t`How many` : part === "denominator" ? t`Of how many` : t`Result`
                }
                whole={asShare}
                unit={part === "value" && target.unit === "hours" ? t`hours` : undefined}
                value={cell(id)[part]}
                error={wrong.includes(id) ? t`Enter a number, such as 12` : undefined}
                onChange={(event) => change(id, part, event.target.value)}
                onKeyDown={(event) => moveDown(event, part)}
                data-part={part}
              />
            ))}
          </div>
          <RowSaid row={outcome?.rows.find((row) => row.school_id === id)} />
        </fieldset>
      ))}
      <Actions>
        <Button type="submit" kind="primary" working={enter.isPending ? <Trans>Saving…</Trans> : undefined}>
          <Trans>Save results</Trans>
        </Button>
        {outcome !== null && outcome.needs_confirming > 0 && (
          <Button onClick={() => save(true)}>
            <Trans>Save anyway</Trans>
          </Button>
        )}
        <ButtonLink kind="quiet" to="/targets/$targetId" params={{ targetId: target.id }}>
          <Trans>Back to the target</Trans>
        </ButtonLink>
      </Actions>
    </form>
  );
}

/** Enter goes to the same cell of the next row; in the last row it saves, as in any form. */
function moveDown(event: KeyboardEvent<HTMLInputElement>, part: keyof Typed) {
  if (event.key !== "Enter") return;
  const cells = event.currentTarget.form?.querySelectorAll<HTMLInputElement>(`input[data-part="${part}"]`);
  const all = [...(cells ?? [])];
  const next = all[all.indexOf(event.currentTarget) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

function Saved({ outcome }: { outcome: GridOutcome }) {
  const kept = outcome.created + outcome.corrected;
  const open = outcome.needs_confirming + outcome.refused;
  return (
    <Notice kind={open > 0 ? "warn" : "good"} live>
      <Plural value={kept} one="# result saved." other="# results saved." />{" "}
      {open > 0 && <Plural value={open} one="# row needs another look." other="# rows need another look." />}
    </Notice>
  );
}

function RowSaid({ row }: { row: RowOutcome | undefined }) {
  if (!row) return null;
  const faults = [...row.errors, ...row.warnings].map(({ detail }) => detail).join(" ");
  const kind = row.outcome === "refused" ? "bad" : row.outcome === "needs_confirming" ? "warn" : "good";
  return (
    <div className={styles.said}>
      <Notice kind={kind}>
        {row.outcome === "created" && <Trans>Saved.</Trans>}
        {row.outcome === "corrected" && <Trans>Saved as a correction.</Trans>}
        {row.outcome === "unchanged" && <Trans>It was saved before.</Trans>}
        {row.outcome === "refused" && <Trans>Not saved.</Trans>}
        {row.outcome === "needs_confirming" && <Trans>Not saved yet.</Trans>} {faults}
      </Notice>
    </div>
  );
}

/**
 * Saves an edit of a record that somebody else may have changed meanwhile. What the other changed and this person
 * did not touch is taken as it is now; only where both changed the same field is a choice needed.
 */
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import type { Choices } from "@/ui/feedback/conflict";

export type Values = Record<string, unknown>;
type Key<V> = keyof V & string;

type Asked<R, V extends Values> = {
  record: R;
  form: UseFormReturn<V>;
  /** The record as the form holds it. */
  read: (record: R) => V;
  /** Sends these fields as an edit of that version. */
  save: (base: R, changed: readonly Key<V>[], values: V) => Promise<unknown>;
  /** The record as it is now. */
  reread: () => Promise<R>;
  /** Puts a refusal to the fields; as every form does unless told. */
  refuse?: (error: unknown) => void;
  onDone: () => void;
};

function changedFields<V extends Values>(before: V, after: V): Key<V>[] {
  return Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

export function useLateEdit<R, V extends Values>({
  record,
  form,
  read,
  save,
  reread,
  refuse = (error) => showProblem(form, error),
  onDone,
}: Asked<R, V>) {
  const [base, setBase] = useState(record);
  const [theirs, setTheirs] = useState<R | null>(null);

  const attempt = async (from: R, values: V, again: boolean): Promise<void> => {
    const mine = changedFields(read(from), values);
    if (mine.length === 0) return onDone();
    try {
      await save(from, mine, values);
      onDone();
    } catch (error) {
      if (!isApiError(error) || !error.isConflict) return refuse(error);
      const now = await reread();
      const moved = changedFields(read(from), read(now));
      if (disputed(read(from), values, read(now)).length > 0 || !again) {
        setBase(from);
        setTheirs(now);
        return;
      }
      const merged = keep(values, read(now), moved);
      form.reset(merged);
      await attempt(now, merged, false);
    }
  };

  const both = theirs === null ? [] : disputed(read(base), form.getValues(), read(theirs));

  const choose = (choices: Choices) => {
    if (theirs === null) return;
    const moved = changedFields(read(base), read(theirs));
    const taken = moved.filter((field) => !both.includes(field) || choices[field] === "theirs");
    const merged = keep(form.getValues(), read(theirs), taken);
    form.reset(merged);
    setBase(theirs);
    setTheirs(null);
    void attempt(theirs, merged, true);
  };

  return {
    submit: (values: V) => attempt(base, values, true),
    choose,
    /** Fields that both changed, and the record as it is now; nothing while no choice is needed. */
    conflict: theirs === null ? null : { fields: both, theirs: read(theirs) },
  };
}

/** What both changed, each to something else. */
function disputed<V extends Values>(before: V, mine: V, theirs: V): Key<V>[] {
  const moved = changedFields(before, theirs);
  const changed = changedFields(before, mine);
  return changedFields(theirs, mine).filter((field) => moved.includes(field) && changed.includes(field));
}

/** These values, with some fields taken from others. */
function keep<V extends Values>(values: V, others: V, fields: readonly Key<V>[]): V {
  const merged = { ...values };
  for (const field of fields) merged[field] = others[field];
  return merged;
}

/** What reaches the reader: each event, in the app or not, and how by e-mail. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { showProblem } from "@/api/form-problems";
import type { PreferencesRead } from "@/api/gen/types.gen";
import { isApiError } from "@/api/problem";
import { Button } from "@/ui/actions/button";
import { Conflict, type Choices as Kept } from "@/ui/feedback/conflict";
import { Notice } from "@/ui/feedback/notice";
import { Form } from "@/ui/fields/form";
import { useForm } from "@/ui/fields/use-form";
import { useChoosePreferences, useRereadPreferences } from "./api";
import { choiceWords } from "./choice-words";
import { kindName } from "./kind-names";
import { PreferencesTable } from "./preferences-table";
import { choicesOf, reconcile, toSend, type Choices } from "./preferences";

type Dispute = { kinds: string[]; theirs: Choices };

export function PreferencesForm({ preferences }: { preferences: PreferencesRead }) {
  const { t } = useLingui();
  const choose = useChoosePreferences();
  const reread = useRereadPreferences();
  const [base, setBase] = useState(preferences);
  const [dispute, setDispute] = useState<Dispute | null>(null);
  const [saved, setSaved] = useState(0);
  const form = useForm<{ choices: Choices }>({ defaultValues: { choices: choicesOf(preferences) } });
  const { isSubmitting, isDirty } = form.formState;

  const send = async (onto: PreferencesRead, choices: Choices) => {
    const now = await choose.mutateAsync({ base: onto, items: toSend(onto, choices) });
    setBase(now);
    setDispute(null);
    form.reset({ choices: choicesOf(now) });
    setSaved((times) => times + 1);
  };

  const save = async ({ choices }: { choices: Choices }) => {
    setSaved(0);
    try {
      await send(base, choices);
    } catch (error) {
      if (!isApiError(error) || !error.isConflict) return showProblem(form, error);
      await joinLate(choices);
    }
  };

  /** Another window saved first: what only one of the two changed needs no question. */
  const joinLate = async (mine: Choices) => {
    try {
      const now = await reread();
      const theirs = choicesOf(now);
      const { choices, disputed } = reconcile(choicesOf(base), mine, theirs);
      setBase(now);
      form.reset({ choices: theirs });
      for (const [kind, choice] of Object.entries(choices))
        form.setValue(`choices.${kind}`, choice, { shouldDirty: true });
      if (disputed.length > 0) setDispute({ kinds: disputed, theirs });
      else await send(now, choices);
    } catch (error) {
      showProblem(form, error);
    }
  };

  const settle = (kept: Kept) => {
    for (const [kind, whose] of Object.entries(kept)) {
      const their = dispute?.theirs[kind];
      if (whose === "theirs" && their) form.setValue(`choices.${kind}`, their);
    }
    setDispute(null);
    void form.handleSubmit(save)();
  };

  const mine = form.getValues("choices");
  return (
    <Form
      form={form}
      label={t`What reaches you`}
      onSubmit={save}
      actions={
        <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
          <Trans>Save choices</Trans>
        </Button>
      }
    >
      {dispute && (
        <Conflict
          differences={dispute.kinds.map((kind) => ({
            field: kind,
            label: kindName(kind),
            mine: choiceWords(mine[kind]),
            theirs: choiceWords(dispute.theirs[kind]),
          }))}
          onChoose={settle}
        />
      )}
      {saved > 0 && !isDirty && (
        <Notice key={saved} kind="good" focus>
          <Trans>Your choices are saved.</Trans>
        </Notice>
      )}
      <PreferencesTable form={form} kinds={base.items.map(({ kind }) => kind)} />
    </Form>
  );
}

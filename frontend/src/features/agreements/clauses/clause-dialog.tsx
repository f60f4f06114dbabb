/** One side's word on a clause: how far it is, under its wording as it stands now, and a note for the other side. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { showProblem } from "@/api/form-problems";
import { moveAgreementClause } from "@/api/gen/sdk.gen";
import { isApiError } from "@/api/problem";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { RadioGroup } from "@/ui/fields/radio-group";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { settle } from "../acts";
import type { Agreement } from "../api";
import { refusal } from "../refusal";
import { useReread } from "../write";
import { clauseStates, stateName, type Clause, type ClauseState } from "./words";
import styles from "./clauses.module.css";

type Props = { agreement: Agreement; clause: Clause; onClose: () => void; onDone: (title: string) => void };

export function ClauseDialog({ agreement, clause, onClose, onDone }: Props) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const reread = useReread(agreement.id);
  const form = useForm<{ state: ClauseState; note: string }>({
    defaultValues: { state: clause.state, note: "" },
  });
  const move = useMutation({
    mutationFn: async ({ state, note }: { state: ClauseState; note: string }) => {
      const path = { agreement_id: agreement.id, clause_code: clause.code };
      const body = { state, note: note.trim() === "" ? null : note.trim() };
      const headers = ifMatch(agreement);
      return (await moveAgreementClause({ path, body, headers, throwOnError: true })).data;
    },
    onSuccess: (now) => settle(queries, now),
  });
  const submit = async (values: { state: ClauseState; note: string }) => {
    try {
      await move.mutateAsync(values);
      onDone(clause.title);
    } catch (error) {
      const isLate = isApiError(error) && error.isConflict;
      // what was typed stays; the wording above it is the newest, so saving again is a choice and no accident
      if (isLate) await reread();
      const why = isLate
        ? t`Somebody changed this agreement meanwhile. Look at the clause again, then save once more.`
        : refusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`How far is it: ${clause.title}`}>
      <div className={styles.wording}>
        {clause.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {clause.items.map((item) => (
          <p key={item}>– {item}</p>
        ))}
      </div>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button kind="primary" type="submit" working={move.isPending ? t`Saving…` : undefined}>
              <Trans>Save</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <RadioGroup
          label={t`How far is this clause?`}
          choices={clauseStates.map((value) => ({ value, label: stateName(value) }))}
          {...form.register("state")}
        />
        <TextArea
          label={t`What the other side should know`}
          hint={t`It stays with the clause, with your name and the day.`}
          optional
          error={form.formState.errors.note?.message}
          {...form.register("note", {
            maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
          })}
        />
      </Form>
    </Dialog>
  );
}

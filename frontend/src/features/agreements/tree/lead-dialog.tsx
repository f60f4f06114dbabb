/** Changes where one answer leads: a type, whether it binds, and reviewers besides the type's own. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { Actions, Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Checkbox, CheckboxGroup } from "@/ui/fields/checkbox";
import { Select } from "@/ui/fields/select";
import { Dialog } from "@/ui/overlays/dialog";
import form from "../form.module.css";
import { stepName } from "../routes/words";
import { types } from "../search";
import { capital } from "../who";
import { typeName } from "../words";
import { leadQuery, useRereadLead, useSetLead, type Lead } from "./api";
import { answerName, leadWords, questionOf } from "./words";

type Props = { answer: Lead["answer"]; onClose: () => void; onDone: (answer: Lead["answer"]) => void };

export function LeadDialog({ answer, onClose, onDone }: Props) {
  const { t } = useLingui();
  const { data, error } = useQuery(leadQuery(answer));
  const name = answerName(answer);
  return (
    <Dialog open onClose={onClose} title={t`Where it leads: ${name}`}>
      {error ? (
        <Notice kind="bad">{problemSentence(error)}</Notice>
      ) : data ? (
        <LeadForm lead={data} onClose={onClose} onDone={onDone} />
      ) : (
        <Skeleton label={t`Loading the setting`} shape="lines" count={5} />
      )}
    </Dialog>
  );
}

const all = ["legal", "risk", "privacy", "board"] as const;

function LeadForm({ lead, onClose, onDone }: { lead: Lead } & Omit<Props, "answer">) {
  const { t } = useLingui();
  const set = useSetLead();
  const reread = useRereadLead(lead.answer);
  const [base, setBase] = useState(lead);
  const [type, setType] = useState(lead.type);
  const [isBinding, setBinding] = useState(lead.is_binding);
  const [steps, setSteps] = useState(lead.steps);
  const [isLate, setLate] = useState(false);
  const isLast = questionOf(lead.answer) === "intensity";
  const save = () =>
    set.mutate(
      { base, body: { type, is_binding: isBinding, steps } },
      {
        onSuccess: () => onDone(lead.answer),
        onError: (error) => {
          if (!isApiError(error) || !error.isConflict) return;
          void reread().then((now) => {
            setBase(now);
            setLate(true);
          });
        },
      },
    );
  return (
    <form
      noValidate
      aria-label={t`Where the answer leads`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {isLate ? (
        <Notice kind="warn" live focus title={<Trans>Somebody changed this since you opened it</Trans>}>
          <p>
            <Trans>
              It says now: {leadWords(base)} What you chose is kept; saving again puts it in the place of
              that.
            </Trans>
          </p>
        </Notice>
      ) : (
        set.isError && (
          <Notice kind="bad" live focus>
            {problemSentence(set.error)}
          </Notice>
        )
      )}
      <div className={form.stack}>
        <Select
          label={t`Type it decides on`}
          hint={
            isLast
              ? t`The last question always names a type.`
              : t`Without one, the questions after it decide.`
          }
          value={type ?? ""}
          onChange={(event) => setType(types.find((each) => each === event.target.value) ?? null)}
          options={[
            ...(isLast ? [] : [{ value: "", label: t`None: a later question decides` }]),
            ...types.map((value) => ({ value, label: typeName(value) })),
          ]}
        />
        {type !== null && (
          <Checkbox
            label={t`It binds both sides`}
            hint={t`A letter of agreement or a collaboration plan never binds, and lets no program work by itself.`}
            checked={isBinding}
            onChange={(event) => setBinding(event.target.checked)}
          />
        )}
        <CheckboxGroup
          name="steps"
          label={t`Reviewers it adds to those of the type`}
          choices={all.map((value) => ({ value, label: capital(stepName(value)) }))}
          value={steps}
          onChange={(values) => setSteps(all.filter((step) => values.includes(step)))}
        />
        <Actions>
          <Button kind="primary" type="submit" working={set.isPending ? t`Saving…` : undefined}>
            <Trans>Save</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </Actions>
      </div>
    </form>
  );
}

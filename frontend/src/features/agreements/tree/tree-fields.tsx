/** Four questions before the rest, what their answers lead to and why, and a reason where the author chose otherwise. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { recommendAgreementOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { TreeAnswersRead } from "@/api/gen/types.gen";
import { Notice } from "@/ui/feedback/notice";
import { RadioGroup } from "@/ui/fields/radio-group";
import { TextField } from "@/ui/fields/text-field";
import type { AgreementForm } from "../form-model";
import { fieldName } from "../form-words";
import { reviewedBy } from "../routes/words";
import { answered, type AnswerValues, type YesNo } from "./answers";
import { intensityName, questionHint, questionName, reasonWords, typeWords, type Intensity } from "./words";

const yesNo: readonly Exclude<YesNo, "">[] = ["yes", "no"];
const howMuch: readonly Intensity[] = ["few_visits", "every_week", "many_or_alone"];
const questions = ["money", "space", "records"] as const;

const nothing: TreeAnswersRead = { money: false, space: false, records: false, intensity: "every_week" };
const recommendation = (answers: TreeAnswersRead) => recommendAgreementOptions({ query: answers });

export function TreeFields({ form }: { form: AgreementForm }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const values = form.watch("answers");
  const asked = answered(values);
  const found = useQuery({ ...recommendation(asked ?? nothing), enabled: asked !== null }).data;
  const answer = (next: AnswerValues) => {
    form.setValue("answers", next, { shouldDirty: true });
    const all = answered(next);
    if (all === null) return;
    form.setValue("shares_student_records", all.records, { shouldDirty: true });
    void queries.fetchQuery(recommendation(all)).then((now) => {
      form.setValue("type", now.type, { shouldDirty: true });
      form.setValue("is_binding", now.is_binding, { shouldDirty: true });
    });
  };
  const [type, isBinding] = form.watch(["type", "is_binding"]);
  const isOther = found !== undefined && (found.type !== type || found.is_binding !== isBinding);
  return (
    <>
      {questions.map((question) => (
        <RadioGroup
          key={question}
          name={`answers.${question}`}
          label={questionName(question)}
          hint={questionHint(question)}
          value={values[question]}
          onChange={(event) =>
            answer({ ...values, [question]: yesNo.find((each) => each === event.target.value) ?? "" })
          }
          choices={yesNo.map((value) => ({ value, label: value === "yes" ? t`Yes` : t`No` }))}
          error={question === "money" ? form.formState.errors.answers?.money?.message : undefined}
        />
      ))}
      <RadioGroup
        name="answers.intensity"
        label={questionName("intensity")}
        hint={questionHint("intensity")}
        value={values.intensity}
        onChange={(event) =>
          answer({ ...values, intensity: howMuch.find((each) => each === event.target.value) ?? "" })
        }
        choices={howMuch.map((value) => ({ value, label: intensityName(value) }))}
      />
      {asked !== null && found && (
        <div role="status">
          <Notice title={t`Recommended: ${typeWords(found.type, found.is_binding)}`}>
            <ul>
              {found.reasons.map((reason) => (
                <li key={reason.answer}>{reasonWords(reason, found.type)}</li>
              ))}
            </ul>
            <p>
              <Trans>Who has to say yes: {reviewedBy(found)}</Trans>
            </p>
          </Notice>
        </div>
      )}
      {asked !== null && isOther && (
        <TextField
          label={fieldName("type_reason")}
          hint={t`The type below is not the recommended one. Reviewers read the reason.`}
          error={form.formState.errors.type_reason?.message}
          {...form.register("type_reason", {
            validate: (value) => value.trim() !== "" || t`Say why it is another type than recommended`,
            maxLength: { value: 200, message: t`Use at most 200 characters` },
          })}
        />
      )}
    </>
  );
}

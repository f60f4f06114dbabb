/** One decision: what would happen, the facts, the whole text, and yes or no. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { UseFormReturn } from "react-hook-form";
import { Notice } from "@/ui/feedback/notice";
import { RadioGroup } from "@/ui/fields/radio-group";
import { TextArea } from "@/ui/fields/text-area";
import { Section } from "@/ui/page/section";
import { AgreementFacts } from "./agreement-facts";
import type { Decision } from "./api";
import type { Answer, Answers } from "./form-model";
import { TargetFacts } from "./target-facts";
import { headingOf, noOf, questionOf, yesOf } from "./words";
import styles from "./decisions.module.css";

type Props = {
  decision: Decision;
  place: number;
  form: UseFormReturn<Answers>;
  answer: Answer;
  isAlone: boolean;
};

export function DecisionPart({ decision, place, form, answer, isAlone }: Props) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const { agreement, target } = decision;
  if (decision.state !== "open")
    return (
      <Section heading={decision.title ?? t`A decision`}>
        <Notice kind="warn">
          {decision.state === "changed" ? (
            <Trans>Its words have changed since this link was sent. The newest e-mail has them.</Trans>
          ) : (
            <Trans>This does not wait for your answer any more.</Trans>
          )}
        </Notice>
      </Section>
    );
  const later = isAlone ? [] : [{ value: "later", label: t`Answer this one later` }];
  const no = decision.answers.includes("no") ? [{ value: "no", label: noOf(decision) }] : [];
  return (
    <Section heading={headingOf(decision)}>
      <div className={styles.asked}>
        <p className={styles.question}>{questionOf(decision)}</p>
        {decision.on_behalf_of && (
          <p className={styles.delegate}>
            <Trans>
              You decide for {decision.on_behalf_of}, who named you. Your name and theirs stand in the record.
            </Trans>
          </p>
        )}
        {agreement && <AgreementFacts id={decision.id} agreement={agreement} kind={decision.kind} />}
        {target && <TargetFacts target={target} />}
        <RadioGroup
          label={<Trans>Your answer</Trans>}
          choices={[{ value: "yes", label: yesOf(decision) }, ...no, ...later]}
          error={errors.answers?.[place]?.answer?.message}
          {...form.register(`answers.${place}.answer`)}
        />
        {answer === "no" && (
          <TextArea
            label={t`Why not`}
            hint={t`Everybody who sees the record reads it.`}
            error={errors.answers?.[place]?.reason?.message}
            {...form.register(`answers.${place}.reason`, {
              maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
              validate: (value) => value.trim() !== "" || t`Write down why, so that the others know`,
            })}
          />
        )}
      </div>
    </Section>
  );
}

/** A side's word, given once for every school it speaks for, with another one for single schools where it differs. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useWatch } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { formatSchoolYear } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { RadioGroup } from "@/ui/fields/radio-group";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Section } from "@/ui/page/section";
import { useAnswer, type Place, type Revisit, type Revisits, type RevisitSide } from "./api";
import { open, outcomes, startOf, toBody, type WordValues } from "./draft";
import { ExceptionFields } from "./exception-fields";
import { noteLabel, noteProblem, outcomeHint } from "./form-words";
import { wordRefusal } from "./refusal";
import { outcomeName } from "./words";
import styles from "./revisit.module.css";

type Props = {
  revisits: Revisits;
  revisit: Revisit;
  side: RevisitSide;
  onDone: (schools: number) => void;
  /** Asked again, after somebody else spoke meanwhile. */
  onReread: () => Promise<unknown>;
  onCancel?: (() => void) | undefined;
};

export function WordForm({ revisits, revisit, side, onDone, onReread, onCancel }: Props) {
  const { t } = useLingui();
  const places = open(revisit);
  const { values, isFromLastYear } = startOf(revisit, side);
  const answer = useAnswer(revisits);
  const form = useForm<WordValues>({ defaultValues: values });
  const { errors } = form.formState;
  const outcome = useWatch({ control: form.control, name: "outcome" });
  const lastYear = revisit.last_school_year === null ? null : formatSchoolYear(revisit.last_school_year);
  const isGiven = !places.some((place) => place.is_yours);

  const submit = async (said: WordValues) => {
    const body = toBody(said);
    if (body === null) return;
    try {
      await answer.mutateAsync({ revisit: revisit.id, body });
      onDone(places.length);
    } catch (error) {
      if (isApiError(error) && error.isConflict) await onReread();
      const why = wordRefusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };

  return (
    <Section
      heading={isGiven ? t`Change your word` : t`Your word`}
      note={
        <>
          <Speaking revisits={revisits} side={side} places={places} />{" "}
          <Trans>You can change it until the other side has given theirs.</Trans>
        </>
      }
    >
      <Form
        form={form}
        label={t`Your word`}
        onSubmit={submit}
        actions={
          <>
            <Button
              kind="primary"
              type="submit"
              working={answer.isPending ? <Trans>Sending…</Trans> : undefined}
            >
              {places.length > 1 ? (
                <Plural
                  value={places.length}
                  one="Give our word for # school"
                  other="Give our word for # schools"
                />
              ) : (
                <Trans>Give our word</Trans>
              )}
            </Button>
            {onCancel && (
              <Button kind="quiet" onClick={onCancel}>
                <Trans>Cancel</Trans>
              </Button>
            )}
          </>
        }
      >
        <div className={styles.stack}>
          <RadioGroup
            label={places.length > 1 ? t`How does it go on at these schools?` : t`How does it go on?`}
            hint={
              isFromLastYear && lastYear !== null
                ? t`Filled in with what your side said for ${lastYear}.`
                : undefined
            }
            error={errors.outcome?.message}
            choices={outcomes.map((value) => ({
              value,
              label: outcomeName(value),
              hint: outcomeHint(value),
            }))}
            {...form.register("outcome", {
              validate: (value) => value !== "" || t`Choose how it goes on`,
            })}
          />
          {(outcome === "revised" || outcome === "end") && (
            <TextArea
              label={noteLabel(outcome)}
              hint={t`Everybody who sees the agreement reads it.`}
              rows={3}
              error={errors.note?.message}
              {...form.register("note", { validate: (note) => noteProblem(outcome, note) })}
            />
          )}
          {places.length > 1 && <ExceptionFields form={form} places={places} />}
        </div>
      </Form>
    </Section>
  );
}

type SpeakingProps = { revisits: Revisits; side: RevisitSide; places: readonly Place[] };

/** For whom this word is given. */
function Speaking({ revisits, side, places }: SpeakingProps) {
  const [first] = places;
  const partner = revisits.partner.name;
  const school = first?.school?.name;
  if (side === "partner") {
    if (school === undefined) return <Trans>You speak for {partner}.</Trans>;
    return places.length > 1 ? (
      <Plural
        value={places.length}
        one={`You speak for ${partner}, at # school.`}
        other={`You speak for ${partner}, at # schools.`}
      />
    ) : (
      <Trans>
        You speak for {partner}, at {school}.
      </Trans>
    );
  }
  if (school === undefined) return <Trans>You speak for the district.</Trans>;
  return places.length > 1 ? (
    <Plural value={places.length} one="You speak for # school." other="You speak for # schools." />
  ) : (
    <Trans>You speak for {school}.</Trans>
  );
}

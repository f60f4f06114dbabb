/** When both sides look at agreements again and when renewals open, as one form that is saved whole. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { Button } from "@/ui/actions/button";
import { Conflict, type Choices } from "@/ui/feedback/conflict";
import { Notice } from "@/ui/feedback/notice";
import { Checkbox } from "@/ui/fields/checkbox";
import { Form } from "@/ui/fields/form";
import { NumberField } from "@/ui/fields/number-field";
import { RadioGroup } from "@/ui/fields/radio-group";
import { useForm } from "@/ui/fields/use-form";
import { Section } from "@/ui/page/section";
import { typeName } from "../words";
import { useReread, useSet, type Settings } from "./api";
import { reconcile, toBody, valuesOf, withValue, type Setting, type SettingsValues } from "./draft";
import {
  answerDaysProblem,
  basisHint,
  basisName,
  daysProblem,
  daysWords,
  settingName,
  valueWords,
} from "./words";
import styles from "./settings.module.css";

type Dispute = { settings: Setting[]; theirs: SettingsValues };

export function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useLingui();
  const set = useSet();
  const reread = useReread();
  const [base, setBase] = useState(settings);
  const [dispute, setDispute] = useState<Dispute | null>(null);
  const [saved, setSaved] = useState(0);
  const form = useForm<SettingsValues>({ defaultValues: valuesOf(settings) });
  const { errors, isSubmitting, isDirty } = form.formState;

  const send = async (onto: Settings, values: SettingsValues) => {
    const now = await set.mutateAsync({ base: onto, body: toBody(values) });
    setBase(now);
    setDispute(null);
    form.reset(valuesOf(now));
    setSaved((times) => times + 1);
  };

  const save = async (values: SettingsValues) => {
    setSaved(0);
    try {
      await send(base, values);
    } catch (error) {
      if (!isApiError(error) || !error.isConflict) return showProblem(form, error);
      await joinLate(values);
    }
  };

  /** Somebody saved first: what only one of the two changed needs no question. */
  const joinLate = async (mine: SettingsValues) => {
    try {
      const now = await reread();
      const theirs = valuesOf(now);
      const { values, disputed } = reconcile(valuesOf(base), mine, theirs);
      setBase(now);
      form.reset(values, { keepDefaultValues: true });
      if (disputed.length > 0) setDispute({ settings: disputed, theirs });
      else await send(now, values);
    } catch (error) {
      showProblem(form, error);
    }
  };

  const settle = (kept: Choices) => {
    let values = form.getValues();
    for (const setting of dispute?.settings ?? [])
      if (dispute && kept[setting] === "theirs") values = withValue(values, setting, dispute.theirs);
    form.reset(values, { keepDefaultValues: true });
    setDispute(null);
    void form.handleSubmit(save)();
  };

  return (
    <Form
      form={form}
      label={t`Settings for agreements`}
      onSubmit={save}
      actions={
        <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
          <Trans>Save the settings</Trans>
        </Button>
      }
    >
      {dispute && (
        <Conflict
          differences={dispute.settings.map((setting) => ({
            field: setting,
            label: settingName(setting),
            mine: valueWords(form.getValues(), setting),
            theirs: valueWords(dispute.theirs, setting),
          }))}
          onChoose={settle}
        />
      )}
      {saved > 0 && !isDirty && (
        <div className={styles.notice}>
          <Notice key={saved} kind="good" live focus title={t`The settings are saved and in force.`} />
        </div>
      )}
      <Section
        heading={t`The annual revisit`}
        note={
          <Trans>
            What nobody has answered yet is planned anew at once. What was said, and what is already overdue,
            stays as it is.
          </Trans>
        }
      >
        <div className={styles.stack}>
          <RadioGroup
            label={settingName("revisit_basis")}
            choices={(["school_year", "anniversary"] as const).map((value) => ({
              value,
              label: basisName(value),
              hint: basisHint(value),
            }))}
            {...form.register("revisit_basis")}
          />
          <NumberField
            label={settingName("revisit_window_days")}
            hint={t`From that day on both sides find it on their first page, and are reminded.`}
            unit={t`days`}
            whole
            error={errors.revisit_window_days?.message}
            {...form.register("revisit_window_days", { validate: (typed) => daysProblem(typed, false) })}
          />
        </div>
      </Section>
      <Section
        heading={t`Schools’ answers`}
        note={<Trans>When an agreement was sent for review, or offered to one more school.</Trans>}
      >
        <NumberField
          label={settingName("school_answer_days")}
          hint={t`After that it counts as late, and its principal is reminded.`}
          unit={t`days`}
          whole
          error={errors.school_answer_days?.message}
          {...form.register("school_answer_days", { validate: answerDaysProblem })}
        />
      </Section>
      <Section heading={t`Site plans`} note={<Trans>Under an agreement in force, school by school.</Trans>}>
        <Checkbox
          label={t`Ask for a site plan at every school`}
          hint={t`Its principal and coordinator find a task until there is one. Nobody is kept out without it.`}
          {...form.register("asks_site_plans")}
        />
      </Section>
      <Section
        heading={t`Clauses`}
        note={
          <Trans>In agreements made from a template. The template says which clauses are required.</Trans>
        }
      >
        <Checkbox
          label={t`Keep a checklist of clauses`}
          hint={t`Required clauses have to be finalized before an agreement is sent for signature.`}
          {...form.register("has_clause_checklist")}
        />
      </Section>
      <Section
        heading={t`Terms of other districts`}
        note={<Trans>When an agreement adopts what another district signed.</Trans>}
      >
        <Checkbox
          label={t`Law does not read unchanged terms again`}
          hint={t`Risk, privacy and the board review it as they do any other.`}
          {...form.register("adopts_without_legal")}
        />
      </Section>
      <Section
        heading={t`When renewals open`}
        note={
          <Trans>
            So many days before its last one the next term of an agreement is to be drafted. Leave a field
            empty for what is usual.
          </Trans>
        }
      >
        <div className={styles.leads}>
          {base.renewal_leads.map(({ type, usual_days: usual }, index) => {
            const days = daysWords(usual);
            return (
              <NumberField
                key={type}
                label={typeName(type)}
                hint={t`Usually ${days}`}
                unit={t`days`}
                whole
                error={errors.renewal_leads?.[index]?.days?.message}
                {...form.register(`renewal_leads.${index}.days`, {
                  validate: (typed) => daysProblem(typed, true),
                })}
              />
            );
          })}
        </div>
      </Section>
    </Form>
  );
}

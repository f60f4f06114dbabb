/** Adds a need to an assessment: what it is, what proves how much it matters. What is not said stays unknown. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { showProblem } from "@/api/form-problems";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { NumberField } from "@/ui/fields/number-field";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { areasQuery, useAddNeed } from "./api";
import { ratingName, ratings, ratingWords } from "./words";

type Props = { assessmentId: string; onClose: () => void };

const empty = {
  title: "",
  area_code: "",
  current_condition: "",
  desired_condition: "",
  est_students: "",
  impact: "",
  urgency: "",
  magnitude: "",
  feasibility: "",
  alignment: "",
};

const rated = (value: string) => (value === "" ? null : Number(value));

export function NeedDialog({ assessmentId, onClose }: Props) {
  const { t } = useLingui();
  const areas = useSuspenseQuery(areasQuery).data.items;
  const add = useAddNeed(assessmentId);
  const form = useForm({ defaultValues: empty });
  const { errors, isSubmitting } = form.formState;
  return (
    <Dialog open onClose={onClose} title={t`Add a need`}>
      <Form
        form={form}
        label={t`New need`}
        onSubmit={async (entered) => {
          try {
            await add.mutateAsync({
              title: entered.title.trim(),
              area_code: entered.area_code,
              current_condition: entered.current_condition.trim() || null,
              desired_condition: entered.desired_condition.trim() || null,
              est_students: entered.est_students.trim() === "" ? null : Number(entered.est_students.trim()),
              impact: rated(entered.impact),
              urgency: rated(entered.urgency),
              magnitude: rated(entered.magnitude),
              feasibility: rated(entered.feasibility),
              alignment: rated(entered.alignment),
            });
            announce(t`The need is added`);
            onClose();
          } catch (error) {
            showProblem(form, error);
          }
        }}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Adding…</Trans> : undefined}>
              <Trans>Add the need</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextField
          label={t`Title`}
          hint={t`A few words, such as “Reading in the early grades”`}
          error={errors.title?.message}
          {...form.register("title", {
            validate: (value) => value.trim() !== "" || t`Enter a title for the need`,
          })}
        />
        <Select
          label={t`Area`}
          empty={t`Choose an area`}
          options={areas.map((area) => ({ value: area.code, label: area.label }))}
          error={errors.area_code?.message}
          {...form.register("area_code", { required: t`Choose the area it belongs to` })}
        />
        <TextArea
          label={t`What is it like now?`}
          optional
          error={errors.current_condition?.message}
          {...form.register("current_condition")}
        />
        <TextArea
          label={t`What do you hope for?`}
          optional
          error={errors.desired_condition?.message}
          {...form.register("desired_condition")}
        />
        <NumberField
          label={t`About how many students?`}
          whole
          optional
          unit={t`students`}
          error={errors.est_students?.message}
          {...form.register("est_students", {
            validate: (value) => /^\s*\d{0,6}\s*$/.test(value) || t`Enter a whole number, such as 45`,
          })}
        />
        {ratings.map((key) => (
          <Select
            key={key}
            label={ratingName(key)}
            optional
            empty={t`Not rated`}
            options={[1, 2, 3, 4, 5].map((value) => ({ value: String(value), label: ratingWords(value) }))}
            error={errors[key]?.message}
            {...form.register(key)}
          />
        ))}
      </Form>
    </Dialog>
  );
}

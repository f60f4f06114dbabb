/** One plan's words for several other schools, as drafts. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { plural } from "@lingui/core/macro";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { CheckboxGroup } from "@/ui/fields/checkbox";
import { Form } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useCopyPlan, type Plans } from "./api";
import { planRefusal } from "./words";
import styles from "../dialog.module.css";

type Props = {
  plans: Plans;
  agreement: string;
  onClose: () => void;
  onDone: (words: string) => void;
};

type Values = { from_id: string; school_ids: string[] };

export function CopyDialog({ plans, agreement, onClose, onDone }: Props) {
  const { t } = useLingui();
  const copy = useCopyPlan(agreement);
  const sources = plans.schools.flatMap(({ school, plan }) => (plan ? [{ school, plan }] : []));
  const targets = plans.schools.filter((each) => each.can_write && !each.plan);
  const form = useForm<Values>({ defaultValues: { from_id: sources[0]?.plan.id ?? "", school_ids: [] } });
  const count = form.watch("school_ids").length;
  const submit = async (values: Values) => {
    try {
      await copy.mutateAsync(values);
      onDone(
        plural(values.school_ids.length, {
          one: "# draft was made. Add where it takes place, then put it to both sides.",
          other: "# drafts were made. Add where each takes place, then put them to both sides.",
        }),
      );
    } catch (error) {
      const why = planRefusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`Copy one plan to other schools`}>
      <p className={styles.effect}>
        <Trans>
          Each school gets a draft of its own with the same words, except where it takes place. Nobody is
          asked yet.
        </Trans>
      </p>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button
              kind="primary"
              type="submit"
              working={copy.isPending ? <Trans>Copying…</Trans> : undefined}
            >
              <Plural value={count} _0="Copy it" one="Copy it to # school" other="Copy it to # schools" />
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <Select
          label={t`The plan of`}
          options={sources.map(({ school, plan }) => ({ value: plan.id, label: school.name }))}
          {...form.register("from_id")}
        />
        <Controller
          control={form.control}
          name="school_ids"
          rules={{ validate: (value) => value.length > 0 || t`Choose at least one school` }}
          render={({ field, fieldState }) => (
            <CheckboxGroup
              name={field.name}
              label={t`Schools without a plan`}
              choices={targets.map(({ school }) => ({ value: school.id, label: school.name }))}
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message}
            />
          )}
        />
      </Form>
    </Dialog>
  );
}

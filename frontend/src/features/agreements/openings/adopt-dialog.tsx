/** Takes another district's terms into a draft of one's own: with which partner here, which programs, which days. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { Controller, useWatch } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { SummaryList } from "@/ui/data/summary-list";
import { Checkbox } from "@/ui/fields/checkbox";
import { DateField } from "@/ui/fields/date-field";
import { FieldSet } from "@/ui/fields/field";
import { Form } from "@/ui/fields/form";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { programsQuery, usePartnerChoices } from "../choices";
import { dayProblem, endProblem } from "../form-words";
import { ComboBox } from "../late-picker";
import { openingRefusal, useAdopt, type OpenOne } from "./api";
import styles from "../dialog.module.css";

type Values = { partner_id: string; program_ids: string[]; starts_on: string; ends_on: string };
type Props = { open: OpenOne; onClose: () => void; onDone: (agreement: string) => void };

export function AdoptDialog({ open, onClose, onDone }: Props) {
  const { t } = useLingui();
  const adopt = useAdopt(open);
  const here = open.partner_here;
  const form = useForm<Values>({
    defaultValues: {
      partner_id: here?.id ?? "",
      program_ids: open.proposal.program_ids,
      starts_on: open.proposal.starts_on,
      ends_on: open.proposal.ends_on,
    },
  });
  const { errors } = form.formState;
  const { district } = open;
  const partner = useWatch({ control: form.control, name: "partner_id" });
  const found = useQuery({ ...programsQuery(partner), enabled: partner !== "" && !here }).data?.items ?? [];
  const programs = here ? open.programs : found.filter(({ status }) => status !== "retired");
  const last = formatDay(open.ends_on, "long");
  const submit = async (values: Values) => {
    try {
      const made = await adopt.mutateAsync(values);
      onDone(made.id);
    } catch (error) {
      const why = openingRefusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`Adopt the terms of “${open.title}”`}>
      <p className={styles.effect}>
        <Trans>
          This makes a draft of our own. Schools, students and schedule are yours to write; then it is
          reviewed and signed here like any other. {district} is no party to it.
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
              working={adopt.isPending ? <Trans>Drafting…</Trans> : undefined}
            >
              <Trans>Make the draft</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        {here ? (
          <div className={styles.effect}>
            <SummaryList facts={[{ term: t`Partner`, value: here.name }]} />
          </div>
        ) : (
          <Partner form={form} error={errors.partner_id?.message} />
        )}
        {programs.length > 0 && (
          <FieldSet
            id="program_ids"
            label={t`Programs that it covers here`}
            optional
            error={errors.program_ids?.message}
          >
            {programs.map(({ id, name }) => (
              <Checkbox key={id} label={name} value={id} {...form.register("program_ids")} />
            ))}
          </FieldSet>
        )}
        <Controller
          control={form.control}
          name="starts_on"
          rules={{ validate: dayProblem }}
          render={({ field: { name, value, onChange, onBlur } }) => (
            <DateField
              {...{ name, value, onChange, onBlur }}
              label={t`First day`}
              error={errors.starts_on?.message}
            />
          )}
        />
        <Controller
          control={form.control}
          name="ends_on"
          rules={{ validate: endProblem }}
          render={({ field: { name, value, onChange, onBlur } }) => (
            <DateField
              {...{ name, value, onChange, onBlur }}
              label={t`Last day`}
              hint={t`At the latest ${last}, as there.`}
              error={errors.ends_on?.message}
            />
          )}
        />
      </Form>
    </Dialog>
  );
}

type PartnerProps = { form: ReturnType<typeof useForm<Values>>; error: string | undefined };

function Partner({ form, error }: PartnerProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const chosen = useWatch({ control: form.control, name: "partner_id" });
  const choices = usePartnerChoices(typed, chosen === "" ? null : chosen);
  return (
    <Suspense>
      <Controller
        control={form.control}
        name="partner_id"
        rules={{ required: t`Choose the partner` }}
        render={({ field }) => (
          <ComboBox
            name={field.name}
            label={t`Which partner here is it?`}
            hint={t`The same organization, with the same EIN.`}
            error={error}
            items={choices.items}
            loading={choices.loading}
            onSearch={setTyped}
            value={field.value === "" ? null : field.value}
            onChange={(id) => {
              field.onChange(id ?? "");
              form.setValue("program_ids", []);
            }}
            onBlur={field.onBlur}
          />
        )}
      />
    </Suspense>
  );
}

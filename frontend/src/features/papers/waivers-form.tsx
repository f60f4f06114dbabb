/** Lets a partner go without one paper for a time: who, which, where, why, from and until which day. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Controller, useWatch, type FieldPath } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { ComboBox } from "@/ui/fields/combo-box";
import { DateField, isDay } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { requirementsQuery } from "./api";
import { useGive } from "./office-api";
import { requirementSentence } from "./requirements-words";
import { usePartners, usePrograms, useSchools } from "./waivers-choices";

type Draft = {
  partner_id: string | null;
  requirement_id: string;
  program_id: string;
  school_id: string | null;
  reason: string;
  starts_on: string;
  ends_on: string;
};
type DraftForm = ReturnType<typeof useForm<Draft>>;

export function GiveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const give = useGive();
  const form = useForm<Draft>({
    defaultValues: {
      partner_id: null,
      requirement_id: "",
      program_id: "",
      school_id: null,
      reason: "",
      starts_on: today,
      ends_on: "",
    },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = async (draft: Draft) => {
    try {
      await give.mutateAsync({
        ...draft,
        partner_id: draft.partner_id ?? "",
        program_id: draft.program_id || null,
        reason: draft.reason.trim(),
      });
      announce(t`The waiver is given`);
      onClose();
    } catch (error) {
      showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`Give a waiver`}>
      <Form
        form={form}
        label={t`Give a waiver`}
        onSubmit={submit}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Giving…</Trans> : undefined}>
              <Trans>Give the waiver</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <Who form={form} />
        <Which form={form} />
        <TextArea
          label={t`Why`}
          hint={t`Your name and today’s date are kept with it.`}
          error={errors.reason?.message}
          {...form.register("reason", {
            maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
            validate: (value) => value.trim() !== "" || t`Say why, in a sentence or two`,
          })}
        />
        <DayOf
          form={form}
          name="starts_on"
          label={t`First day`}
          check={(day) => (isDay(day) && day >= today) || t`Enter today or a later day`}
        />
        <DayOf
          form={form}
          name="ends_on"
          label={t`Last day`}
          check={(day) =>
            (isDay(day) && day >= form.getValues("starts_on")) || t`Enter a day on or after the first day`
          }
        />
      </Form>
    </Dialog>
  );
}

/** The partner, and narrower where the waiver is not for all of its work. */
function Who({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const [partnerTyped, setPartner] = useState("");
  const [schoolTyped, setSchool] = useState("");
  const partner = useWatch({ control: form.control, name: "partner_id" });
  const partners = usePartners(partnerTyped);
  const schools = useSchools(schoolTyped);
  const programs = usePrograms(partner);
  return (
    <>
      <Controller
        control={form.control}
        name="partner_id"
        rules={{ validate: (value) => value !== null || t`Choose the partner` }}
        render={({ field, fieldState }) => (
          <ComboBox
            name={field.name}
            label={t`Partner`}
            {...partners}
            onSearch={setPartner}
            value={field.value}
            onChange={(id) => {
              if (id !== field.value) form.setValue("program_id", "");
              field.onChange(id);
            }}
            onBlur={field.onBlur}
            error={fieldState.error?.message}
          />
        )}
      />
      {programs.length > 0 && (
        <Select
          label={t`Program`}
          optional
          empty={t`All its programs`}
          options={programs.map(({ id, name }) => ({ value: id, label: name }))}
          error={form.formState.errors.program_id?.message}
          {...form.register("program_id")}
        />
      )}
      <Controller
        control={form.control}
        name="school_id"
        render={({ field, fieldState }) => (
          <ComboBox
            name={field.name}
            label={t`School`}
            hint={t`Leave it empty for every school.`}
            optional
            {...schools}
            onSearch={setSchool}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={fieldState.error?.message}
          />
        )}
      />
    </>
  );
}

function Which({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const asked = useQuery(requirementsQuery()).data?.items ?? [];
  const chosen = useWatch({ control: form.control, name: "requirement_id" });
  const found = asked.find(({ id }) => id === chosen);
  return (
    <Select
      label={t`Which paper they go without`}
      hint={found && requirementSentence(found)}
      empty={t`Choose a requirement`}
      options={asked.map(({ id, title }) => ({ value: id, label: title }))}
      error={form.formState.errors.requirement_id?.message}
      {...form.register("requirement_id", { required: t`Choose the paper` })}
    />
  );
}

type DayProps = {
  form: DraftForm;
  name: FieldPath<Draft> & ("starts_on" | "ends_on");
  label: string;
  check: (day: string) => true | string;
};

function DayOf({ form, name, label, check }: DayProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      rules={{ validate: check }}
      render={({ field, fieldState }) => (
        <DateField
          name={field.name}
          label={label}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

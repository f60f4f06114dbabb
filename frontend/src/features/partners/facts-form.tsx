/** Edits one section of a partner's facts, in a dialog; a late edit keeps what was typed and shows both sides. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller, type UseFormReturn } from "react-hook-form";
import type { PartnerRead } from "@/api/gen/types.gen";
import { Button } from "@/ui/actions/button";
import { Conflict } from "@/ui/feedback/conflict";
import { DateField, isDay } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useChange, useReread } from "./api";
import { kinds } from "./search";
import { fundings, others, readFacts, writeFacts, type Facts, type Field, type Section } from "./facts";
import { fieldName, sectionName } from "./facts-words";
import { useLateEdit } from "./late-edit";
import { OtherPartner, useOtherName } from "./other-partner";
import { fundingName, kindName } from "./words";

type Props = { partner: PartnerRead; section: Section; fields: readonly Field[]; onClose: () => void };

export function FactsForm({ partner, section, fields, onClose }: Props) {
  const { t } = useLingui();
  const form = useForm<Facts>({ defaultValues: readFacts(partner) });
  const change = useChange();
  const { submit, choose, conflict } = useLateEdit({
    record: partner,
    form,
    read: readFacts,
    save: (base, changed, facts) => change.mutateAsync({ partner: base, body: writeFacts(changed, facts) }),
    reread: useReread(partner.id),
    onDone: onClose,
  });
  const otherName = useOtherName();
  const said = (field: string, value: string) =>
    (value && others.some((each) => each === field) ? otherName(partner, value) : value) || t`Nothing`;
  return (
    <Dialog open onClose={onClose} title={sectionName(section)}>
      {conflict && (
        <Conflict
          onChoose={choose}
          differences={conflict.fields.map((field) => ({
            field,
            label: fieldNamed(field, fields),
            mine: said(field, form.getValues(field)),
            theirs: said(field, conflict.theirs[field]),
          }))}
        />
      )}
      <Form
        form={form}
        label={sectionName(section)}
        onSubmit={submit}
        actions={
          !conflict && (
            <>
              <Button
                kind="primary"
                type="submit"
                working={form.formState.isSubmitting ? <Trans>Saving…</Trans> : undefined}
              >
                <Trans>Save</Trans>
              </Button>
              <Button kind="quiet" onClick={onClose}>
                <Trans>Cancel</Trans>
              </Button>
            </>
          )
        }
      >
        {fields.map((field) => (
          <FactField key={field} field={field} form={form} partner={partner} />
        ))}
      </Form>
    </Dialog>
  );
}

function fieldNamed(field: string, fields: readonly Field[]): string {
  const known = fields.find((each) => each === field);
  return known ? fieldName(known) : field;
}

type FieldProps = { field: Field; form: UseFormReturn<Facts>; partner: PartnerRead };

function FactField({ field, form, partner }: FieldProps) {
  const { t } = useLingui();
  const error = form.formState.errors[field]?.message;
  const shared = { label: fieldName(field), error };
  const unknown = t`Not known`;
  const pattern = usePattern(field);
  switch (field) {
    case "name":
    case "legal_name":
      return (
        <TextField
          {...shared}
          {...form.register(field, { validate: (value) => value.trim() !== "" || t`Enter the name` })}
        />
      );
    case "org_type":
      return (
        <Select
          {...shared}
          {...form.register(field)}
          options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
        />
      );
    case "mission":
      return <TextArea {...shared} optional {...form.register(field)} />;
    case "funding_status":
      return (
        <Select
          {...shared}
          {...form.register(field)}
          empty={unknown}
          options={fundings.map((each) => ({ value: each, label: fundingName(each) }))}
        />
      );
    case "charges_fee":
      return (
        <Select
          {...shared}
          {...form.register(field)}
          empty={unknown}
          options={[
            { value: "no", label: t`Free of charge` },
            { value: "yes", label: t`Charges a fee` },
          ]}
        />
      );
    case "is_public":
      return (
        <Select
          {...shared}
          {...form.register(field)}
          hint={t`Whether what it says of itself may be shown outside the district. Half-sheets ask for each program on their own.`}
          options={[
            { value: "yes", label: t`Yes` },
            { value: "no", label: t`No` },
          ]}
        />
      );
    case "fiscal_sponsor_id":
    case "parent_partner_id":
      return <OtherPartner {...{ partner, field, form }} />;
    case "sponsor_name":
      return (
        <TextField
          {...shared}
          optional
          hint={t`Only when it is not in the list; the district office confirms it`}
          {...form.register(field)}
        />
      );
    case "vetting_expires_on":
      return <LastDay form={form} />;
    case "languages":
      return <TextField {...shared} optional hint={t`Separate them with commas`} {...form.register(field)} />;
    default:
      return <TextField {...shared} optional {...keyboards[field]} {...form.register(field, pattern)} />;
  }
}

const keyboards: Partial<Record<Field, { type?: string; autoComplete?: string; placeholder?: string }>> = {
  phone: { type: "tel" },
  email: { type: "email" },
  website: { type: "url" },
};

function usePattern(field: Field) {
  const { t } = useLingui();
  const ein = {
    value: /^\d{2}-?\d{7}$/,
    message: t`Enter the EIN as two digits, a hyphen and seven digits`,
  };
  const patterns: Partial<Record<Field, { value: RegExp; message: string }>> = {
    email: {
      value: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
      message: t`Enter an e-mail address, such as name@example.org`,
    },
    website: {
      value: /^https?:\/\/\S+$/,
      message: t`Enter the whole address, such as https://example.org`,
    },
    state: { value: /^[A-Z]{2}$/, message: t`Enter the state as two capital letters, such as IL` },
    postal_code: { value: /^\d{5}(-\d{4})?$/, message: t`Enter a ZIP code of five digits, such as 60601` },
    ein,
    sponsor_ein: ein,
  };
  const pattern = patterns[field];
  return pattern ? { pattern } : {};
}

function LastDay({ form }: { form: UseFormReturn<Facts> }) {
  const { t } = useLingui();
  return (
    <Controller
      control={form.control}
      name="vetting_expires_on"
      rules={{ validate: (value) => value === "" || isDay(value) || t`Enter a day, such as 6 30 2021` }}
      render={({ field, fieldState }) => (
        <DateField
          label={fieldName("vetting_expires_on")}
          hint={t`The last day that still counts. Leave it empty for no end date.`}
          optional
          name={field.name}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

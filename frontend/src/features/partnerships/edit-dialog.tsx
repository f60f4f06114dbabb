/** Changes what is known of a partnership: which needs, when, where and whom to call; a late edit keeps what was typed. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Controller } from "react-hook-form";
import { useLateEdit } from "@/features/partners";
import { Button } from "@/ui/actions/button";
import { Conflict } from "@/ui/feedback/conflict";
import { Checkbox, CheckboxGroup } from "@/ui/fields/checkbox";
import { Form, FormNote } from "@/ui/fields/form";
import { RadioGroup } from "@/ui/fields/radio-group";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { needsQuery, useChange, useReread, type Partnership } from "./api";
import { PeopleFields, useLeads } from "./people-fields";
import { fieldsOf, kinds, readFacts, writeFacts, type Facts, type Field } from "./facts";
import { factWords, fieldName, kindName } from "./fact-words";

type Props = { partnership: Partnership; onClose: () => void; onDone: () => void };

export function EditDialog({ partnership, onClose, onDone }: Props) {
  const { t } = useLingui();
  const form = useForm<Facts>({ defaultValues: readFacts(partnership) });
  const change = useChange();
  const fields = fieldsOf(partnership);
  const needs = useChoices(partnership);
  const leads = useLeads(partnership);
  const { submit, choose, conflict } = useLateEdit({
    record: partnership,
    form,
    read: readFacts,
    save: (base, changed, facts) => change.mutateAsync({ base, body: writeFacts(changed, facts) }),
    reread: useReread(partnership.id),
    onDone,
  });
  const { errors, isSubmitting } = form.formState;
  const said = (field: Field, facts: Facts) =>
    factWords(field, facts, needs, [...leads.coordinators, ...leads.partnerLeads]) || t`Nothing`;
  return (
    <Dialog open onClose={onClose} title={t`Change what is known`}>
      {conflict && (
        <Conflict
          onChoose={choose}
          differences={conflict.fields.map((field) => ({
            field,
            label: fieldName(field),
            mine: said(field, form.getValues()),
            theirs: said(field, conflict.theirs),
          }))}
        />
      )}
      <Form
        form={form}
        label={t`Change what is known`}
        onSubmit={submit}
        actions={
          !conflict && (
            <>
              <Button
                kind="primary"
                type="submit"
                working={isSubmitting ? <Trans>Saving…</Trans> : undefined}
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
        {fields.includes("schedule") && (
          <TextField
            label={fieldName("schedule")}
            hint={t`Days and hours, as you would tell them: Tuesday and Thursday, 3:45 to 5:00 pm`}
            optional
            error={errors.schedule?.message}
            {...form.register("schedule", { maxLength: { value: 200, message: t`Use at most 200 letters` } })}
          />
        )}
        {fields.includes("place") && (
          <TextField
            label={fieldName("place")}
            hint={t`Such as Room 114`}
            optional
            error={errors.place?.message}
            {...form.register("place", { maxLength: { value: 200, message: t`Use at most 200 letters` } })}
          />
        )}
        <PeopleFields form={form} fields={fields} leads={leads} />
        {fields.includes("need_ids") &&
          (needs.length === 0 ? (
            <FormNote>
              <Trans>The school has published no need that a partner may meet.</Trans>
            </FormNote>
          ) : (
            <Controller
              control={form.control}
              name="need_ids"
              render={({ field, fieldState }) => (
                <CheckboxGroup
                  name={field.name}
                  label={fieldName("need_ids")}
                  choices={needs.map(({ id, title }) => ({ value: id, label: title }))}
                  value={field.value}
                  onChange={(ids) => field.onChange(ids.toSorted())}
                  error={fieldState.error?.message}
                />
              )}
            />
          ))}
        {fields.includes("kind") && (
          <RadioGroup
            label={fieldName("kind")}
            choices={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
            {...form.register("kind")}
          />
        )}
        {fields.includes("is_lead_partner") && (
          <Checkbox label={fieldName("is_lead_partner")} {...form.register("is_lead_partner")} />
        )}
      </Form>
    </Dialog>
  );
}

/** The school's needs that a partner may meet, and those that are linked already. */
function useChoices({ school, needs: linked }: Partnership): { id: string; title: string }[] {
  const found = useQuery(needsQuery(school.id)).data?.items ?? [];
  const open = found.filter(({ meet_via_partnership: via }) => via !== "no");
  const kept = linked.filter(({ id }) => !open.some((need) => need.id === id));
  return [...open, ...kept].map(({ id, title }) => ({ id, title }));
}

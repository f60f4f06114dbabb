/** One person of a staff list: change what is known, enter a check’s result, or say that they have left. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Controller } from "react-hook-form";
import { problemSentence, showProblem } from "@/api/form-problems";
import { useLateEdit } from "@/features/partners";
import { Button } from "@/ui/actions/button";
import { Conflict } from "@/ui/feedback/conflict";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { DateField, isDay } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import type { StaffMember } from "./api";
import { memberQuery, useChangePerson } from "./staff-api";
import { ChecksForm } from "./staff-checks-form";
import { placeKeys, PlacesField, writePlaces } from "./staff-places";

export type StaffAct = "edit" | "checks" | "left";
type Props = {
  id: string;
  name: string;
  act: StaffAct;
  today: string;
  onClose: () => void;
  onDone: () => void;
};

export function StaffMemberDialog({ id, name, act, today, onClose, onDone }: Props) {
  const { t } = useLingui();
  const { data: member, error } = useQuery(memberQuery(id));
  const titles = {
    edit: t`Edit ${name}`,
    checks: t`Background checks of ${name}`,
    left: t`${name} has left`,
  };
  return (
    <Dialog open onClose={onClose} title={titles[act]}>
      {error ? (
        <Notice kind="bad">{problemSentence(error)}</Notice>
      ) : !member ? (
        <Skeleton label={t`Loading`} shape="lines" count={4} />
      ) : act === "checks" ? (
        <ChecksForm member={member} today={today} onClose={onClose} onDone={onDone} />
      ) : (
        <MemberForm member={member} act={act} today={today} onClose={onClose} onDone={onDone} />
      )}
    </Dialog>
  );
}

type Values = { name: string; title: string; email: string; places: string[]; ends_on: string };

function read(member: StaffMember): Values {
  return {
    name: member.name,
    title: member.title ?? "",
    email: member.email ?? "",
    places: placeKeys(member.places),
    ends_on: member.ends_on ?? "",
  };
}

type FormProps = Omit<Props, "id" | "name" | "act"> & { member: StaffMember; act: "edit" | "left" };

function MemberForm({ member, act, today, onClose, onDone }: FormProps) {
  const { t } = useLingui();
  const start = read(member);
  const form = useForm<Values>({
    defaultValues: act === "left" && start.ends_on === "" ? { ...start, ends_on: today } : start,
  });
  const { errors, isSubmitting } = form.formState;
  const change = useChangePerson();
  const again = useQuery(memberQuery(member.id)).refetch;
  const { submit, choose, conflict } = useLateEdit({
    record: member,
    form,
    read,
    save: (base, changed, values) =>
      change.mutateAsync({
        member: base,
        body: {
          ...(changed.includes("name") && { name: values.name.trim() }),
          ...(changed.includes("title") && { title: values.title.trim() || null }),
          ...(changed.includes("email") && { email: values.email.trim() || null }),
          ...(changed.includes("places") && { places: writePlaces(values.places) }),
          ...(changed.includes("ends_on") && { ends_on: values.ends_on || null }),
        },
      }),
    reread: async () => (await again({ throwOnError: true })).data ?? member,
    onDone,
  });
  const labels: Record<keyof Values, string> = {
    name: t`Name`,
    title: t`Position`,
    email: t`E-mail`,
    places: t`Where they enter`,
    ends_on: t`Last day`,
  };
  const last = (
    <Controller
      control={form.control}
      name="ends_on"
      rules={{ validate: (value) => value === "" || isDay(value) || t`Enter a day, such as 6 30 2021` }}
      render={({ field, fieldState }) => (
        <DateField
          label={labels.ends_on}
          hint={t`The last day on which they enter a school. They stay in the record.`}
          optional={act === "edit"}
          name={field.name}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
        />
      )}
    />
  );
  return (
    <>
      {conflict && (
        <Conflict
          onChoose={choose}
          differences={conflict.fields.map((field) => ({
            field,
            label: labels[field],
            mine: String(form.getValues(field)) || t`Nothing`,
            theirs: String(conflict.theirs[field]) || t`Nothing`,
          }))}
        />
      )}
      <Form
        form={form}
        label={member.name}
        onSubmit={async (values) => {
          try {
            await submit(values);
          } catch (error) {
            showProblem(form, error);
          }
        }}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
              {act === "left" ? <Trans>Mark as left</Trans> : <Trans>Save</Trans>}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        {act === "left" ? (
          last
        ) : (
          <>
            <TextField
              label={labels.name}
              error={errors.name?.message}
              {...form.register("name", {
                validate: (value) => value.trim() !== "" || t`Enter the person’s name`,
              })}
            />
            <TextField
              label={labels.title}
              optional
              error={errors.title?.message}
              {...form.register("title")}
            />
            <TextField
              label={labels.email}
              type="email"
              optional
              error={errors.email?.message}
              {...form.register("email")}
            />
            <Controller
              control={form.control}
              name="places"
              render={({ field, fieldState }) => (
                <PlacesField
                  partnerId={member.partner.id}
                  known={member.places}
                  value={field.value}
                  onChange={field.onChange}
                  error={fieldState.error?.message}
                />
              )}
            />
            {last}
          </>
        )}
      </Form>
    </>
  );
}

/** Closing a school: its last day, the school that takes its place, why, and what the closing touches. */
import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { problemSentence, showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import type { SchoolRead } from "@/api/gen/types.gen";
import { addDays, formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { ComboBox } from "@/ui/fields/combo-box";
import { DateField, isDay } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { closingQuery, useClose, useSuccessors } from "./api";
import { ClosingEffect } from "./closing-effect";

type Props = { school: SchoolRead; today: string; onClose: () => void; onDone: () => void };

type Values = { last_on: string; successor_school_id: string; reason: string };

export function CloseDialog({ school, today, onClose, onDone }: Props) {
  const { t } = useLingui();
  const close = useClose(school);
  const form = useForm<Values>({ defaultValues: { last_on: today, successor_school_id: "", reason: "" } });
  const [typed, setTyped] = useState("");
  const lastOn = form.watch("last_on");
  const successors = useSuccessors(school.id, typed, form.watch("successor_school_id"));
  const closedOn = addDays(isDay(lastOn) ? lastOn : today, 1);
  const preview = useQuery({ ...closingQuery(school.id, closedOn), placeholderData: keepPreviousData });
  const touches = preview.data?.touches;
  const submit = async ({ last_on: last, successor_school_id: successor, reason }: Values) => {
    if (!touches || preview.isPlaceholderData) {
      form.setError("root.server", {
        type: "server",
        message: t`What it touches is being counted. Try again.`,
      });
      return;
    }
    const { partnerships, agreements, needs } = touches;
    try {
      await close.mutateAsync({
        closed_on: addDays(last, 1),
        successor_school_id: successor || null,
        reason: reason.trim() || null,
        touches: { partnerships, agreements, needs },
      });
      onDone();
    } catch (error) {
      if (isApiError(error) && error.slug === "closing-touches-others") {
        await preview.refetch();
        const message = t`What it touches has changed meanwhile. The numbers above are new; read them again.`;
        form.setError("root.server", { type: "server", message });
      } else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`Close ${school.name}`}>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button
              kind="danger"
              type="submit"
              working={close.isPending ? <Trans>Closing…</Trans> : undefined}
            >
              <Trans>Close the school</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <Controller
          control={form.control}
          name="last_on"
          rules={{ validate: (value) => isDay(value) || t`Enter a day, such as 6 30 2020` }}
          render={({ field, fieldState }) => (
            <DateField
              name={field.name}
              label={t`Last day`}
              hint={t`It may lie ahead; until its end everything stays as it is.`}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={fieldState.error?.message}
            />
          )}
        />
        {preview.isError ? (
          <Notice kind="bad" live>
            {problemSentence(preview.error)}
          </Notice>
        ) : (
          touches && <ClosingEffect touches={touches} name={school.name} day={formatDay(closedOn, "long")} />
        )}
        <Controller
          control={form.control}
          name="successor_school_id"
          render={({ field, fieldState }) => (
            <ComboBox
              name={field.name}
              label={t`Merged into`}
              hint={t`Nothing moves there by itself: what is to go on is agreed with that school.`}
              optional
              items={successors.items}
              loading={successors.loading}
              onSearch={setTyped}
              value={field.value || null}
              onChange={(id) => field.onChange(id ?? "")}
              error={fieldState.error?.message}
            />
          )}
        />
        <TextArea
          label={t`Reason`}
          hint={t`It stays on record.`}
          optional
          error={form.formState.errors.reason?.message}
          {...form.register("reason")}
        />
      </Form>
    </Dialog>
  );
}

/** Starting from common practice, and no longer asking for a paper: each asks for its day. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Controller } from "react-hook-form";
import { problemSentence, showProblem } from "@/api/form-problems";
import type { RequirementRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { DateField, isDay } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { requirementQuery, useAdopt, useRetire } from "./office-api";
import { requirementSentence } from "./requirements-words";

export function AdoptDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const adopt = useAdopt();
  return (
    <Dialog open onClose={onClose} title={t`Start from common practice`}>
      <p>
        <Trans>
          Four requirements are written down. Choose a day that leaves partners time to send what they have.
        </Trans>
      </p>
      <DayForm
        label={t`First day on which they keep a program out`}
        hint={t`Until then a missing paper is due and keeps nobody out.`}
        action={<Trans>Ask from this day</Trans>}
        save={async (day) => {
          await adopt.mutateAsync(day);
          announce(t`The district now asks for four papers`);
        }}
        onClose={onClose}
      />
    </Dialog>
  );
}

/** The row is read once more, so that the step names the version it was taken on. */
export function RetireDialog({ asked, onClose }: { asked: RequirementRead; onClose: () => void }) {
  const { t } = useLingui();
  const { title } = asked;
  const { data, error } = useQuery(requirementQuery(asked.id));
  return (
    <Dialog open onClose={onClose} title={t`Stop asking: ${title}`}>
      {error && <Notice kind="bad">{problemSentence(error)}</Notice>}
      {!data && !error && <Skeleton label={t`Loading the requirement`} shape="lines" count={3} />}
      {data && <Retire base={data} onClose={onClose} />}
    </Dialog>
  );
}

function Retire({ base, onClose }: { base: RequirementRead; onClose: () => void }) {
  const { t } = useLingui();
  const retire = useRetire();
  const { today } = useSession().tenant;
  const { title } = base;
  return (
    <>
      <p>{requirementSentence(base)}</p>
      <p>
        <Trans>
          From the day you choose nobody is kept out for it. What was asked before stays as it was.
        </Trans>
      </p>
      <DayForm
        label={t`First day on which it is no longer asked`}
        action={<Trans>Stop asking</Trans>}
        save={async (day) => {
          // from today on is the step without a day: one that was never in force is then gone at once
          await retire.mutateAsync({ base, from: day === today ? null : day });
          announce(t`No longer asked: ${title}`);
        }}
        onClose={onClose}
      />
    </>
  );
}

type DayProps = {
  label: string;
  hint?: string;
  action: ReactNode;
  save: (day: string) => Promise<void>;
  onClose: () => void;
};

function DayForm({ label, hint, action, save, onClose }: DayProps) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const form = useForm({ defaultValues: { enforced_from: today } });
  const { isSubmitting } = form.formState;
  return (
    <Form
      form={form}
      label={label}
      onSubmit={async ({ enforced_from: day }) => {
        try {
          await save(day);
          onClose();
        } catch (error) {
          showProblem(form, error);
        }
      }}
      actions={
        <>
          <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
            {action}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <Controller
        control={form.control}
        name="enforced_from"
        rules={{ validate: (value) => (isDay(value) && value >= today) || t`Enter today or a later day` }}
        render={({ field, fieldState }) => (
          <DateField
            label={label}
            hint={hint}
            name={field.name}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={fieldState.error?.message}
          />
        )}
      />
    </Form>
  );
}

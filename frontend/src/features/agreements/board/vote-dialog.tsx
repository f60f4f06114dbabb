/** Records one vote of the board on everything that was chosen; when one of them cannot move, none does. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { DateField, isDay } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { RadioGroup } from "@/ui/fields/radio-group";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useVote, type PacketItem, type Vote } from "./api";
import { agreementsCount, costWords, lackWords, notWaiting, type Late } from "./words";
import styles from "./board.module.css";

type Props = {
  items: readonly PacketItem[];
  today: string;
  onClose: () => void;
  onDone: (vote: Vote) => void;
};
type Values = {
  met_on: string;
  item: string;
  resolution: string;
  outcome: "approved" | "declined";
  note: string;
};

export function VoteDialog({ items, today, onClose, onDone }: Props) {
  const { t } = useLingui();
  const vote = useVote();
  const [late, setLate] = useState<Late[] | null>(null);
  const form = useForm<Values>({
    defaultValues: { met_on: "", item: "", resolution: "", outcome: "approved", note: "" },
  });
  const { errors } = form.formState;
  const count = agreementsCount(items.length);
  const submit = async (values: Values) => {
    setLate(null);
    try {
      const note = values.note.trim();
      const body = {
        ...values,
        item: values.item.trim(),
        resolution: values.resolution.trim(),
        note: note === "" ? null : note,
        agreement_ids: items.map(({ id }) => id),
      };
      onDone(await vote.mutateAsync(body));
    } catch (error) {
      const named = notWaiting(error);
      if (named) setLate(named);
      else showProblem(form, error);
    }
  };
  const needed = (words: string) => (value: string) => value.trim() !== "" || words;
  return (
    <Dialog open onClose={onClose} title={t`Record the board’s vote on ${count}`}>
      {late && <NotWaiting late={late} />}
      <ul className={styles.moved}>
        {items.map((each) => (
          <li key={each.id}>
            {each.number} {each.title}
          </li>
        ))}
      </ul>
      <p className={styles.sum}>{costWords(items)}</p>
      <Form
        form={form}
        onSubmit={submit}
        label={t`The board’s vote`}
        actions={
          <>
            <Button kind="primary" type="submit" working={vote.isPending ? t`Recording…` : undefined}>
              <Trans>Record the vote</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <Controller
          control={form.control}
          name="met_on"
          rules={{
            validate: (value) =>
              !isDay(value)
                ? t`Enter the day on which the board met`
                : value <= today || t`Enter a day that has passed: a vote is recorded once the board has met`,
          }}
          render={({ field: { name, value, onChange, onBlur } }) => (
            <DateField
              {...{ name, value, onChange, onBlur }}
              label={t`Day of the meeting`}
              error={errors.met_on?.message}
            />
          )}
        />
        <TextField
          label={t`Item of the agenda`}
          hint={t`Such as 7.3`}
          maxLength={200}
          error={errors.item?.message}
          {...form.register("item", { validate: needed(t`Enter the item of the agenda`) })}
        />
        <TextField
          label={t`Resolution`}
          hint={t`Its number, such as 20-0226-PR4`}
          maxLength={200}
          error={errors.resolution?.message}
          {...form.register("resolution", { validate: needed(t`Enter the number of the resolution`) })}
        />
        <RadioGroup
          label={t`What the board decided`}
          choices={[
            { value: "approved", label: t`Approved`, hint: t`All of them can be sent for signature.` },
            {
              value: "declined",
              label: t`Turned down`,
              hint: t`All of them end here for good, with this resolution as the reason.`,
            },
          ]}
          {...form.register("outcome")}
        />
        <TextArea
          label={t`A note`}
          hint={t`Everybody who sees the agreements reads it.`}
          optional
          error={errors.note?.message}
          {...form.register("note", { maxLength: { value: 4000, message: t`Use at most 4,000 characters` } })}
        />
      </Form>
    </Dialog>
  );
}

function NotWaiting({ late }: { late: readonly Late[] }) {
  return (
    <div className={styles.notice}>
      <Notice
        kind="bad"
        live
        focus
        title={<Trans>Nothing was recorded: these do not wait for the board now</Trans>}
      >
        <ul className={styles.moved}>
          {late.map((each) => (
            <li key={each.number}>
              {each.number} {each.title}
              <small>{lackWords(each.needs)}</small>
            </li>
          ))}
        </ul>
        <p>
          <Trans>What you entered is kept. Close this, leave them out, and record the vote again.</Trans>
        </p>
      </Notice>
    </div>
  );
}

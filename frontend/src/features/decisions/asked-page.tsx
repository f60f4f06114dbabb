/** What a link asks: each decision with its facts and its text at hand, answered all at once. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import type { DecisionsRecorded } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { awaitHeading } from "@/lib/heading-focus";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Form } from "@/ui/fields/form";
import { useForm } from "@/ui/fields/use-form";
import { PageHead } from "@/ui/page/page-head";
import { endOf, useAnswer, useLookAgain, type Asked } from "./api";
import { DecisionPart } from "./decision-part";
import { NewLink } from "./ended-page";
import { answersOf, emptyAnswers, signs } from "./form-model";
import { LanguageSwitch } from "./language-switch";
import { NotMine } from "./not-mine";
import { SignPart } from "./sign-part";
import styles from "./decisions.module.css";

type Props = { asked: Asked; onRecorded: (recorded: DecisionsRecorded) => void; onDisowned: () => void };

export function AskedPage({ asked, onRecorded, onDisowned }: Props) {
  const { t } = useLingui();
  const [hasMoved, setMoved] = useState(false);
  const send = useAnswer();
  const lookAgain = useLookAgain();
  const form = useForm({ defaultValues: emptyAnswers(asked.items.length) });
  const given = useWatch({ control: form.control, name: "answers" });
  const waiting = asked.items.filter(({ state }) => state === "open").length;
  const isSigning = signs(asked.items, given);
  const last = formatDay(asked.expires_on, "long");

  const submit = async (values: ReturnType<typeof emptyAnswers>) => {
    const body = answersOf(asked.items, values);
    if (body.answers.length === 0) {
      form.setError("answers.0.answer", { type: "server", message: t`Choose an answer first` });
      return;
    }
    try {
      onRecorded(await send.mutateAsync(body));
    } catch (error) {
      if (endOf(error)) {
        awaitHeading();
        await lookAgain();
      } else if (isApiError(error) && error.slug === "decisions-moved") {
        await lookAgain();
        setMoved(true);
      } else showProblem(form, error);
    }
  };

  if (waiting === 0)
    return (
      <div className={styles.page}>
        <PageHead
          title={[t`Nothing waits for you`, t`Decide`]}
          heading={<Trans>Nothing waits for you here any more</Trans>}
          lead={<Trans>What this link asked was answered by somebody else, changed or taken back.</Trans>}
        />
        <NewLink />
        <LanguageSwitch />
      </div>
    );
  return (
    <div className={styles.page}>
      <PageHead
        title={[t`Your answer`, t`Decide`]}
        kind={asked.district}
        heading={<Plural value={waiting} one="One decision waits for you" other="# decisions wait for you" />}
        lead={
          <Trans>
            For {asked.person}. You need no password. The link works once, until {last}; do not forward it.
          </Trans>
        }
      />
      {hasMoved && (
        <Notice kind="warn" focus title={<Trans>Nothing was recorded yet</Trans>}>
          <Trans>Something here changed meanwhile. Look at it again, then send your answers.</Trans>
        </Notice>
      )}
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <Button
            kind="primary"
            type="submit"
            working={send.isPending ? <Trans>Recording…</Trans> : undefined}
          >
            {isSigning ? <Trans>Sign and record</Trans> : <Trans>Record my answer</Trans>}
          </Button>
        }
      >
        {asked.items.map((decision, place) => (
          <DecisionPart
            key={decision.id}
            decision={decision}
            place={place}
            form={form}
            answer={given[place]?.answer ?? ""}
            isAlone={asked.items.length === 1}
          />
        ))}
        {isSigning && <SignPart form={form} hint={asked.email_hint} person={asked.person} />}
      </Form>
      <NotMine onDisowned={onDisowned} />
      {asked.is_demonstration && (
        <p className={styles.foot}>
          <Trans>This is a demonstration with invented people.</Trans>
        </p>
      )}
      <LanguageSwitch />
    </div>
  );
}

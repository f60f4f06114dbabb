/** On one's own page: who gives my word for a time, and for whom I stand in. Nothing for whoever has neither. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { formatDay } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { Actions, Button } from "@/ui/actions/button";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import { delegationsQuery, useEndDelegation, type Delegation } from "./delegates-api";
import { lentName } from "./delegate-words";
import styles from "./delegates.module.css";

const DelegateDialog = lazy(async () => ({
  default: (await import("./delegate-dialog")).DelegateDialog,
}));

export function DelegatesSection({ today }: { today: string }) {
  const { named, standing_in: standing, choices } = useSuspenseQuery(delegationsQuery()).data;
  const [isNaming, setNaming] = useState(false);
  const [done, setDone] = useState<Delegation | null>(null);
  if (named.length === 0 && standing.length === 0 && choices.length === 0) return null;
  return (
    <Section
      heading={<Trans>Delegates</Trans>}
      note={
        <Trans>
          Somebody at your school may give your word for a time, by the links they get by e-mail. A signature
          is never lent. Your name and theirs both stand in the history.
        </Trans>
      }
    >
      {done && (
        <div className={styles.done}>
          <Notice kind="good" focus>
            {done.status === "over" ? (
              <Trans>{done.delegate.name} does not stand in for you any more.</Trans>
            ) : (
              <Trans>
                {done.delegate.name} stands in for you until {formatDay(done.ends_on, "long")}.
              </Trans>
            )}
          </Notice>
        </div>
      )}
      <ul className={styles.list}>
        {standing.map((each) => (
          <li key={each.id}>
            <p>
              <Trans>
                You stand in for {each.person.name} until {formatDay(each.ends_on, "long")}:{" "}
                {listOf(each.decisions.map(lentName))}.
              </Trans>
            </p>
          </li>
        ))}
        {named.map((each) => (
          <Named key={each.id} delegation={each} onDone={setDone} />
        ))}
      </ul>
      {choices.length > 0 && (
        <Actions>
          <Button onClick={() => setNaming(true)}>
            <Trans>Name a delegate</Trans>
          </Button>
        </Actions>
      )}
      {isNaming && (
        <Suspense>
          <DelegateDialog
            choices={choices}
            today={today}
            onClose={() => setNaming(false)}
            onDone={(made) => {
              setNaming(false);
              setDone(made);
            }}
          />
        </Suspense>
      )}
    </Section>
  );
}

function Named({ delegation, onDone }: { delegation: Delegation; onDone: (now: Delegation) => void }) {
  const { t } = useLingui();
  const end = useEndDelegation();
  const name = delegation.delegate.name;
  const looks = {
    standing: <StatusTag look="good">{t`Stands in now`}</StatusTag>,
    coming: <StatusTag look="review">{t`From then on`}</StatusTag>,
    over: <StatusTag look="none">{t`Over`}</StatusTag>,
  };
  return (
    <li>
      <p>
        <b>{name}</b> {looks[delegation.status]}
      </p>
      <p className={styles.what}>
        <Trans>
          {formatDay(delegation.starts_on)} to {formatDay(delegation.ends_on)}:{" "}
          {listOf(delegation.decisions.map(lentName))}
        </Trans>
      </p>
      {end.isError && (
        <Notice kind="bad" live>
          {problemSentence(end.error)}
        </Notice>
      )}
      {delegation.status !== "over" && (
        <Button
          small
          aria-label={t`End now: ${name}`}
          working={end.isPending ? <Trans>Ending…</Trans> : undefined}
          onClick={() => end.mutate(delegation.id, { onSuccess: onDone })}
        >
          <Trans>End now</Trans>
        </Button>
      )}
    </li>
  );
}

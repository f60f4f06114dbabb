/** One paper: what it says, how it stands, what it unlocks, and the one next step for this reader. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { partnerOf } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { NextBox } from "@/ui/page/next-box";
import { PageHead } from "@/ui/page/page-head";
import { paperQuery, type Paper } from "./api";
import { paperActWords } from "./paper-act-words";
import { PaperFacts, PaperScans } from "./paper-facts";
import { PaperUnlocks } from "./paper-unlocks";
import { paperName } from "./paper-words";
import type { PaperVerb } from "./paper-write";
import { stateLooks, stateName } from "./words";
import styles from "./partner.module.css";

/** Needed only once somebody takes a step. */
const PaperActDialog = lazy(() =>
  import("./paper-act-dialog").then((module) => ({ default: module.PaperActDialog })),
);

type Props = { id: string; isSent?: boolean };

export function PaperPage({ id, isSent = false }: Props) {
  const { t } = useLingui();
  const isOwn = partnerOf(useSession()) !== null;
  const paper = useSuspenseQuery(paperQuery(id)).data;
  const [open, setOpen] = useState<PaperVerb | null>(null);
  const [done, setDone] = useState<string | null>(
    isSent ? t`Handed in. The district looks at it now.` : null,
  );
  const name = paperName(paper);
  const { partner, state } = paper;
  const act = (verb: PaperVerb) => {
    setDone(null);
    setOpen(verb);
  };
  const may = (verb: PaperVerb) => paper.allowed_moves.some(({ move }) => move === verb);
  const newer = state === "accepted" || state === "expiring" || state === "expired";
  return (
    <>
      <PageHead
        title={[name, t`Papers`]}
        trail={
          <Breadcrumbs here={name}>
            {isOwn ? (
              <Link to="/papers">
                <Trans>Our papers</Trans>
              </Link>
            ) : (
              <Link to="/partners/$partnerId/papers" params={{ partnerId: partner.id }}>
                <Trans>Papers of {partner.name}</Trans>
              </Link>
            )}
          </Breadcrumbs>
        }
        kind={
          <>
            <span>{partner.name}</span> <StatusTag look={stateLooks[state]}>{stateName(state)}</StatusTag>
          </>
        }
        heading={name}
        lead={<Lead paper={paper} />}
      />
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus level={2} title={done} key={done}>
            {paper.status === "submitted" && <PaperUnlocks id={id} short />}
          </Notice>
        </div>
      )}
      {paper.status_reason && (state === "rejected" || state === "withdrawn") && (
        <div className={styles.notice}>
          <Notice
            kind="warn"
            level={2}
            title={
              state === "rejected" ? (
                <Trans>Why it was turned down</Trans>
              ) : (
                <Trans>Why it was taken back</Trans>
              )
            }
          >
            {paper.status_reason}
          </Notice>
        </div>
      )}
      <Next paper={paper} onAct={act} />
      {(paper.status === "draft" || paper.status === "submitted" || paper.status === "rejected") && (
        <PaperUnlocks id={id} />
      )}
      <PaperFacts paper={paper} />
      <PaperScans paper={paper} />
      <div className={styles.acts} data-print="no">
        {paper.status === "submitted" && may("reject") && (
          <Button onClick={() => act("reject")}>
            <Trans>Turn it down</Trans>
          </Button>
        )}
        {newer && may("withdraw") && (
          <ButtonLink
            to="/papers/new"
            search={{ from: id, ...(isOwn ? {} : { partner: partner.id }) }}
            kind={state === "accepted" ? "quiet" : "secondary"}
          >
            <Trans>Replace it with a newer one</Trans>
          </ButtonLink>
        )}
        {may("withdraw") && (
          <Button kind="quiet" onClick={() => act("withdraw")}>
            <Trans>Take it back</Trans>
          </Button>
        )}
      </div>
      <Suspense>
        {open && (
          <PaperActDialog
            paper={paper}
            verb={open}
            onClose={() => setOpen(null)}
            onDone={() => {
              setOpen(null);
              setDone(paperActWords(open, paper).done);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

function Next({ paper, onAct }: { paper: Paper; onAct: (verb: PaperVerb) => void }) {
  const submit = paper.allowed_moves.find(({ move }) => move === "submit");
  const accept = paper.allowed_moves.find(({ move }) => move === "accept");
  if (accept && accept.needs.length === 0)
    return (
      <NextBox
        who={<Trans>Next for you</Trans>}
        heading={<Trans>Look at it and decide</Trans>}
        action={
          <Button kind="primary" onClick={() => onAct("accept")}>
            <Trans>Accept</Trans>
          </Button>
        }
      >
        <Trans>Compare the scan with what is written below. It counts from the day you accept it.</Trans>
      </NextBox>
    );
  if (submit && paper.can_edit)
    return (
      <NextBox
        who={<Trans>Next for you</Trans>}
        heading={
          paper.state === "rejected" ? (
            <Trans>Correct it and hand it in again</Trans>
          ) : (
            <Trans>Finish it and hand it in</Trans>
          )
        }
        action={
          <ButtonLink kind="primary" to="/papers/$paperId/edit" params={{ paperId: paper.id }}>
            {paper.state === "rejected" ? <Trans>Correct it</Trans> : <Trans>Finish it</Trans>}
          </ButtonLink>
        }
      >
        <Trans>The district looks at it only after that.</Trans>
      </NextBox>
    );
  if (paper.status === "submitted")
    return (
      <NextBox
        who={<Trans>Waiting for the district</Trans>}
        heading={<Trans>The district looks at it</Trans>}
      >
        <Trans>Nothing is asked of you now. You are told what it decides.</Trans>
      </NextBox>
    );
  return null;
}

function Lead({ paper }: { paper: Paper }) {
  const { effective_on: from, expires_on: until } = paper;
  const first = from && formatDay(from, "long");
  const last = until && formatDay(until, "long");
  if (first && last)
    return (
      <Trans>
        {first} to {last}
      </Trans>
    );
  if (first) return <Trans>From {first}</Trans>;
  return <Trans>Its days are not entered yet.</Trans>;
}

/** The rows of the queue: one act each, and what is worth knowing before it. */
import { Plural, Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { ApplicationItem } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { Actions, Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { VisuallyHidden } from "@/ui/visually-hidden";
import styles from "./queue.module.css";
import { kindName, missingWords, statusLooks, statusName, stepAction } from "./words";

const StepDialog = lazy(() => import("./step-dialog").then((module) => ({ default: module.StepDialog })));

/** What answers an application, in the order in which it is offered. */
const answers = ["start-review", "approve", "request-changes", "decline"];

type Chosen = { partner: ApplicationItem; move: string };

export function QueueRows({ items }: { items: readonly ApplicationItem[] }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <>
      <ol className={styles.rows}>
        {items.map((item) => (
          <Row key={item.id} item={item} onMove={(move) => setChosen({ partner: item, move })} />
        ))}
      </ol>
      {chosen && (
        <Suspense>
          <StepDialog partner={chosen.partner} move={chosen.move} onClose={() => setChosen(null)} />
        </Suspense>
      )}
    </>
  );
}

/** What stands alone begins as a sentence does. */
function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

function Row({ item, onMove }: { item: ApplicationItem; onMove: (move: string) => void }) {
  const moves = answers.filter((answer) =>
    item.allowed_moves.some(({ move, needs }) => move === answer && needs.length === 0),
  );
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h3>
          <Link to="/partners/$partnerId" params={{ partnerId: item.id }}>
            {item.name}
          </Link>
        </h3>
        <Wait item={item} />
      </div>
      <p className={styles.quiet}>
        {[kindName(item.org_type), item.city].filter(Boolean).join(", ")}.{" "}
        <Trans>
          Submitted {formatDay(item.submitted_on)}, an answer is due by {formatDay(item.due_on)}.
        </Trans>
      </p>
      <dl className={styles.facts}>
        <Fact term={<Trans>Who has it</Trans>}>
          <StatusTag look={statusLooks[item.status]}>{statusName(item.status)}</StatusTag>{" "}
          {item.reviewer?.name ?? <Trans>Nobody yet</Trans>}
        </Fact>
        <Fact term={<Trans>What it lacks</Trans>}>
          {item.missing.length > 0 ? (
            capital(missingWords(item.missing))
          ) : (
            <Trans>Nothing, its profile is complete</Trans>
          )}
        </Fact>
        <Fact term={<Trans>Programs</Trans>}>
          <Plural value={item.programs} _0="None described" one="# program" other="# programs" />
        </Fact>
        {item.application_note && <Fact term={<Trans>It says</Trans>}>{item.application_note}</Fact>}
        <Alike item={item} />
      </dl>
      {moves.length > 0 && (
        <Actions>
          {moves.map((move) => (
            <Button key={move} onClick={() => onMove(move)}>
              {stepAction(move)}
              <VisuallyHidden>: {item.name}</VisuallyHidden>
            </Button>
          ))}
        </Actions>
      )}
    </li>
  );
}

function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Wait({ item }: { item: ApplicationItem }) {
  const words = (
    <Plural value={item.waiting_days} _0="Since today" one="Waiting # day" other="Waiting # days" />
  );
  return item.is_late ? (
    <StatusTag look="bad">{words}</StatusTag>
  ) : (
    <span className={styles.wait}>{words}</span>
  );
}

/** The likest record, named, with the way to compare the two. */
function Alike({ item }: { item: ApplicationItem }) {
  const [likest] = item.similar;
  if (!likest) return null;
  const more = item.similar.length - 1;
  return (
    <Fact term={<Trans>Perhaps here already</Trans>}>
      <Link to="/partners/$partnerId" params={{ partnerId: likest.id }}>
        {likest.name}
      </Link>
      {", "}
      {statusName(likest.status)}
      {more > 0 && (
        <>
          {" "}
          <Plural value={more} one="and # more" other="and # more" />
        </>
      )}
      {". "}
      <Link to="/partners/$partnerId/merge" params={{ partnerId: likest.id }} search={{ other: item.id }}>
        <Trans>Compare the two</Trans>
        <VisuallyHidden>: {item.name}</VisuallyHidden>
      </Link>
    </Fact>
  );
}

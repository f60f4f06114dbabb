/** Whether a school is closed or will be, since when and into which it was merged; and the office's move about it. */
import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { SchoolRead } from "@/api/gen/types.gen";
import { addDays, formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import styles from "./closing.module.css";

const CloseDialog = lazy(() => import("./close-dialog").then((module) => ({ default: module.CloseDialog })));
const ReopenDialog = lazy(() =>
  import("./reopen-dialog").then((module) => ({ default: module.ReopenDialog })),
);

const may = (school: SchoolRead, verb: string) => school.allowed_moves.some(({ move }) => move === verb);

/** Nothing for a school that is open and stays so; `isNews` when it was closed just now. */
export function SchoolStanding({ school, isNews }: { school: SchoolRead; isNews: boolean }) {
  const [asks, setAsks] = useState(false);
  const [isDone, setDone] = useState(false);
  if (school.status === "active" && school.closed_on === null)
    return isDone ? (
      <div className={styles.standing}>
        <Notice kind="good" live focus title={<Trans>The school is open.</Trans>} />
      </div>
    ) : null;
  return (
    <div className={styles.standing}>
      <Notice
        kind="warn"
        live={isNews}
        focus={isNews}
        title={<Standing school={school} />}
        actions={
          may(school, "reopen") && (
            <Button onClick={() => setAsks(true)}>
              {school.status === "active" ? <Trans>Call it off…</Trans> : <Trans>Open it again…</Trans>}
            </Button>
          )
        }
      >
        {school.successor && (
          <p>
            <Trans>
              It was merged into{" "}
              <Link to="/schools/$schoolId" params={{ schoolId: school.successor.id }}>
                {school.successor.name}
              </Link>
              .
            </Trans>
          </p>
        )}
      </Notice>
      {asks && (
        <Suspense>
          <ReopenDialog
            school={school}
            onClose={() => setAsks(false)}
            onDone={() => {
              setAsks(false);
              setDone(true);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

function Standing({ school }: { school: SchoolRead }): ReactNode {
  if (school.closed_on === null) return <Trans>This school is closed.</Trans>;
  const last = formatDay(addDays(school.closed_on, -1), "long");
  if (school.status === "active") return <Trans>This school closes; its last day is {last}.</Trans>;
  return <Trans>This school is closed; its last day was {last}.</Trans>;
}

type ClosingProps = { school: SchoolRead; today: string; onDone: () => void };

/** The office's way to close it, where the server offers it. */
export function CloseSchool({ school, today, onDone }: ClosingProps) {
  const [asks, setAsks] = useState(false);
  return (
    <>
      {may(school, "close") && (
        <p className={styles.act}>
          <Button onClick={() => setAsks(true)}>
            <Trans>Close this school…</Trans>
          </Button>
        </p>
      )}
      {asks && (
        <Suspense>
          <CloseDialog
            school={school}
            today={today}
            onClose={() => setAsks(false)}
            onDone={() => {
              setAsks(false);
              onDone();
            }}
          />
        </Suspense>
      )}
    </>
  );
}

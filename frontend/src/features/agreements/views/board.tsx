/** The agreements of the list's question in columns by where they stand; “Move to…” offers the steps that the server does. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { actsOnAgreements } from "../acting";
import type { AgreementsSearch } from "../search";
import { looks, statusName } from "../words";
import { statesQuery } from "./api";
import { BoardCard, type Moving } from "./board-card";
import styles from "./board.module.css";

const MoveDialog = lazy(() => import("./move-dialog").then((module) => ({ default: module.MoveDialog })));

export function AgreementsBoard({ search, day }: { search: AgreementsSearch; day: string }) {
  const { t } = useLingui();
  const me = useSession();
  const found = useQuery(statesQuery(search));
  const [moving, setMoving] = useState<Moving | null>(null);
  const [done, setDone] = useState<{ title: string; words: string; at: number } | null>(null);
  if (found.isPending) return <Skeleton label={t`Loading the board`} />;
  if (found.isError) {
    return (
      <Notice
        kind="bad"
        live
        title={t`The board could not be loaded`}
        actions={
          <Button small onClick={() => void found.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {problemSentence(found.error)}
      </Notice>
    );
  }
  const dated = search.effective_on ? { effective_on: search.effective_on } : {};
  const { view: _view, ...list } = search;
  // Steps are taken today, whatever day is looked at.
  const canMove = actsOnAgreements(me) && search.effective_on === undefined;
  return (
    <>
      {done && (
        <div className={styles.done}>
          <Notice kind="good" live focus title={done.words} key={done.at}>
            {done.title}
          </Notice>
        </div>
      )}
      <div className={styles.board} aria-busy={found.isPlaceholderData || undefined}>
        {found.data.items.map(({ effective_status: state, count, items }) => {
          const name = statusName(state);
          return (
            <section key={state} aria-labelledby={`state-${state}`}>
              <h2 id={`state-${state}`}>
                <StatusTag look={looks[state]}>{name}</StatusTag>{" "}
                <span className={styles.count}>{count}</span>
              </h2>
              <ul>
                {items.map((item) => (
                  <BoardCard
                    key={item.id}
                    item={item}
                    day={day}
                    dated={dated}
                    onMove={canMove ? setMoving : undefined}
                  />
                ))}
              </ul>
              {count > items.length && (
                <p>
                  <Link to="/agreements" search={{ ...list, standing: state, sort: "ends_on" }}>
                    <Trans>
                      All {count}: {name}
                    </Trans>
                  </Link>
                </p>
              )}
            </section>
          );
        })}
      </div>
      {found.data.total === 0 && (
        <p role="status">
          <Trans>No agreement matches.</Trans>
        </p>
      )}
      {moving && (
        <Suspense fallback={null}>
          <MoveDialog
            moving={moving}
            onClose={() => setMoving(null)}
            onDone={(words) => {
              setMoving(null);
              setDone({ title: moving.title, words, at: (done?.at ?? 0) + 1 });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

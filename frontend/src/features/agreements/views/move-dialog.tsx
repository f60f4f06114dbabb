/** Where an agreement may go from here, as the server offers it to this reader; each goes through its own dialog. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Dialog } from "@/ui/overlays/dialog";
import { actWords } from "../act-words";
import { agreementQuery, type Agreement } from "../api";
import { blockerName, needName } from "../needs";
import { movesOf, type Act } from "../next-step";
import { whoActs } from "../who";
import { statusName } from "../words";
import type { Moving } from "./board-card";
import styles from "./board.module.css";

const ActDialog = lazy(() => import("../act-dialog").then((module) => ({ default: module.ActDialog })));

type Props = { moving: Moving; onClose: () => void; onDone: (words: string) => void };

export function MoveDialog({ moving, onClose, onDone }: Props) {
  const { t } = useLingui();
  const found = useQuery({ ...agreementQuery(moving.id), staleTime: 0 });
  const [act, setAct] = useState<Act | null>(null);
  if (act && found.data) {
    const words = actWords(act, found.data).done;
    return (
      <Suspense fallback={null}>
        <ActDialog act={act} agreement={found.data} onClose={onClose} onDone={() => onDone(words)} />
      </Suspense>
    );
  }
  return (
    <Dialog open onClose={onClose} title={<Trans>Move “{moving.title}”</Trans>}>
      {found.data ? (
        <Moves agreement={found.data} onAct={setAct} />
      ) : found.isError ? (
        <Notice kind="bad" live>
          {problemSentence(found.error)}
        </Notice>
      ) : (
        <Skeleton label={t`Loading its steps`} />
      )}
    </Dialog>
  );
}

function Moves({ agreement, onAct }: { agreement: Agreement; onAct: (act: Act) => void }) {
  const moves = movesOf(agreement);
  const now = moves.filter(({ needs }) => needs.length === 0);
  const later = moves.filter(({ needs }) => needs.length > 0);
  const name = statusName(agreement.effective_status);
  return (
    <>
      <p className={styles.from}>
        <Trans>It stands at: {name}.</Trans>
      </p>
      {now.length > 0 && (
        <ul className={styles.moves}>
          {now.map(({ act }) => {
            const words = actWords(act, agreement);
            return (
              <li key={act.verb}>
                <Button onClick={() => onAct(act)}>{words.action}</Button>
                <p>{words.effect}</p>
              </li>
            );
          })}
        </ul>
      )}
      {now.length === 0 && <Nowhere agreement={agreement} />}
      {later.length > 0 && (
        <ul className={styles.later}>
          {later.map(({ act, needs }) => (
            <li key={act.verb}>
              <strong>{actWords(act, agreement).heading}</strong>{" "}
              <Trans>is possible once this is there: {needs.map(needName).join("; ")}.</Trans>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.from}>
        <Link to="/agreements/$agreementId" params={{ agreementId: agreement.id }}>
          <Trans>Open the agreement</Trans>
        </Link>
      </p>
    </>
  );
}

/** Who has it now, when there is nothing for this reader to do. */
function Nowhere({ agreement }: { agreement: Agreement }) {
  const me = useSession();
  const blocker = agreement.blockers.find((each) => each.is_now) ?? agreement.blockers[0];
  if (!blocker) {
    return (
      <p>
        <Trans>There is no step for you to take here.</Trans>
      </p>
    );
  }
  const who = whoActs(blocker.who, me.person?.name);
  const what = blockerName(blocker);
  return (
    <p>
      <Trans>
        There is no step for you to take here now. It waits for: {what} ({who}).
      </Trans>
    </p>
  );
}

/** The school board's page: what is ready for its vote, the packet of a selection, one vote that moves it all. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { packetQuery, votesQuery, type Vote } from "./api";
import { NotReady } from "./not-ready";
import { ReadyTable } from "./ready-table";
import { Votes } from "./votes";
import { boardFinding, costWords, voteWords } from "./words";
import styles from "./board.module.css";

/** Needed only once the board has met. */
const VoteDialog = lazy(() => import("./vote-dialog").then((module) => ({ default: module.VoteDialog })));

export function BoardPage() {
  const { t } = useLingui();
  const me = useSession();
  const packet = useSuspenseQuery(packetQuery()).data;
  const votes = useQuery(votesQuery()).data?.items ?? [];
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [isVoting, setVoting] = useState(false);
  const [done, setDone] = useState<Vote | null>(null);
  const ready = packet.items.filter((each) => each.needs.length === 0);
  const others = packet.items.filter((each) => each.needs.length > 0);
  const chosen = ready.filter((each) => !leftOut.has(each.id));
  const ids = chosen.map(({ id }) => id).join(",");
  const heading = boardFinding(ready.length);

  return (
    <>
      <PageHead
        title={[t`Board`, t`Agreements`]}
        trail={
          <Breadcrumbs here={<Trans>School board</Trans>}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={heading}
        lead={
          <Trans>
            Everybody else has said yes to them. Record the vote once the board has met: it moves every
            agreement you choose, or none of them.
          </Trans>
        }
        asOf={<Trans>As of {formatDay(packet.as_of, "full")}.</Trans>}
        action={
          chosen.length > 0 && (
            <Button kind="primary" onClick={() => setVoting(true)}>
              <Trans>Record the vote</Trans>
            </Button>
          )
        }
      />
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={voteWords(done)} key={done.id}>
            {done.outcome === "approved" ? (
              <Trans>
                The agreements it names are approved. The next step is to send each for signature.
              </Trans>
            ) : (
              <Trans>The agreements it names are turned down, each with this resolution as the reason.</Trans>
            )}
          </Notice>
        </div>
      )}
      {packet.items.length === 0 && (
        <EmptyState
          title={<Trans>Nothing waits for the board.</Trans>}
          actions={
            <ButtonLink to="/settings/routes">
              <Trans>Which types go to the board</Trans>
            </ButtonLink>
          }
        >
          <Trans>
            Agreements of the types that go to the board come here once they are in review, such as contracts
            that the district pays for.
          </Trans>
        </EmptyState>
      )}
      {ready.length > 0 && (
        <Section heading={<Trans>Ready for the vote</Trans>} note={costWords(chosen)}>
          <ReadyTable items={ready} leftOut={leftOut} onLeaveOut={setLeftOut} />
          {chosen.length > 0 && (
            <p className={styles.packet} data-print="no">
              <Link to="/agreements/board/packet" search={{ agreements: ids }}>
                <Trans>See the packet of what is chosen</Trans>
              </Link>
            </p>
          )}
        </Section>
      )}
      {others.length > 0 && <NotReady items={others} />}
      {votes.length > 0 && <Votes votes={votes} />}
      {packet.items.length > 0 && (
        <p className={styles.elsewhere} data-print="no">
          <Trans>
            Which types go to the board is set in{" "}
            <Link to="/settings/routes">how agreements are reviewed and signed</Link>.
          </Trans>
        </p>
      )}
      <Suspense>
        {isVoting && (
          <VoteDialog
            items={chosen}
            today={me.tenant.today}
            onClose={() => setVoting(false)}
            onDone={(vote) => {
              setVoting(false);
              setLeftOut(new Set());
              setDone(vote);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

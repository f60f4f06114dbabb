/** Papers that wait for review, those that free most programs first, and background checks to verify. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { WaitingPaper } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { can } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { EmptyState } from "@/ui/feedback/empty-state";
import { TaskList } from "@/ui/lists/task-list";
import { DayDial } from "@/ui/page/day-dial";
import { PageHead } from "@/ui/page/page-head";
import { queueQuery } from "./office-api";
import { OfficeTabs } from "./office-tabs";
import { QueueChecks } from "./queue-checks";
import { QueueDone } from "./queue-done";
import type { QueueSearch } from "./queue-search";
import { clearWords, freesWords, paperName, queueFinding } from "./queue-words";
import styles from "./queue.module.css";

export function QueuePage({ search }: { search: QueueSearch }) {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const { effective_on: effectiveOn } = search;
  const { items } = useSuspenseQuery(queueQuery(effectiveOn)).data;
  return (
    <>
      <PageHead
        title={t`Papers`}
        heading={queueFinding(items)}
        lead={<Trans>Those that free most programs come first, then the oldest.</Trans>}
        asOf={
          <DayDial
            day={effectiveOn ?? me.tenant.today}
            today={me.tenant.today}
            onChange={(day) =>
              void navigate({ to: "/papers/queue", search: day ? { effective_on: day } : {}, replace: true })
            }
          />
        }
      />
      <OfficeTabs />
      <QueueDone paperId={search.done} />
      <div className={styles.queue}>
        {items.length === 0 ? (
          <EmptyState title={<Trans>All done</Trans>}>
            <Trans>A paper appears here when a partner hands it in.</Trans>
          </EmptyState>
        ) : (
          <TaskList tasks={items.map((item) => taskOf(item, search))} />
        )}
      </div>
      {can(me, "papers:review") && <QueueChecks />}
    </>
  );
}

function taskOf(item: WaitingPaper, search: QueueSearch) {
  const dated = search.effective_on ? { effective_on: search.effective_on } : {};
  const name = paperName(item);
  const partner = item.partner.name;
  return {
    key: item.id,
    link: (
      <Link to="/papers/queue/$paperId" params={{ paperId: item.id }} search={dated}>
        <Trans>
          {name} of {partner}
        </Trans>
      </Link>
    ),
    why: (
      <>
        {freesWords(item.unlocks)}. {clearWords(item.unlocks)}{" "}
        {item.program && <Trans>For {item.program.name} only.</Trans>}
      </>
    ),
    when: <Waiting item={item} />,
  };
}

function Waiting({ item }: { item: WaitingPaper }) {
  if (item.submitted_on === null) return null;
  return (
    <span title={formatDay(item.submitted_on, "full")}>
      <Plural value={item.waiting_days} _0="Since today" one="Waiting # day" other="Waiting # days" />
    </span>
  );
}

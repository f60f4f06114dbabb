/** What happens next on a thread, by whom and by when; five at most, so that it prints on its page. */
import { Trans } from "@lingui/react/macro";
import type { Thread } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";
import { due } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { TaskList, type Task } from "@/ui/lists/task-list";
import { Section } from "@/ui/page/section";
import { comingUp, type Next } from "./thread-parts";
import { nextTitle, nextWho } from "./thread-words";
import styles from "./thread.module.css";

const most = 5;

export function ThreadNext({ thread }: { thread: Thread }) {
  const coming = comingUp(thread).slice(0, most);
  return (
    <div className={styles.next}>
      <Section heading={<Trans>What happens next</Trans>}>
        {coming.length === 0 ? (
          <p>
            <Trans>Nothing is planned. Open the partnership to take the next step.</Trans>
          </p>
        ) : (
          <TaskList tasks={coming.map((next) => asTask(next, thread.effective_on))} />
        )}
      </Section>
    </div>
  );
}

function asTask(next: Next, day: string): Task {
  const when = next.on === null ? null : due(next.on, day);
  return {
    key: next.key,
    link: <Link to={addressOf(next.to.kind, next.to.id)}>{nextTitle(next)}</Link>,
    why: nextWho(next),
    ...(when && (when.late ? { late: when.words } : { when: when.words })),
  };
}

/** Applications that wait for the district office, the longest wait first. */
import { Plural, Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSession } from "@/features/auth";
import { daysBetween, formatDay } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { TaskList } from "@/ui/lists/task-list";
import { Section } from "@/ui/page/section";
import { tasksQuery } from "./api";

export function Applications({ effectiveOn }: { effectiveOn?: string | undefined }) {
  const me = useSession();
  const today = effectiveOn ?? me.tenant.today;
  const waiting = useSuspenseQuery(tasksQuery(effectiveOn)).data.items.filter(
    (task) => task.kind === "partner_application",
  );
  const dated = effectiveOn ? { effective_on: effectiveOn } : {};
  if (waiting.length === 0) return null;
  return (
    <Section
      heading={
        <Plural
          value={waiting.length}
          one="# application waits for you"
          other="# applications wait for you"
        />
      }
      link={
        <Link to="/partners/queue" search={dated}>
          <Trans>See what each lacks</Trans>
        </Link>
      }
    >
      <TaskList
        tasks={waiting.map((task) => {
          const days = task.waiting_since_on ? daysBetween(task.waiting_since_on, today) : null;
          const wait = days !== null && <Plural value={days} one="Waiting # day" other="Waiting # days" />;
          return {
            key: task.id,
            link: (
              <Link to="/partners/$partnerId" params={{ partnerId: task.id }} search={dated}>
                <Trans>Review {task.title}</Trans>
              </Link>
            ),
            why: task.waiting_since_on && task.due_on && (
              <Trans>
                Submitted {formatDay(task.waiting_since_on)}. An answer is due by {formatDay(task.due_on)}.
              </Trans>
            ),
            ...(task.urgency === "overdue" ? { late: wait } : { when: wait }),
          };
        })}
      />
    </Section>
  );
}

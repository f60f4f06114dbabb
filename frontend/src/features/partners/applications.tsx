/** That applications wait for the district office: one line, whose link opens the queue. */
import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@/ui/actions/link";
import { tasksQuery } from "./api";
import styles from "./directory.module.css";

export function Applications({ effectiveOn }: { effectiveOn?: string | undefined }) {
  const tasks = useQuery(tasksQuery(effectiveOn)).data?.items ?? [];
  const waiting = tasks.filter((task) => task.kind === "partner_application");
  const late = waiting.filter((task) => task.urgency === "overdue").length;
  if (waiting.length === 0) return null;
  return (
    <p className={styles.waiting}>
      <strong>
        <Plural
          value={waiting.length}
          one="# application waits for you"
          other="# applications wait for you"
        />
      </strong>
      {late > 0 && (
        <>
          {", "}
          <Plural value={late} one="# longer than promised" other="# longer than promised" />
        </>
      )}
      {". "}
      <Link to="/partners/queue" search={effectiveOn ? { effective_on: effectiveOn } : {}}>
        <Trans>See what each lacks</Trans>
      </Link>
    </p>
  );
}

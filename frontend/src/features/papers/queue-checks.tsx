/** Background checks that wait for somebody to have seen their result, by partner. */
import { Plural, Trans } from "@lingui/react/macro";
import { useQueries, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { formatDay } from "@/lib/dates";
import { LinkButton } from "@/ui/actions/link-button";
import { Notice } from "@/ui/feedback/notice";
import { TaskList } from "@/ui/lists/task-list";
import { Section } from "@/ui/page/section";
import { staffQuery } from "./api";
import { checkTasksQuery } from "./office-api";
import { pendingChecks, type Pending } from "./queue-pending";
import { checkName } from "./words";

const VerifyDialog = lazy(() =>
  import("./queue-verify-dialog").then((module) => ({ default: module.VerifyDialog })),
);

export function QueueChecks() {
  const [open, setOpen] = useState<Pending | null>(null);
  const tasks = useQuery(checkTasksQuery).data?.items ?? [];
  const partners = tasks.filter(({ kind }) => kind === "checks_to_verify").map(({ id }) => id);
  const lists = useQueries({ queries: partners.map((id) => staffQuery(id)) });
  const failed = lists.find(({ error }) => error)?.error;
  const pending = pendingChecks(lists.flatMap(({ data }) => data?.items ?? []));
  if (partners.length === 0) return null;
  return (
    <Section
      heading={
        <Plural
          value={pending.length}
          _0="Background checks to verify"
          one="# background check to verify"
          other="# background checks to verify"
        />
      }
      note={<Trans>Look at the report where it is kept. Only its result is written down here.</Trans>}
    >
      {failed && <Notice kind="bad">{problemSentence(failed)}</Notice>}
      <TaskList
        tasks={pending.map(({ person, check }) => ({
          key: check.id,
          link: (
            <LinkButton onClick={() => setOpen({ person, check })}>
              <Trans>
                Say the result for {person.name}: {checkName(check.kind)}
              </Trans>
            </LinkButton>
          ),
          why: (
            <Trans>
              {person.partner.name}. Issued {formatDay(check.issued_on)}.
            </Trans>
          ),
        }))}
      />
      {open && (
        <Suspense>
          <VerifyDialog key={open.check.id} {...open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </Section>
  );
}

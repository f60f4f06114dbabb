/** An application as a list of topics: what is done, what is missing, where the office has asked for something. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { PartnerRead } from "@/api/gen/types.gen";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { TaskList } from "@/ui/lists/task-list";
import { Section } from "@/ui/page/section";
import { missingWords } from "./words";

type ProfileTask = NonNullable<PartnerRead["profile"]>["tasks"][number];

const being = new Set(["prospective", "changes_requested", "declined"]);

/** Whether the partner is writing its application: then it is shown topic by topic. */
export function isBeingWritten(partner: PartnerRead): boolean {
  return partner.profile !== null && partner.can_edit && being.has(partner.status);
}

export function ProfileTasks({ partner }: { partner: PartnerRead }) {
  if (!partner.profile) return null;
  const { tasks } = partner.profile;
  const asksPapers = partner.notes.some(({ field, closed_on: closed }) => field === "papers" && !closed);
  return (
    <Section
      heading={<Trans>Your application, topic by topic</Trans>}
      note={<Trans>Everything is kept as you enter it. Leave and come back when you like.</Trans>}
    >
      <TaskList
        tasks={[
          ...tasks.map((each) => ({
            key: each.task,
            link: (
              <Link to="/profile" search={{ topic: each.task }}>
                <Topic task={each.task} />
              </Link>
            ),
            ...(each.missing.length > 0 && {
              why: <Trans>Missing: {missingWords(each.missing)}.</Trans>,
            }),
            ...stateOf(each.state),
          })),
          {
            key: "safety",
            link: (
              <Link to="/partners/$partnerId/papers" params={{ partnerId: partner.id }}>
                <Trans>Papers and background checks</Trans>
              </Link>
            ),
            why: <Trans>Needed before work starts at a school, not before you submit.</Trans>,
            ...(asksPapers && stateOf("changes")),
          },
          {
            key: "everything",
            link: (
              <Link to="/profile" search={{ topic: "everything" }}>
                <Trans>Check your answers</Trans>
              </Link>
            ),
            why: <Trans>All that the district reads, on one page.</Trans>,
          },
        ]}
      />
    </Section>
  );
}

function stateOf(state: ProfileTask["state"]): { done?: ReactNode; tag?: ReactNode } {
  if (state === "done") return { done: <Trans>Completed</Trans> };
  if (state === "changes")
    return {
      tag: (
        <StatusTag look="changes">
          <Trans>Changes requested</Trans>
        </StatusTag>
      ),
    };
  return {
    tag: (
      <StatusTag look="draft">
        <Trans>To do</Trans>
      </StatusTag>
    ),
  };
}

export function Topic({ task }: { task: ProfileTask["task"] }) {
  switch (task) {
    case "about":
      return <Trans>Say who you are</Trans>;
    case "services":
      return <Trans>Describe what you offer and for which grades</Trans>;
    case "capacity":
      return <Trans>Say how many students each program takes</Trans>;
    case "contacts":
      return <Trans>Name the people to call and who signs</Trans>;
  }
}

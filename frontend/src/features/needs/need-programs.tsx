/** Which programs take up a need; each opens its thread, from this need to the result. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { problemSentence } from "@/api/form-problems";
import type { NeedRead, PartnershipItem } from "@/api/gen/types.gen";
import { partsWords } from "@/api/spoken/reasons";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { TaskList } from "@/ui/lists/task-list";
import { Section } from "@/ui/page/section";
import { needPartnershipsQuery } from "./api";

export function NeedPrograms({ need }: { need: NeedRead }) {
  const { t } = useLingui();
  const list = useQuery(needPartnershipsQuery(need.id));
  const programs = list.data?.items.filter(({ stage }) => stage !== "not_a_fit");
  return (
    <Section heading={<Trans>Programs for this need</Trans>}>
      {list.isPending && <Skeleton label={t`Loading programs for this need`} count={2} />}
      {list.isError && !list.data && (
        <Notice
          kind="bad"
          live
          actions={
            <Button small onClick={() => void list.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          {problemSentence(list.error)}
        </Notice>
      )}
      {programs?.length === 0 && (
        <p>
          <Trans>No program that you can see takes it up yet.</Trans>
        </p>
      )}
      {programs && programs.length > 0 && (
        <TaskList
          tasks={programs.map((each) => ({
            key: each.id,
            link: (
              <Link to="/partnerships/$partnershipId/thread" params={{ partnershipId: each.id }}>
                <Trans>
                  {each.program.name} with {each.partner.name}
                </Trans>
              </Link>
            ),
            why: fitOf(each, need.id) ?? each.schedule,
            tag: <AtWork partnership={each} />,
          }))}
        />
      )}
    </Section>
  );
}

/** How it fitted when it was chosen. */
function fitOf({ needs }: PartnershipItem, id: string): string | null {
  const need = needs.find((each) => each.id === id);
  return need?.fit_said ? partsWords(need.fit_said) : (need?.fit_words ?? null);
}

function AtWork({ partnership: { is_at_work: works, stage } }: { partnership: PartnershipItem }) {
  if (works)
    return (
      <StatusTag look="good">
        <Trans>At work</Trans>
      </StatusTag>
    );
  if (stage === "ended")
    return (
      <StatusTag look="ended">
        <Trans>Ended</Trans>
      </StatusTag>
    );
  if (stage === "paused")
    return (
      <StatusTag look="warn">
        <Trans>On hold</Trans>
      </StatusTag>
    );
  return (
    <StatusTag look="draft">
      <Trans>Not at work yet</Trans>
    </StatusTag>
  );
}

/** One waiting paper: what it says beside what is asked, its scan, what it frees, and the decision. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useSession } from "@/features/auth";
import { formatDay, formatInstant } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Columns, Section } from "@/ui/page/section";
import { paperQuery, requirementsQuery } from "./api";
import { queueQuery } from "./office-api";
import { QueueAsked } from "./queue-asked";
import { QueueDone } from "./queue-done";
import { QueueFrees } from "./queue-frees";
import { QueueNext } from "./queue-next";
import { QueueScan } from "./queue-scan";
import type { QueueSearch } from "./queue-search";
import { freesWords, nextAfter, paperName } from "./queue-words";
import { stateLooks, stateName } from "./words";

type Props = { paperId: string; search: QueueSearch };

export function QueuePaperPage({ paperId, search }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const paper = useSuspenseQuery(paperQuery(paperId)).data;
  const { items: requirements } = useSuspenseQuery(requirementsQuery()).data;
  const queue = useQuery(queueQuery()).data?.items ?? [];
  const own = queue.find(({ id }) => id === paperId);
  const next = nextAfter(queue, paperId);
  const name = paperName(paper);
  const partner = paper.partner.name;
  return (
    <>
      <PageHead
        title={[t`${name} of ${partner}`, t`Papers`]}
        trail={
          <Breadcrumbs here={partner}>
            <Link
              to="/papers/queue"
              search={search.effective_on ? { effective_on: search.effective_on } : {}}
            >
              <Trans>Papers</Trans>
            </Link>
          </Breadcrumbs>
        }
        kind={
          <>
            <StatusTag look={stateLooks[paper.state]}>{stateName(paper.state)}</StatusTag>{" "}
            {paper.submitted_on && <Trans>Handed in {formatDay(paper.submitted_on)}</Trans>}
          </>
        }
        heading={
          <Trans>
            {name} of {partner}
          </Trans>
        }
        lead={own ? `${freesWords(own.unlocks)}.` : undefined}
      />
      <QueueDone paperId={search.done} />
      <QueueNext key={paper.id} paper={paper} next={next} />
      <Columns aside={<QueueFrees paper={paper} next={next} />}>
        <Section heading={<Trans>What it says, beside what is asked</Trans>}>
          <QueueAsked paper={paper} requirements={requirements} />
        </Section>
        <Section
          heading={<Trans>The scan</Trans>}
          note={
            paper.documents[0] && (
              <Trans>
                Uploaded {formatInstant(paper.documents[0].uploaded_at, me.tenant.time_zone)}
                {paper.submitted_by && `, ${paper.submitted_by.name}`}
              </Trans>
            )
          }
        >
          <QueueScan paper={paper} />
        </Section>
      </Columns>
    </>
  );
}

/** Who works at a school: the program, whether it may work there on the day, and how its target stands. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { PartnershipItem, TargetItem } from "@/api/gen/types.gen";
import { findingWords, reasonWords } from "@/api/spoken/reasons";
import { useSession } from "@/features/auth";
import { ThreadLink } from "@/features/partnerships";
import { addressOf } from "@/lib/address";
import { formatDay } from "@/lib/dates";
import { worksAt } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { StatusTag, type StatusLook } from "@/ui/data/status-tag";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Section } from "@/ui/page/section";
import { schoolTargetsQuery } from "./school-api";

const over = new Set(["ended", "not_a_fit"]);

type Props = { schoolId: string; partnerships: readonly PartnershipItem[]; effectiveOn?: string | undefined };

export function SchoolPartners({ schoolId, partnerships, effectiveOn }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const targets = useSuspenseQuery(schoolTargetsQuery({ school: schoolId, effective_on: effectiveOn })).data
    .items;
  const here = partnerships.filter((each) => !over.has(each.stage));
  const columns: Column<PartnershipItem>[] = [
    {
      id: "partner",
      header: t`Partner and program`,
      cell: (each) => (
        <>
          <Link to="/partnerships/$partnershipId" params={{ partnershipId: each.id }}>
            {each.partner.name}
          </Link>
          <br />
          {each.program.name}
        </>
      ),
    },
    { id: "when", header: t`When`, cell: (each) => each.schedule ?? t`Not known` },
    { id: "today", header: t`May work here`, cell: (each) => <MayWork partnership={each} /> },
    {
      id: "target",
      header: t`Target`,
      cell: (each) => {
        const target = targets.find(
          (one) => one.program.id === each.program.id && one.status !== "withdrawn",
        );
        return target ? <TargetStanding target={target} /> : t`No target yet`;
      },
    },
    { id: "thread", header: t`Thread`, phone: "line", cell: (each) => <ThreadLink partnership={each} /> },
  ];
  return (
    <Section
      heading={<Trans>Partners, agreements and targets</Trans>}
      link={
        <Link to="/partnerships" search={{ school: schoolId }}>
          <Trans>All partnerships here</Trans>
        </Link>
      }
      note={
        worksAt(me, schoolId) && (
          <Link
            to="/schools/$schoolId/door"
            params={{ schoolId }}
            search={effectiveOn ? { effective_on: effectiveOn } : {}}
          >
            <Trans>Who may enter, by name</Trans>
          </Link>
        )
      }
    >
      {here.length === 0 ? (
        <EmptyState level={3} title={<Trans>No partner works here yet.</Trans>}>
          <Trans>A partnership starts from a need: open one and see the programs that fit.</Trans>
        </EmptyState>
      ) : (
        <DataTable
          caption={t`Partners at this school`}
          captionHidden
          columns={columns}
          rows={here}
          rowKey={(each) => each.id}
        />
      )}
    </Section>
  );
}

function MayWork({ partnership }: { partnership: PartnershipItem }) {
  const { cleared, cleared_through: through, blockers } = partnership.clearance;
  if (!cleared)
    return (
      <>
        <Plural value={blockers.length} one="No. # thing is missing" other="No. # things are missing" />
        <br />
        {blockers[0] && reasonWords(blockers[0].said)}
      </>
    );
  if (!partnership.is_at_work) return <Trans>Cleared, not started</Trans>;
  return through ? <Trans>Yes, until {formatDay(through)}</Trans> : <Trans>Yes</Trans>;
}

const looks: Record<string, StatusLook> = {
  met: "good",
  on_track: "good",
  at_risk: "warn",
  off_track: "bad",
  missed: "bad",
  not_met: "bad",
};

function TargetStanding({ target }: { target: TargetItem }) {
  const { rating } = target.progress;
  return (
    <>
      {rating && <StatusTag look={looks[rating] ?? "none"}>{ratingWords(rating)}</StatusTag>}
      <br />
      <a href={addressOf("target", target.id)}>{findingWords(target.progress)}</a>
    </>
  );
}

function ratingWords(rating: string) {
  switch (rating) {
    case "met":
      return <Trans>Met</Trans>;
    case "on_track":
      return <Trans>On track</Trans>;
    case "at_risk":
      return <Trans>At risk</Trans>;
    case "off_track":
      return <Trans>Off track</Trans>;
    case "missed":
      return <Trans>Missed</Trans>;
    case "not_met":
      return <Trans>Not met</Trans>;
    default:
      return <Trans>No rating yet</Trans>;
  }
}

/** A partner on one page: its record, where it works and what was agreed with it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemSentence } from "@/api/form-problems";
import type { AgreementItem, PartnershipItem } from "@/api/gen/types.gen";
import { reasonWords } from "@/api/spoken/reasons";
import { PartnerRecord, type Shown } from "@/features/partners";
import { ThreadLink } from "@/features/partnerships";
import { formatSpan } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Section } from "@/ui/page/section";
import { partnerAgreementsQuery, partnerPartnershipsQuery } from "./partner-api";
import { agreementLook, agreementStanding, stageName } from "./partner-words";

type Props = {
  partnerId: string;
  effectiveOn?: string | undefined;
  isOwn?: boolean;
  topic?: Shown | undefined;
};

export function PartnerPage({ partnerId, effectiveOn, isOwn = false, topic }: Props) {
  return (
    <PartnerRecord {...{ partnerId, effectiveOn, isOwn, topic }}>
      <WhereItWorks {...{ partnerId, effectiveOn }} />
      <Agreements {...{ partnerId, effectiveOn }} />
    </PartnerRecord>
  );
}

type Asked = { partnerId: string; effectiveOn?: string | undefined };

function WhereItWorks({ partnerId, effectiveOn }: Asked) {
  const { t } = useLingui();
  const list = useQuery(partnerPartnershipsQuery(partnerId, effectiveOn));
  const rows = list.data?.items.filter(({ stage }) => stage !== "ended" && stage !== "not_a_fit");
  const columns: readonly Column<PartnershipItem>[] = [
    {
      id: "school",
      header: t`School`,
      cell: (each) => (
        <Link to="/schools/$schoolId" params={{ schoolId: each.school.id }}>
          {each.school.name}
        </Link>
      ),
    },
    {
      id: "program",
      header: t`Program`,
      cell: (each) => (
        <Link to="/partnerships/$partnershipId" params={{ partnershipId: each.id }}>
          {each.program.name}
        </Link>
      ),
    },
    { id: "when", header: t`When`, cell: (each) => each.schedule ?? t`Not known` },
    { id: "stage", header: t`Stage`, cell: (each) => stageName(each.stage) },
    {
      id: "may",
      header: t`May work there`,
      cell: ({ clearance }) =>
        clearance.cleared ? (
          <Trans>Yes</Trans>
        ) : (
          <>
            <Trans>Not yet.</Trans> {clearance.blockers[0] && reasonWords(clearance.blockers[0].said)}
          </>
        ),
    },
    { id: "thread", header: t`Thread`, phone: "line", cell: (each) => <ThreadLink partnership={each} /> },
  ];
  return (
    <Part
      heading={<Trans>Where it works</Trans>}
      loading={t`Loading where it works`}
      error={list.error}
      onRetry={() => void list.refetch()}
      rows={rows}
      empty={<Trans>It works at no school yet.</Trans>}
    >
      {(shown) => (
        <DataTable
          caption={<Trans>Schools it works at</Trans>}
          captionHidden
          columns={columns}
          rows={shown}
          rowKey={(each) => each.id}
        />
      )}
    </Part>
  );
}

function Agreements({ partnerId, effectiveOn }: Asked) {
  const { t } = useLingui();
  const list = useQuery(partnerAgreementsQuery(partnerId, effectiveOn));
  const columns: readonly Column<AgreementItem>[] = [
    {
      id: "title",
      header: t`Agreement`,
      cell: (each) => (
        <Link to="/agreements/$agreementId" params={{ agreementId: each.id }}>
          {each.title}
        </Link>
      ),
    },
    {
      id: "programs",
      header: t`Programs`,
      cell: (each) => each.programs.map(({ name }) => name).join(", ") || t`None named`,
    },
    { id: "dates", header: t`Dates`, cell: (each) => formatSpan(each.starts_on, each.ends_on) },
    {
      id: "status",
      header: t`Status`,
      cell: (each) => (
        <StatusTag look={agreementLook(each.effective_status)}>{agreementStanding(each)}</StatusTag>
      ),
    },
  ];
  return (
    <Part
      heading={<Trans>Agreements</Trans>}
      loading={t`Loading agreements`}
      error={list.error}
      onRetry={() => void list.refetch()}
      rows={list.data?.items}
      empty={<Trans>No agreement that you can see.</Trans>}
    >
      {(shown) => (
        <DataTable
          caption={<Trans>Agreements with this partner</Trans>}
          captionHidden
          columns={columns}
          rows={shown}
          rowKey={(each) => each.id}
        />
      )}
    </Part>
  );
}

type PartProps<Row> = {
  heading: ReactNode;
  loading: string;
  error: unknown;
  onRetry: () => void;
  rows: readonly Row[] | undefined;
  empty: ReactNode;
  children: (rows: readonly Row[]) => ReactNode;
};

/** A section that arrives by itself: when it fails, the rest of the page stands. */
function Part<Row>({ heading, loading, error, onRetry, rows, empty, children }: PartProps<Row>) {
  const isLost = error !== null && error !== undefined;
  return (
    <Section heading={heading}>
      {rows && rows.length > 0 && children(rows)}
      {rows?.length === 0 && <p>{empty}</p>}
      {!rows && !isLost && <Skeleton label={loading} count={3} />}
      {isLost && (
        <Notice
          kind="bad"
          live
          actions={
            <Button onClick={onRetry}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          {problemSentence(error)}
        </Notice>
      )}
    </Section>
  );
}

/** A partner on one page: where it stands, what is next, whom to call, what it offers, what is known of it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { PartnerRead } from "@/api/gen/types.gen";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { partnerQuery } from "./api";
import { PartnerContacts } from "./partner-contacts";
import { PartnerFacts } from "./partner-facts";
import { PartnerNext, PartnerStanding } from "./partner-next";
import { PartnerPrograms } from "./partner-programs";
import { isBeingWritten, ProfileTasks } from "./profile-tasks";
import { TopicPage } from "./topic-page";
import type { Shown } from "./topics";
import { Likenesses } from "./merges";
import { NotesBeside } from "./notes";
import { kindName, profileWords, statusLooks, statusMeaning, statusName } from "./words";

type Props = {
  partnerId: string;
  effectiveOn?: string | undefined;
  /** The reader's own organization: its record is the profile. */
  isOwn?: boolean;
  /** Of an application that is being written: the topic that is open, or everything. */
  topic?: Shown | undefined;
  /** What other features know of it: where it works, its agreements. */
  children?: ReactNode;
};

export function PartnerRecord({ partnerId, effectiveOn, isOwn, topic, children }: Props) {
  const { t } = useLingui();
  const partner = useSuspenseQuery(partnerQuery(partnerId, effectiveOn)).data;
  const isWriting = isOwn === true && isBeingWritten(partner);
  if (isWriting && topic && topic !== "everything") return <TopicPage {...{ partner, topic }} />;
  // while it writes, a partner sees its topics; everything at once when it asks
  const showsAll = !isWriting || topic === "everything";
  return (
    <>
      <PageHead
        title={isOwn ? [t`Profile`, partner.name] : [partner.name, t`Partners`]}
        trail={
          isWriting && showsAll ? (
            <Breadcrumbs here={<Trans>Check your answers</Trans>}>
              <Link to="/profile">{partner.name}</Link>
            </Breadcrumbs>
          ) : (
            !isOwn && (
              <Breadcrumbs here={partner.name}>
                <Link to="/partners">
                  <Trans>Partners</Trans>
                </Link>
              </Breadcrumbs>
            )
          )
        }
        kind={
          <>
            {[kindName(partner.org_type), partner.city].filter(Boolean).join(", ")}{" "}
            <StatusTag look={partner.vetting_expired ? "warn" : statusLooks[partner.status]}>
              {partner.vetting_expired ? <Trans>Approval ran out</Trans> : statusName(partner.status)}
            </StatusTag>
          </>
        }
        heading={partner.name}
        lead={statusMeaning(partner)}
        asOf={partner.profile && <Trans>Profile: {profileWords(partner.profile)}</Trans>}
      />
      <Reason partner={partner} />
      <PartnerNext partner={partner} />
      {isWriting && !showsAll && <ProfileTasks partner={partner} />}
      <NotesBeside partner={partner} fields={["papers"]} />
      <Said partner={partner} />
      <Likenesses partner={partner} />
      {showsAll && (
        <>
          <PartnerContacts partner={partner} />
          <PartnerPrograms partner={partner} />
          {children}
          <PartnerFacts partner={partner} />
        </>
      )}
      <PartnerStanding partner={partner} />
    </>
  );
}

/** What the office said with its last answer. */
function Reason({ partner }: { partner: PartnerRead }) {
  if (!partner.status_reason || partner.status === "approved") return null;
  return (
    <Notice
      kind={partner.status === "changes_requested" ? "warn" : "info"}
      title={<ReasonTitle {...{ partner }} />}
    >
      <p>{partner.status_reason}</p>
    </Notice>
  );
}

/** What the partner said to the office with its application, and who has it there. */
function Said({ partner }: { partner: PartnerRead }) {
  const waits = partner.status === "submitted" || partner.status === "under_review";
  if (!waits) return null;
  return (
    <>
      {partner.application_note && (
        <Notice kind="info" title={<Trans>What the partner says with its application</Trans>}>
          <p>{partner.application_note}</p>
        </Notice>
      )}
      {partner.reviewer && (
        <p>
          <Trans>{partner.reviewer.name} has the application.</Trans>
        </p>
      )}
    </>
  );
}

function ReasonTitle({ partner }: { partner: PartnerRead }) {
  if (partner.status === "changes_requested") return <Trans>What the district office asked for</Trans>;
  return <Trans>Why</Trans>;
}

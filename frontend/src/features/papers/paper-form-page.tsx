/** A new paper, or one that is not handed in yet or came back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "@/features/auth";
import { partnerQuery } from "@/features/partners";
import { partnerOf } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { paperQuery, partnerPapersQuery, type Asked, type Paper } from "./api";
import { readPaper, startFor, type Draft } from "./paper-draft";
import { PaperForm } from "./paper-form";
import { paperName } from "./paper-words";
import { termsWords } from "./partner-words";
import styles from "./partner.module.css";

type NewProps = { partnerId: string; asked?: string | undefined; from?: string | undefined };

export function NewPaperPage({ partnerId, asked, from }: NewProps) {
  const { t } = useLingui();
  const papers = useSuspenseQuery(partnerPapersQuery(partnerId)).data;
  const item = papers.items.find(({ requirement }) => requirement.id === asked);
  // A newer one says mostly what the last one said; the one begun here is not the last one.
  const [lastId] = useState(() => from ?? item?.papers[0]?.id);
  const last = useQuery({ ...paperQuery(lastId ?? ""), enabled: lastId !== undefined });
  const heading = item ? t`Hand in: ${item.requirement.name}` : t`Hand in a paper`;
  return (
    <>
      <Head partnerId={partnerId} title={t`Hand in a paper`} heading={heading} item={item} />
      {lastId === undefined || last.data || last.isError ? (
        <Filled partnerId={partnerId} start={startFor(item, last.data)} paper={null} />
      ) : null}
    </>
  );
}

export function EditPaperPage({ id }: { id: string }) {
  const { t } = useLingui();
  const paper = useSuspenseQuery(paperQuery(id)).data;
  const name = paperName(paper);
  return (
    <>
      <Head partnerId={paper.partner.id} title={t`Edit: ${name}`} heading={name} />
      {paper.status_reason && paper.status === "rejected" && (
        <div className={styles.notice}>
          <Notice kind="warn" level={2} title={<Trans>Why it came back</Trans>}>
            {paper.status_reason}
          </Notice>
        </div>
      )}
      {paper.can_edit ? (
        <Filled partnerId={paper.partner.id} start={readPaper(paper)} paper={paper} />
      ) : (
        <Notice kind="info" level={2} title={<Trans>It no longer changes</Trans>}>
          <Trans>It was handed in. Hand in another one instead.</Trans>{" "}
          <Link to="/papers/$paperId" params={{ paperId: id }}>
            <Trans>Open the paper</Trans>
          </Link>
        </Notice>
      )}
    </>
  );
}

type FilledProps = { partnerId: string; start: Draft; paper: Paper | null };

function Filled({ partnerId, start, paper }: FilledProps) {
  const navigate = useNavigate();
  const partner = useSuspenseQuery(partnerQuery(partnerId)).data;
  const programs = partner.programs.filter(({ status }) => status !== "retired");
  return (
    <PaperForm
      partnerId={partnerId}
      programs={programs}
      start={start}
      paper={paper}
      onDone={({ id, status }) =>
        void navigate({
          to: "/papers/$paperId",
          params: { paperId: id },
          search: status === "submitted" ? { sent: true } : {},
        })
      }
    />
  );
}

type HeadProps = { partnerId: string; title: string; heading: string; item?: Asked | undefined };

function Head({ partnerId, title, heading, item }: HeadProps) {
  const { t } = useLingui();
  const isOwn = partnerOf(useSession()) !== null;
  return (
    <PageHead
      title={[title, t`Papers`]}
      trail={
        <Breadcrumbs here={title}>
          {isOwn ? (
            <Link to="/papers">
              <Trans>Our papers</Trans>
            </Link>
          ) : (
            <Link to="/partners/$partnerId/papers" params={{ partnerId }}>
              <Trans>Papers</Trans>
            </Link>
          )}
        </Breadcrumbs>
      }
      heading={heading}
      lead={
        item ? (
          <>
            {termsWords(item)} {item.terms.note}
          </>
        ) : (
          <Trans>The district looks at it; until then nothing changes.</Trans>
        )
      }
    />
  );
}

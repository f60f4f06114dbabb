/** The papers that belong to it: download them, and add one. */
import { Trans, useLingui } from "@lingui/react/macro";
import { formatInstant } from "@/lib/dates";
import { announce } from "@/lib/announcer";
import { formatNumber } from "@/lib/numbers";
import { useSession } from "@/features/auth";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import { useAddPaper } from "./acts";
import type { Agreement } from "./api";
import { PaperField } from "./paper-field";
import { fileProblem } from "./refusal";
import styles from "./agreement.module.css";

export function PapersSection({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const me = useSession();
  const papers = agreement.documents;
  return (
    <Section heading={t`Papers`}>
      {papers.length === 0 ? (
        <p className={styles.hint}>
          <Trans>
            No paper is kept here yet, such as a scan of the signed original or an insurance certificate.
          </Trans>
        </p>
      ) : (
        <ul className={styles.papers}>
          {papers.map((paper) => (
            <li key={paper.id}>
              <a href={`/api/v1/agreements/${agreement.id}/documents/${paper.id}`} download={paper.name}>
                {paper.name}
              </a>
              <small>
                {fileSize(paper.size)}, {formatInstant(paper.uploaded_at, me.tenant.time_zone)}
                {paper.uploaded_by && `, ${paper.uploaded_by.name}`}
              </small>
            </li>
          ))}
        </ul>
      )}
      {agreement.can_add_documents && <Upload agreement={agreement} />}
    </Section>
  );
}

function Upload({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const add = useAddPaper();
  const send = (file: File | null) => {
    if (!file || add.isPending) return;
    add.mutate({ agreement, file }, { onSuccess: () => announce(t`${file.name} was added`) });
  };
  return (
    <div className={styles.upload} data-print="no">
      <PaperField label={<Trans>Add a paper</Trans>} isTakenAtOnce onChoose={send} />
      {add.isPending && (
        <p role="status">
          <Trans>Adding the paper…</Trans>
        </p>
      )}
      {add.isError && (
        <Notice kind="bad" live title={t`The paper was not added`}>
          {fileProblem(add.error)}
        </Notice>
      )}
    </div>
  );
}

/** “1.4 MB”, “220 KB” */
function fileSize(bytes: number): string {
  return bytes >= 1_000_000
    ? `${formatNumber(bytes / 1_000_000)} MB`
    : `${formatNumber(Math.max(1, bytes / 1000), 0)} KB`;
}

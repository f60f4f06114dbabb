/** Where a file begins: choose it, or go on with one that was brought before. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { FileSpreadsheet } from "lucide-react";
import { problemSentence } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { useSession } from "@/features/auth";
import { formatInstant } from "@/lib/dates";
import { AnchorButton, Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { FileField } from "@/ui/fields/file-field";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { spreadsheetsQuery, useUpload } from "./api";
import { ImportSteps } from "./import-steps";
import styles from "./import.module.css";

export function ImportPage() {
  const { t } = useLingui();
  const brought = useSuspenseQuery(spreadsheetsQuery()).data.items;
  const zone = useSession().tenant.time_zone;
  const navigate = useNavigate();
  const upload = useUpload();
  const choose = (file: File | null) => {
    if (file)
      upload.mutate(file, {
        onSuccess: ({ id }) => void navigate({ to: "/import/$spreadsheetId", params: { spreadsheetId: id } }),
      });
  };
  return (
    <>
      <PageHead
        title={t`Bring a spreadsheet`}
        heading={t`Bring your own spreadsheet`}
        lead={
          <Trans>
            Partners, contacts, programs and agreements from one list, as it is. You see what would be new and
            what is wrong before anything is written.
          </Trans>
        }
      />
      <ImportSteps at="upload" />
      <Section heading={<Trans>Choose the file</Trans>}>
        <FileField
          label={t`Excel workbook (.xlsx) or CSV`}
          hint={t`10 MB and 5,000 rows at most. Take out columns about single students first.`}
          name="file"
          accept=".xlsx,.csv,.txt,.tsv"
          isTakenAtOnce
          onChoose={choose}
          error={upload.error ? refusal(upload.error) : undefined}
        />
        <p role="status" className={styles.quiet}>
          {upload.isPending && <Trans>Reading the file…</Trans>}
        </p>
        <div className={styles.actions}>
          <AnchorButton
            href="/api/v1/spreadsheets/example"
            download="example-partners.xlsx"
            icon={FileSpreadsheet}
          >
            <Trans>Download an untidy example to try</Trans>
          </AnchorButton>
        </div>
      </Section>
      {brought.length > 0 && (
        <Section heading={<Trans>Brought before</Trans>}>
          <ul className={styles.list}>
            {brought.map((sheet) => (
              <li key={sheet.id}>
                <Link to="/import/$spreadsheetId" params={{ spreadsheetId: sheet.id }}>
                  {sheet.name}
                </Link>
                <small>
                  {sheet.committed_at ? (
                    <Trans>Taken in on {formatInstant(sheet.committed_at, zone)}</Trans>
                  ) : (
                    <Trans>Begun on {formatInstant(sheet.created_at, zone)}; nothing is written yet</Trans>
                  )}
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {upload.isError && (
        <div className={styles.notice}>
          <Notice kind="bad" live level={2} title={<Trans>The file was not taken</Trans>}>
            {refusal(upload.error)}
          </Notice>
        </div>
      )}
    </>
  );
}

/** A refused file says itself what to do. */
function refusal(error: unknown): string {
  const [first] = isApiError(error) ? error.fields : [];
  return first?.message ?? problemSentence(error);
}

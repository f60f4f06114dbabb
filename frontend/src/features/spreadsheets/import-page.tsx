/** Where a file begins: choose it, or go on with one that was brought before. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { FileSpreadsheet } from "lucide-react";
import { useSession } from "@/features/auth";
import { formatInstant } from "@/lib/dates";
import { AnchorButton, Link } from "@/ui/actions/link";
import { Progress } from "@/ui/feedback/progress";
import { FileField } from "@/ui/fields/file-field";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { spreadsheetsQuery, useUpload } from "./api";
import { refusal } from "./file-words";
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
            Partners, contacts, programs and agreements come in from the list that you have, untidy as it is.
            You see what is new and what is wrong before anything is written.
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
        <div role="status">
          {upload.isPending && (
            <Progress label={t`Reading the file`}>
              <Trans>Reading the file…</Trans>
            </Progress>
          )}
        </div>
        <div role="alert" className={styles.quiet}>
          {upload.isError && <Trans>The file was not taken. Nothing of it was kept.</Trans>}
        </div>
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
        <Section heading={<Trans>Files brought before</Trans>}>
          <ul className={styles.list}>
            {brought.map((sheet) => (
              <li key={sheet.id}>
                <Link to="/import/$spreadsheetId" params={{ spreadsheetId: sheet.id }}>
                  {sheet.name}
                </Link>
                <small>
                  {sheet.committed_at ? (
                    <Trans>Brought in on {formatInstant(sheet.committed_at, zone)}</Trans>
                  ) : (
                    <Trans>
                      Begun on {formatInstant(sheet.created_at, zone)}. Not finished: go on where you were.
                    </Trans>
                  )}
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

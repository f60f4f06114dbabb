/** Who reviewed and who signed, with the fingerprint of the text that was signed. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Section, Source } from "@/ui/page/section";
import { Disclosure } from "@/ui/page/disclosure";
import type { Agreement } from "./api";
import { AskAgain } from "./ask-again";
import { ReviewSection } from "./review/review-section";
import { partyName } from "./words";
import { capital } from "./who";
import styles from "./agreement.module.css";

const PaperSignatureDialog = lazy(async () => ({
  default: (await import("./paper-signature-dialog")).PaperSignatureDialog,
}));

type Signature = Agreement["signatures"][number];

export function SigningSection({ agreement }: { agreement: Agreement }) {
  return (
    <>
      <ReviewSection agreement={agreement} />
      <Signatures agreement={agreement} />
    </>
  );
}

function Signatures({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const { signatures, signed_elsewhere_on: elsewhere } = agreement;
  if (signatures.length === 0 && elsewhere === null && agreement.text_sha256 === null) return null;
  const columns: Column<Signature>[] = [
    { id: "name", header: t`Signed by`, cell: (each) => each.name },
    { id: "party", header: t`For`, cell: (each) => capital(partyName(each.party, agreement)) },
    { id: "title", header: t`Title`, cell: (each) => each.title },
    {
      id: "on",
      header: t`On`,
      cell: (each) => (
        <>
          {formatDay(each.signed_on)}
          {each.method === "wet" && <small> {t`On paper`}</small>}
          {each.entered_by && <small> {t`Entered by ${each.entered_by.name}`}</small>}
          {each.voided_at !== null && <small> {t`No longer counts; it was called back`}</small>}
        </>
      ),
    },
  ];
  return (
    <Section heading={t`Signatures`}>
      {signatures.length > 0 ? (
        <DataTable
          caption={t`Signatures`}
          captionHidden
          columns={columns}
          rows={signatures}
          rowKey={(each) => each.id}
        />
      ) : (
        <p>
          {elsewhere ? (
            <Trans>Signed elsewhere on {formatDay(elsewhere, "long")}.</Trans>
          ) : (
            <Trans>Nobody has signed yet.</Trans>
          )}
        </p>
      )}
      {agreement.status === "out_for_signature" && agreement.can_ask_again && (
        <AskAgain of="agreement" id={agreement.id} />
      )}
      <OnPaper agreement={agreement} />
      {agreement.text_sha256 && (
        <>
          <Source>
            <Trans>
              Each signature names the text by its fingerprint: change one letter, and it no longer matches.{" "}
              <Link to="/agreements/$agreementId/text" params={{ agreementId: agreement.id }}>
                Read that text
              </Link>
            </Trans>
          </Source>
          <ul className={styles.papers} data-print="no">
            <li>
              <a href={`/api/v1/agreements/${agreement.id}/text.pdf`} download={`${agreement.number}.pdf`}>
                <Trans>The agreement as PDF</Trans>
              </a>
              <small>
                <Trans>The text and its signatures, with the fingerprint on each page</Trans>
              </small>
            </li>
            <li>
              <a
                href={`/api/v1/agreements/${agreement.id}/certificate.pdf`}
                download={`${agreement.number} certificate.pdf`}
              >
                <Trans>Signing certificate as PDF</Trans>
              </a>
              <small>
                <Trans>Who signed, with what authority, when and from where, and each event</Trans>
              </small>
            </li>
          </ul>
          <Disclosure summary={t`Fingerprint of the text (SHA-256)`}>
            <p className={styles.hash}>{agreement.text_sha256}</p>
          </Disclosure>
        </>
      )}
    </Section>
  );
}

function OnPaper({ agreement }: { agreement: Agreement }) {
  const [isEntering, setEntering] = useState(false);
  if (agreement.paper_parties.length === 0) return null;
  return (
    <div className={styles.upload} data-print="no">
      <Button small onClick={() => setEntering(true)}>
        <Trans>Enter a paper signature</Trans>
      </Button>
      {isEntering && (
        <Suspense>
          <PaperSignatureDialog agreement={agreement} onClose={() => setEntering(false)} />
        </Suspense>
      )}
    </div>
  );
}

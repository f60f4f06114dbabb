/** Student records under an agreement: what was said of them, what lacks, on what they rely, and their end. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import type { Agreement } from "../api";
import { dataTermsQuery } from "./api";
import { DataFacts } from "./data-facts";
import { elementNames } from "./element-names";
import { destructionWords, type DataTerms } from "./words";
import styles from "../agreement.module.css";
import own from "./data.module.css";

/** Needed only by somebody who writes or certifies. */
const TermsDialog = lazy(() => import("./terms-dialog").then((module) => ({ default: module.TermsDialog })));
const CertifyDialog = lazy(() =>
  import("./certify-dialog").then((module) => ({ default: module.CertifyDialog })),
);

type Props = { agreement: Agreement; effectiveOn?: string | undefined };

export function DataSection({ agreement, effectiveOn }: Props) {
  const { t } = useLingui();
  const data = useQuery(dataTermsQuery(agreement.id, effectiveOn)).data;
  const [open, setOpen] = useState<"terms" | "certificate" | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (!data) return null;
  const finish = (words: string) => {
    setOpen(null);
    setDone(words);
  };
  const isData = agreement.type === "data_sharing";
  return (
    <Section heading={t`Student records`} id="student-records">
      <div className={own.parts}>
        {done && (
          <div className={styles.notice}>
            <Notice kind="good" live focus title={done} key={data.version} />
          </div>
        )}
        <Destruction data={data} />
        {isData && <Lacking data={data} />}
        {data.terms && isData && <DataFacts terms={data.terms} agreement={agreement} />}
        <Linked data={data} isData={isData} />
        {data.can_edit && (
          <p data-print="no">
            <Button onClick={() => setOpen("terms")}>
              {data.terms ? <Trans>Change these terms</Trans> : <Trans>Write these terms</Trans>}
            </Button>
          </p>
        )}
        {data.can_certify && (
          <p data-print="no">
            <Button onClick={() => setOpen("certificate")}>
              <Trans>Certify that the records are gone</Trans>
            </Button>
          </p>
        )}
      </div>
      <Suspense>
        {open === "terms" && (
          <TermsDialog
            data={data}
            onClose={() => setOpen(null)}
            onDone={() => finish(t`The terms about student records are saved.`)}
          />
        )}
        {open === "certificate" && (
          <CertifyDialog
            agreement={agreement}
            onClose={() => setOpen(null)}
            onDone={() => finish(t`The certificate is kept.`)}
          />
        )}
      </Suspense>
    </Section>
  );
}

function Destruction({ data }: { data: DataTerms }) {
  const words = destructionWords(data.destruction);
  if (words === null) return null;
  const { state } = data.destruction;
  const isOpen = state === "due" || state === "overdue";
  return (
    <p>
      {isOpen && (
        <StatusTag look={state === "overdue" ? "bad" : "warn"}>
          {state === "overdue" ? <Trans>Overdue</Trans> : <Trans>To be destroyed</Trans>}
        </StatusTag>
      )}{" "}
      {words}
    </p>
  );
}

function Lacking({ data }: { data: DataTerms }) {
  const { t } = useLingui();
  if (data.lacking.length === 0) return null;
  return (
    <div className={styles.notice}>
      <Notice kind="warn" title={t`It does not say everything it has to yet`}>
        <ul>
          {data.lacking.map(({ code, words }) => (
            <li key={code}>{elementNames[code]?.() ?? words}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function Linked({ data, isData }: { data: DataTerms; isData: boolean }) {
  const linked = isData ? data.serves : data.served_by;
  if (linked.length === 0) {
    return (
      <p className={styles.hint}>
        {isData ? (
          <Trans>No agreement of this partner shares student records of these programs yet.</Trans>
        ) : (
          <Trans>No data sharing agreement covers these programs yet, so no records may be shared.</Trans>
        )}
      </p>
    );
  }
  return (
    <div className={own.linked}>
      <h3>{isData ? <Trans>Agreements that rely on it</Trans> : <Trans>It relies on</Trans>}</h3>
      <ul>
        {linked.map(({ id, number, title }) => (
          <li key={id}>
            <Link to="/agreements/$agreementId" params={{ agreementId: id }}>
              {title}
            </Link>{" "}
            {number}
          </li>
        ))}
      </ul>
    </div>
  );
}

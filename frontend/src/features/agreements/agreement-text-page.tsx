/** The agreement as a document, for reading and print: the text that is signed and nothing else. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useSession } from "@/features/auth";
import { dayOf, formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { agreementQuery, textQuery } from "./api";
import { TextNotes } from "./review/text-notes";
import { sectionOf } from "./review/words";
import styles from "./text.module.css";

export function AgreementTextPage({ agreementId }: { agreementId: string }) {
  const { t } = useLingui();
  const me = useSession();
  const text = useSuspenseQuery(textQuery(agreementId)).data;
  const { document, signatures } = text;
  const reviews = useQuery(agreementQuery(agreementId)).data?.reviews ?? [];
  const frozenOn = text.frozen_at ? formatDay(dayOf(text.frozen_at, me.tenant.time_zone), "long") : null;
  return (
    <article className={styles.document}>
      <PageHead
        title={[document.title, t`Full text`, t`Agreements`]}
        trail={
          <div data-print="no">
            <Breadcrumbs here={<Trans>Full text</Trans>}>
              <Link to="/agreements">
                <Trans>Agreements</Trans>
              </Link>
              <Link to="/agreements/$agreementId" params={{ agreementId }}>
                {text.number}
              </Link>
            </Breadcrumbs>
          </div>
        }
        kind={document.subtitle}
        heading={document.title}
        action={
          <div data-print="no" className={styles.actions}>
            <a href={`/api/v1/agreements/${agreementId}/text.pdf`} download={`${text.number}.pdf`}>
              <Trans>Download as PDF</Trans>
            </a>
            <Button icon={Printer} onClick={() => window.print()}>
              <Trans>Print</Trans>
            </Button>
          </div>
        }
      />
      {!text.is_frozen && (
        <div className={styles.notice}>
          <Notice>
            <Trans>Not the final text: this is what would be sent for signature now.</Trans>
          </Notice>
        </div>
      )}
      {document.sections.map((section, place) => (
        <section key={section.heading} className={styles.section}>
          <h2>{section.heading}</h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {section.items.length > 0 && (
            <ul>
              {section.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
          <TextNotes
            reviews={reviews}
            heading={section.heading}
            isFirst={firstPromise(document.sections) === place}
          />
        </section>
      ))}
      <section className={styles.section}>
        <h2>
          <Trans>Signatures</Trans>
        </h2>
        <ul className={styles.signatures}>
          {(["partner", "district"] as const).map((party) => {
            const given = signatures.find((each) => each.party === party);
            return (
              <li key={party}>
                <span className={styles.line}>{given?.name}</span>
                <span>
                  {given ? `${given.title}, ${formatDay(given.signed_on, "long")}` : t`Name, title, day`}
                </span>
                <span className={styles.party}>
                  {party === "partner" ? <Trans>For the partner</Trans> : <Trans>For the district</Trans>}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      <footer className={styles.foot}>
        {frozenOn && (
          <p>
            <Trans>This text was fixed on {frozenOn}.</Trans>
          </p>
        )}
        <p className={styles.hash}>
          <Trans>Fingerprint (SHA-256): {text.sha256}</Trans>
        </p>
        {me.tenant.is_demonstration && (
          <p className={styles.standing}>
            <Trans>
              School figures are published records; partners, needs, agreements and targets are invented.
            </Trans>
          </p>
        )}
      </footer>
    </article>
  );
}

function firstPromise(sections: readonly { heading: string }[]): number {
  return sections.findIndex(({ heading }) => sectionOf(heading) === "promises");
}

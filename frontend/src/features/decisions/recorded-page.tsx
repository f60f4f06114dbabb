/** What was recorded, to read once and to print. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Printer } from "lucide-react";
import type { DecisionsRecorded } from "@/api/gen/types.gen";
import { Button } from "@/ui/actions/button";
import { StatusTag } from "@/ui/data/status-tag";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { NewLink } from "./ended-page";
import { nextOf, recordedOf } from "./words";
import styles from "./decisions.module.css";

export function RecordedPage({ recorded }: { recorded: DecisionsRecorded }) {
  const { t } = useLingui();
  const count = recorded.items.length;
  return (
    <div className={styles.page}>
      <PageHead
        title={[t`Recorded`, t`Decide`]}
        heading={<Plural value={count} one="Your answer is recorded" other="Your # answers are recorded" />}
        lead={
          <Trans>
            By {recorded.person}, by link. The link has ended; you can close this page. Everybody concerned is
            told.
          </Trans>
        }
      />
      <Section heading={<Trans>What was recorded</Trans>} headingHidden>
        <ul className={styles.recorded}>
          {recorded.items.map((item) => (
            <li key={item.id}>
              <h3>{item.title}</h3>
              <p>
                <StatusTag look={item.answer === "yes" ? "done" : "none"}>
                  {item.answer === "yes" ? t`Yes` : t`No`}
                </StatusTag>{" "}
                {recordedOf(item)}
              </p>
              {item.reason && <q>{item.reason}</q>}
              {item.on_behalf_of && (
                <p>
                  <Trans>Delegate for {item.on_behalf_of}</Trans>
                </p>
              )}
              <p className={styles.next}>{nextOf(item)}</p>
              {item.sha256 && (
                <p className={styles.fingerprint}>
                  <Trans>Fingerprint of the text that you signed:</Trans> <code>{item.sha256}</code>
                </p>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {recorded.left > 0 && (
        <Section heading={<Plural value={recorded.left} one="One still waits" other="# still wait" />}>
          <NewLink />
        </Section>
      )}
      <div className={styles.print} data-print="no">
        <Button icon={Printer} onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
      </div>
    </div>
  );
}

/** The first three steps of a thread, each with who decided it and when, and a link to its own page. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ResourceRead, Thread } from "@/api/gen/types.gen";
import { partsWords } from "@/api/spoken/reasons";
import { addressOf } from "@/lib/address";
import { formatDay } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { Also } from "./thread-also";
import { leadAgreement } from "./thread-parts";
import { ThreadStep } from "./thread-step";
import { agreedBy, agreementTitle, signedOn } from "./thread-words";
import styles from "./thread.module.css";

type Props = { thread: Thread };

export function NeedStep({ thread: { needs, decided } }: Props) {
  const [need, ...others] = needs;
  const told = decided.needs.find((each) => each.need_id === need?.id);
  const approver = told?.approved_by;
  return (
    <ThreadStep
      name={<Trans>Need</Trans>}
      on={told?.published_on ?? told?.approved_on}
      stroke="first"
      reached={need !== undefined}
    >
      {need ? (
        <>
          <h2>
            <Link to={addressOf("need", need.id)}>{need.title}</Link>
          </h2>
          <p className={styles.words}>
            {need.rank !== null && <Trans>Number {need.rank} of the school’s needs. </Trans>}
            {need.current_condition}
          </p>
          <p className={styles.by}>
            {approver && <Trans>Approved by {approver}. </Trans>}
            {need.evidence[0]?.statement}
          </p>
          <Also
            links={others.map((each) => ({
              key: each.id,
              to: addressOf("need", each.id),
              words: each.title,
            }))}
          />
        </>
      ) : (
        <p>
          <Trans>No published need is linked to it yet.</Trans>
        </p>
      )}
    </ThreadStep>
  );
}

export function PartnerStep({ thread: { partnership, partner, decided } }: Props) {
  const { program, schedule, place } = partnership;
  const chosen = partnership.needs.find((need) => need.fit_words !== null);
  const fit = chosen?.fit_said ? partsWords(chosen.fit_said) : chosen?.fit_words;
  const meets = [schedule, place].filter(Boolean).join(", ");
  return (
    <ThreadStep name={<Trans>Partner</Trans>} on={decided.started_on} stroke="joins" reached>
      <h2>
        <Link to={addressOf("partner", partner.id)}>
          {partner.name}, {program.name}
        </Link>
      </h2>
      <p className={styles.words}>
        {fit && `${fit}. `}
        {meets ? `${meets}.` : <Trans>When it meets is not known.</Trans>}
      </p>
      <p className={styles.by}>
        {decided.started_by && <Trans>Started by {decided.started_by}. </Trans>}
        {partner.vetting_expires_on && (
          <Trans>Approved to work with schools until {formatDay(partner.vetting_expires_on, "long")}.</Trans>
        )}
      </p>
    </ThreadStep>
  );
}

export function AgreementStep({ thread }: Props) {
  const { partnership, agreements } = thread;
  const { cleared, cleared_through: through } = partnership.clearance;
  const agreement = leadAgreement(agreements);
  const here = partnership.school.id;
  return (
    <ThreadStep
      name={<Trans>Agreement</Trans>}
      on={agreement && signedOn(agreement)}
      stroke="both"
      reached={agreement !== undefined}
    >
      {agreement ? (
        <>
          <h2>
            <Link to={addressOf("agreement", agreement.id)}>{agreementTitle(agreement)}</Link>
          </h2>
          <p className={styles.words}>
            <Gives from="partner" resources={agreement.resources} schoolId={here} />
            <Gives from="school" resources={agreement.resources} schoolId={here} />
          </p>
          <p className={styles.by}>
            {agreedBy(agreement, here)}{" "}
            {cleared ? (
              through ? (
                <Trans>Cleared to work here until {formatDay(through, "long")}.</Trans>
              ) : (
                <Trans>Cleared to work here.</Trans>
              )
            ) : (
              <Trans>Not cleared to work here.</Trans>
            )}
          </p>
          <Also
            links={agreements
              .filter((each) => each.id !== agreement.id)
              .map((each) => ({ key: each.id, to: addressOf("agreement", each.id), words: each.title }))}
          />
        </>
      ) : (
        <p>
          <Trans>No agreement covers it yet.</Trans>
        </p>
      )}
    </ThreadStep>
  );
}

type GivesProps = { from: "partner" | "school"; resources: readonly ResourceRead[]; schoolId: string };

/** The first thing that a side promised here, and whether it came. */
function Gives({ from, resources, schoolId }: GivesProps): ReactNode {
  const promise = resources.find(
    ({ party, school }) => party === from && (school === null || school.id === schoolId),
  );
  if (!promise) return null;
  const { text, delivered_on: delivered, promised_by_on: promised } = promise;
  return (
    <>
      {from === "partner" ? (
        <Trans>The partner gives: {text}</Trans>
      ) : (
        <Trans>The school gives: {text}</Trans>
      )}
      {delivered === null && promised !== null ? (
        <Trans> (promised by {formatDay(promised, "short")}, not delivered yet). </Trans>
      ) : (
        ". "
      )}
    </>
  );
}

/** What a paper says, and its scans. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useSession } from "@/features/auth";
import { formatDay, formatInstant } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { formatMoney, formatNumber } from "@/lib/numbers";
import { SummaryList } from "@/ui/data/summary-list";
import { Section } from "@/ui/page/section";
import type { Paper } from "./api";
import { has } from "./paper-draft";
import { fieldLabel } from "./paper-words";
import { coverageName } from "./words";
import styles from "./partner.module.css";

export function PaperFacts({ paper }: { paper: Paper }) {
  const { t } = useLingui();
  const unknown = <Trans>Not entered</Trans>;
  const own: (readonly [string, ReactNode])[] = [];
  if (has(paper, "coverage"))
    own.push([fieldLabel("coverage"), paper.coverage ? coverageName(paper.coverage) : unknown]);
  if (has(paper, "carrier")) own.push([fieldLabel("carrier"), paper.carrier ?? unknown]);
  if (has(paper, "policy_number")) own.push([fieldLabel("policy_number"), paper.policy_number ?? unknown]);
  if (has(paper, "limit_each")) {
    own.push([fieldLabel("limit_each"), paper.limit_each ? formatMoney(paper.limit_each) : unknown]);
    own.push([
      fieldLabel("limit_aggregate"),
      paper.limit_aggregate ? formatMoney(paper.limit_aggregate) : unknown,
    ]);
  }
  if (has(paper, "names_district"))
    own.push([
      t`Additional insured`,
      paper.names_district ? t`The district is named` : t`The district is not named`,
    ]);
  own.push([
    fieldLabel("effective_on"),
    paper.effective_on ? formatDay(paper.effective_on, "long") : unknown,
  ]);
  own.push([
    fieldLabel("expires_on"),
    paper.expires_on ? formatDay(paper.expires_on, "long") : t`No last day`,
  ]);
  own.push([fieldLabel("program_id"), paper.program?.name ?? t`All programs`]);
  if (paper.schools.length > 0) own.push([t`Only at`, listOf(paper.schools.map(({ name }) => name))]);
  if (paper.submitted_on) own.push([t`Handed in`, by(paper.submitted_on, paper.submitted_by)]);
  if (paper.signed_as) {
    const { signed_as: former, partner } = paper;
    own.push([t`Handed in as`, t`${former}, now ${partner.name}`]);
  }
  if (paper.reviewed_on) own.push([t`Looked at`, by(paper.reviewed_on, paper.reviewed_by)]);
  if (paper.withdrawn_on) own.push([t`Taken back`, formatDay(paper.withdrawn_on, "long")]);
  if (paper.note) own.push([fieldLabel("note"), paper.note]);
  return (
    <Section heading={t`What it says`}>
      <SummaryList facts={own.map(([term, value]) => ({ key: term, term, value }))} />
    </Section>
  );
}

function by(day: string, who: Paper["submitted_by"]): string {
  const on = formatDay(day, "long");
  return who ? `${on}, ${who.name}` : on;
}

export function PaperScans({ paper }: { paper: Paper }) {
  const { t } = useLingui();
  const me = useSession();
  return (
    <Section heading={t`Scans`}>
      {paper.documents.length === 0 ? (
        <p className={styles.quiet}>
          <Trans>No scan is attached yet.</Trans>
        </p>
      ) : (
        <ul className={`${styles.papers} ${styles.files}`}>
          {paper.documents.map((scan) => (
            <li key={scan.id}>
              <a href={`/api/v1/papers/${paper.id}/documents/${scan.id}`} download={scan.name}>
                {scan.name}
              </a>{" "}
              <small>
                {scanSize(scan.size)}, {formatInstant(scan.uploaded_at, me.tenant.time_zone)}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** “1.4 MB”, “220 KB” */
function scanSize(bytes: number): string {
  return bytes >= 1_000_000
    ? `${formatNumber(bytes / 1_000_000)} MB`
    : `${formatNumber(Math.max(1, bytes / 1000), 0)} KB`;
}

/** The schools, one by one, each with its principal's word. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useState } from "react";
import type { PartnershipItem } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { can } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { LinkButton } from "@/ui/actions/link-button";
import { StatusTag } from "@/ui/data/status-tag";
import { Section } from "@/ui/page/section";
import { underAgreementQuery, type Agreement, type SchoolAnswer } from "./api";
import { near } from "./days";
import { countSchools } from "./findings";
import styles from "./agreement.module.css";

const few = 12;

export function SchoolsSection({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const [isWhole, setWhole] = useState(false);
  const { named, confirmed, pending } = countSchools(agreement);
  const shown = isWhole ? agreement.schools : agreement.schools.slice(0, few);
  const rest = named - shown.length;
  const mayFollow = can(useSession(), "partnerships:read");
  const under = useQuery({ ...underAgreementQuery(agreement.id), enabled: mayFollow }).data?.items ?? [];
  return (
    <Section
      side
      heading={agreement.is_district_wide ? t`The whole district` : t`Schools, one by one`}
      note={
        agreement.is_district_wide ? (
          <Trans>It covers every school of the district. A school joins by its principal’s word.</Trans>
        ) : named === 0 ? (
          <Trans>No school is named yet.</Trans>
        ) : agreement.origin === "recorded" ? (
          <Plural
            value={named}
            one="# school, as the signed paper says."
            other="# schools, as the signed paper says."
          />
        ) : (
          <>
            <Trans>
              {confirmed} of {named} confirmed.
            </Trans>{" "}
            {pending > 0 && named > 1 && <Trans>A school that says no does not hold up the others.</Trans>}
          </>
        )
      }
    >
      <ul className={styles.schools}>
        {shown.map((answer) => (
          <SchoolRow
            key={answer.school.id}
            answer={answer}
            programs={under.filter(({ school }) => school.id === answer.school.id)}
            isDraft={agreement.status === "draft"}
            day={agreement.as_of}
          />
        ))}
      </ul>
      {rest > 0 && (
        <LinkButton onClick={() => setWhole(true)}>
          <Plural value={rest} one="Show # more school" other="Show # more schools" />
        </LinkButton>
      )}
    </Section>
  );
}

type RowProps = { answer: SchoolAnswer; programs: readonly PartnershipItem[]; isDraft: boolean; day: string };

function SchoolRow({ answer, programs, isDraft, day }: RowProps) {
  const { t } = useLingui();
  const isMine =
    answer.confirmation === "pending" &&
    answer.allowed_moves.some((each) => each.move === "confirm" && each.needs.length === 0);
  const who = answer.confirmed_by?.name;
  const on = answer.confirmed_on ? near(answer.confirmed_on, day) : null;
  return (
    <li className={clsx(isMine && styles.mine)}>
      <h3>
        <Link to="/schools/$schoolId" params={{ schoolId: answer.school.id }}>
          {answer.school.name}
        </Link>
      </h3>
      <p>
        {isMine ? (
          <Trans>Waiting for you</Trans>
        ) : isDraft ? (
          <Trans>Asked once it is sent for review</Trans>
        ) : answer.confirmation === "pending" ? (
          <Trans>Waiting for its principal</Trans>
        ) : (
          [who, on].filter(Boolean).join(", ")
        )}
      </p>
      {answer.reason && <q>{answer.reason}</q>}
      {programs.map(({ id, program }) => (
        <p key={id}>
          <Link
            to="/partnerships/$partnershipId/thread"
            params={{ partnershipId: id }}
            aria-label={t`Thread of ${program.name} at ${answer.school.name}`}
          >
            <Trans>Thread of {program.name}</Trans>
          </Link>
        </p>
      ))}
      <div className={styles.word}>
        {answer.confirmation === "confirmed" ? (
          <StatusTag look="done">{t`Confirmed`}</StatusTag>
        ) : answer.confirmation === "declined" ? (
          <StatusTag look="none">{t`Declined`}</StatusTag>
        ) : isDraft ? (
          <StatusTag look="none">{t`Not asked yet`}</StatusTag>
        ) : (
          <StatusTag look="review">{t`Waiting`}</StatusTag>
        )}
      </div>
    </li>
  );
}

/** What is missing before programs may work, who acts, by when: the same list for everybody. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { Blockers } from "@/ui/lists/blockers";
import { Section } from "@/ui/page/section";
import type { Agreement } from "./api";
import { near } from "./days";
import { blockerName } from "./needs";
import { capital, whoActs } from "./who";

const over = new Set<Agreement["status"]>(["terminated", "rejected", "withdrawn", "superseded"]);

export function BlockersSection({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const me = useSession();
  if (over.has(agreement.status)) return null;
  const heading =
    agreement.status === "executed" ? t`What is still missing` : t`What has to happen before it is in force`;
  if (agreement.blockers.length === 0) {
    return (
      <Section heading={t`Nothing is missing`}>
        <p>
          <Trans>
            It is in force to {formatDay(agreement.ends_on, "long")}, that day included. Each program still
            needs its own clearance at each school.
          </Trans>
        </p>
      </Section>
    );
  }
  return (
    <Section heading={heading}>
      <Blockers
        caption={heading}
        blockers={agreement.blockers.map((blocker) => ({
          key: `${blocker.code}${blocker.school?.id ?? ""}`,
          missing: blockerName(blocker),
          who:
            blocker.who.party === null
              ? t`Nobody; it only takes time`
              : capital(whoActs(blocker.who, me.person?.name)),
          by: byWhen(blocker.due_on, agreement),
        }))}
        shownTo={<Trans>The same list is shown to the partner, the school and the office.</Trans>}
      />
    </Section>
  );
}

/** A step without a day of its own has until the first day, if the agreement is to start on time. */
function byWhen(due: string | null, agreement: Agreement): string | undefined {
  const day = due ?? (agreement.starts_on > agreement.as_of ? agreement.starts_on : null);
  return day === null ? undefined : near(day, agreement.as_of);
}

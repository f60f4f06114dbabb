/** Whether the program may work there, else what keeps it out, who acts and by when: the same list for everybody. */
import { Trans, useLingui } from "@lingui/react/macro";
import { reasonWords } from "@/api/spoken/reasons";
import { useSession } from "@/features/auth";
import { restWords, unknownWords } from "@/features/schools";
import { formatDay } from "@/lib/dates";
import { can, partnerOf } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { Blockers } from "@/ui/lists/blockers";
import { Section } from "@/ui/page/section";
import type { Partnership } from "./api";
import { RecordsSection } from "./records-section";
import { whoActs } from "./words";
import styles from "./partnership.module.css";

export function ClearanceSection({ partnership }: { partnership: Partnership }) {
  const { t } = useLingui();
  const me = useSession().person?.name;
  const { clearance, stage } = partnership;
  if (stage === "ended" || stage === "not_a_fit") return null;
  if (clearance.cleared) {
    const through = clearance.cleared_through ? formatDay(clearance.cleared_through, "long") : null;
    return (
      <Section heading={t`Nothing is missing`}>
        <Season partnership={partnership} />
        <p>
          <Trans>
            The partner is approved, an agreement in force covers program and school, and the principal has
            confirmed. Papers and background checks are in order.
          </Trans>{" "}
          {through && <Trans>With what is there today it stays so until {through}, that day included.</Trans>}
        </p>
        <RecordsSection partnership={partnership} />
        <PapersDue partnership={partnership} />
      </Section>
    );
  }
  return (
    <Section heading={t`What keeps the program out`}>
      <Season partnership={partnership} />
      <Blockers
        caption={t`What keeps the program out`}
        blockers={clearance.blockers.map((blocker) => ({
          key: blocker.code + blocker.words,
          missing: reasonWords(blocker.said),
          who: whoActs(blocker.who, me),
          ...(blocker.due_on && { by: formatDay(blocker.due_on) }),
        }))}
        shownTo={<Trans>The same list is shown to the partner, the school and the office.</Trans>}
      />
      {partnership.clearance.blockers.some(({ about }) => about) &&
        partnership.clearance.papers_due.length === 0 && <PapersLink partnership={partnership} />}
      <RecordsSection partnership={partnership} />
      <PapersDue partnership={partnership} />
    </Section>
  );
}

/** Whether it runs on the day at all: nothing to be mended. */
function Season({ partnership: { clearance } }: { partnership: Partnership }) {
  const words = restWords(clearance.runs);
  if (words !== null) {
    return (
      <p>
        {words}{" "}
        {clearance.cleared ? (
          <Trans>It may not enter on this day, and nothing has to be done about that.</Trans>
        ) : (
          <Trans>It may not enter on this day; what is listed here nobody misses before it runs again.</Trans>
        )}
      </p>
    );
  }
  const unknown = unknownWords(clearance.runs);
  return unknown && <p>{unknown}</p>;
}

/** Where papers are handed in: the partner’s own page, or the district’s view of it. */
function PapersLink({ partnership }: { partnership: Partnership }) {
  const me = useSession();
  const own = partnerOf(me);
  if (own !== null) {
    return (
      <p>
        <Link to="/papers">
          <Trans>Open our papers</Trans>
        </Link>
      </p>
    );
  }
  if (!can(me, "papers:read")) return null;
  return (
    <p>
      <Link to="/partners/$partnerId/papers" params={{ partnerId: partnership.partner.id }}>
        <Trans>Open the papers of {partnership.partner.name}</Trans>
      </Link>
    </p>
  );
}

/** Papers that keep nobody out yet, and from which day they would. */
function PapersDue({ partnership }: { partnership: Partnership }) {
  const { papers_due: due } = partnership.clearance;
  if (due.length === 0) return null;
  return (
    <>
      <ul className={styles.due}>
        {due.map((paper) => (
          <li key={paper.requirement_id}>
            <Trans>
              {reasonWords(paper.said)} It keeps nobody out before {formatDay(paper.due_on, "long")}.
            </Trans>
          </li>
        ))}
      </ul>
      <PapersLink partnership={partnership} />
    </>
  );
}

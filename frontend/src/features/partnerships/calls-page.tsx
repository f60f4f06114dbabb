/** Whom to call so that the programs at work are cleared on a day: one line for each person, then what they can mend. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { reasonWords } from "@/api/spoken/reasons";
import { useSession } from "@/features/auth";
import { listOf } from "@/lib/lists";
import { formatPhone } from "@/lib/phone";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { DayDial } from "@/ui/page/day-dial";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { notClearedQuery } from "./api";
import { callsFinding, callsOf, type Call, type CallCase } from "./calls";
import styles from "./calls.module.css";

/** Names of more schools than these are a list of their own. */
const most = 12;

export function CallsPage({ effectiveOn }: { effectiveOn?: string | undefined }) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const navigate = useNavigate();
  const items = useSuspenseQuery(notClearedQuery(effectiveOn)).data;
  const calls = callsOf(items);
  const on = effectiveOn ? { effective_on: effectiveOn } : {};
  return (
    <>
      <PageHead
        title={[t`Whom to call`, t`Partnerships`]}
        trail={
          <Breadcrumbs here={t`Whom to call`}>
            <Link to="/partnerships" search={on}>
              <Trans>Partnerships</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={callsFinding(items, calls, effectiveOn ?? today, today)}
        lead={
          <Trans>
            Programs at work that may not go on, by the person who can mend it. Programs that do not run on
            the day are left out. Choose a later day to be early.
          </Trans>
        }
        asOf={
          <DayDial
            day={effectiveOn ?? today}
            today={today}
            onChange={(day) =>
              void navigate({
                to: "/partnerships/calls",
                search: day ? { effective_on: day } : {},
                replace: true,
              })
            }
          />
        }
        action={
          items.length > 0 && (
            <Button icon={Printer} data-print="no" onClick={() => window.print()}>
              <Trans>Print</Trans>
            </Button>
          )
        }
      />
      {items.length === 0 && (
        <EmptyState title={<Trans>Nobody to call.</Trans>}>
          <Trans>Papers, agreements and checks are in order on this day. Try another day.</Trans>
        </EmptyState>
      )}
      {calls.people.length > 0 && (
        <Section heading={<Trans>People to call</Trans>}>
          <ul className={styles.people}>
            {calls.people.map((call) => (
              <Person key={call.key} call={call} />
            ))}
          </ul>
        </Section>
      )}
      <Others heading={<Trans>Whom to call is not known</Trans>} cases={calls.unnamed} />
      <Others heading={<Trans>For the district itself</Trans>} cases={calls.district} />
      <Others heading={<Trans>Only time has to pass</Trans>} cases={calls.waiting} />
    </>
  );
}

function Person({ call: { person, organizations, cases } }: { call: Call }) {
  return (
    <li>
      <div className={styles.head}>
        <h3>{person.name}</h3>
        {person.phone && (
          <a href={`tel:${person.phone.replace(/[^\d+]/g, "")}`}>{formatPhone(person.phone)}</a>
        )}
        {person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}
      </div>
      <p className={styles.quiet}>
        {listOf(organizations)}, <Plural value={cases.length} one="# program" other="# programs" />
      </p>
      <Cases cases={cases} />
    </li>
  );
}

function Others({ heading, cases }: { heading: ReactNode; cases: readonly CallCase[] }) {
  if (cases.length === 0) return null;
  return (
    <Section heading={heading}>
      <Cases cases={cases} />
    </Section>
  );
}

/** What is missing is said once, with every program and school that waits for it. */
function Cases({ cases }: { cases: readonly CallCase[] }) {
  const missing = new Map<string, CallCase["partnership"][]>();
  for (const { partnership, blockers } of cases) {
    for (const blocker of blockers) {
      const words = reasonWords(blocker.said);
      missing.set(words, [...(missing.get(words) ?? []), partnership]);
    }
  }
  return (
    <ul className={styles.missing}>
      {[...missing].map(([words, where]) => (
        <li key={words}>
          {words}
          {where.length > most ? <Many where={where} /> : <Few where={where} />}
        </li>
      ))}
    </ul>
  );
}

type WhereProps = { where: readonly CallCase["partnership"][] };

function Few({ where }: WhereProps) {
  return byProgram(where).map(([program, schools]) => (
    <p key={program}>
      <Trans>{program} at</Trans>{" "}
      {schools.map((each, place) => (
        <span key={each.id}>
          {place > 0 && ", "}
          <Link to="/partnerships/$partnershipId" params={{ partnershipId: each.id }}>
            {each.school.name}
          </Link>
        </span>
      ))}
    </p>
  ));
}

/** What waits at so many schools is counted; its list is one step away. */
function Many({ where }: WhereProps) {
  const { today } = useSession().tenant;
  const partners = new Set(where.map(({ partner }) => partner.id));
  const [only] = partners.size === 1 ? partners : [];
  const day = where[0]?.effective_on;
  return (
    <p>
      <Link
        to="/partnerships"
        search={{
          at_work: true,
          cleared: false,
          runs: true,
          ...(only && { partner: only }),
          ...(day && day !== today && { effective_on: day }),
        }}
      >
        <Plural
          value={new Set(where.map(({ school }) => school.id)).size}
          one="All of them, at # school"
          other="All of them, at # schools"
        />
      </Link>
    </p>
  );
}

/** The programs that wait for the same thing, each with its schools. */
function byProgram(where: readonly CallCase["partnership"][]): [string, CallCase["partnership"][]][] {
  const found = new Map<string, CallCase["partnership"][]>();
  for (const each of where) found.set(each.program.name, [...(found.get(each.program.name) ?? []), each]);
  return [...found];
}

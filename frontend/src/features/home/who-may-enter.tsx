/**
 * Who may enter a school on the day, by time, with the names that are known. Programs that may not enter are not in the list;
 * a line below says which, why, and whom to call.
 */
import { t } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useId } from "react";
import type { EntryRead } from "@/api/gen/types.gen";
import { reasonWords } from "@/api/spoken/reasons";
import { restWords } from "@/features/schools";
import { addressOf } from "@/lib/address";
import { formatClock } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { Link } from "@/ui/actions/link";
import { Icon } from "@/ui/icon";
import { Disclosure } from "@/ui/page/disclosure";
import { entriesQuery } from "./api";
import { Arriving } from "./arriving";
import { Call } from "./call";
import { door, type Door } from "./door";
import styles from "./who-may-enter.module.css";

type Props = { schoolId: string; effectiveOn?: string | undefined; level: 2 | 3 };

export function WhoMayEnter({ schoolId, effectiveOn, level }: Props) {
  const { t: say } = useLingui();
  const query = useQuery(entriesQuery(schoolId, effectiveOn));
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <Arriving query={query} label={say`Loading who may enter`}>
      {(list) => {
        const at = door(list);
        return (
          <section aria-labelledby={id} className={styles.school}>
            <Heading id={id}>{list.school.name}</Heading>
            {at.timed.length > 0 ? (
              <ul className={styles.list}>
                {at.timed.map((entry) => (
                  <Row key={entry.id} entry={entry} />
                ))}
              </ul>
            ) : (
              <p className={styles.quiet}>
                <Trans>Nobody is expected at a known time.</Trans>
              </p>
            )}
            <More at={at} />
            <NotIn at={at} />
          </section>
        );
      }}
    </Arriving>
  );
}

function Row({ entry, other }: { entry: EntryRead; other?: boolean }) {
  return (
    <li>
      <span className={styles.time}>
        {entry.start_time !== null && !other && (
          <time dateTime={entry.start_time.slice(0, 5)}>{formatClock(entry.start_time)}</time>
        )}
      </span>
      <div>
        {entry.people.length > 0 && <b>{namesOf(entry)}</b>}
        <Link to={addressOf("partnership", entry.id)} className={styles.partner}>
          {entry.partner.name}
        </Link>
        <span>
          {entry.program.name}
          {entry.place && `, ${entry.place}`}
        </span>
        {other && <span>{entry.schedule ?? <Trans>Days and times not known</Trans>}</span>}
        <Call person={entry.partner_lead} />
      </div>
    </li>
  );
}

/** “Imani Brooks and Ben Castellanos”, and whether they may only come with somebody beside them. */
function namesOf({ people }: EntryRead): string {
  const names = listOf(people.map(({ name }) => name));
  return people.some(({ with_staff: withStaff }) => withStaff)
    ? t`${names}, only with somebody of the school beside them`
    : names;
}

/** The others who are cleared: folded on the screen, open on paper. */
function More({ at: { untimed, others } }: { at: Door }) {
  const more = [...untimed, ...others];
  if (more.length === 0) return null;
  return (
    <Disclosure
      summary={
        <Plural
          value={more.length}
          one="# more is cleared, on another day or at no set time"
          other="# more are cleared, on other days or at no set time"
        />
      }
    >
      <ul className={styles.list}>
        {more.map((entry) => (
          <Row key={entry.id} entry={entry} other />
        ))}
      </ul>
    </Disclosure>
  );
}

/** Who may not enter, each with its reason and whom to call; then, in one line, what does not run on the day. */
export function NotIn({ at: { kept, resting } }: { at: Door }) {
  return (
    <>
      {kept.map((entry) => (
        <Kept key={entry.id} entry={entry} />
      ))}
      {resting.length > 0 && (
        <Disclosure
          summary={
            <Plural
              value={resting.length}
              one="# program does not run on this day"
              other="# programs do not run on this day"
            />
          }
        >
          <ul className={styles.list}>
            {resting.map((entry) => (
              <li key={entry.id}>
                <div>
                  <Link to={addressOf("partnership", entry.id)} className={styles.partner}>
                    {entry.partner.name}
                  </Link>
                  <span>{entry.program.name}</span>
                  <span>{restWords(entry.runs)}</span>
                </div>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Kept({ entry }: { entry: EntryRead }) {
  const partner = entry.partner.name;
  const program = entry.program.name;
  return (
    <div className={styles.kept}>
      <Icon of={TriangleAlert} className={styles.warn} />
      <p>
        <Trans>
          {program} of {partner} may not enter.
        </Trans>{" "}
        {entry.said[0] && reasonWords(entry.said[0])}{" "}
        <Call person={entry.partner_lead ?? entry.coordinator} inline />
      </p>
    </div>
  );
}

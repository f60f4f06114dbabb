/** Who may enter a school on the day, by name; below it who may not, why, and whom to call. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { addressOf } from "@/lib/address";
import { formatClock } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { entriesQuery } from "./api";
import { Arriving } from "./arriving";
import { door } from "./door";
import { visitorsOf, type Visitor } from "./door-people";
import { NotIn } from "./who-may-enter";
import styles from "./who-may-enter.module.css";

type Props = { schoolId: string; effectiveOn?: string | undefined };

export function DoorNames({ schoolId, effectiveOn }: Props) {
  const { t } = useLingui();
  const query = useQuery(entriesQuery(schoolId, effectiveOn));
  const id = useId();
  const columns: readonly Column<Visitor>[] = [
    { id: "name", header: t`Name`, cell: (visitor) => <Name visitor={visitor} /> },
    {
      id: "for",
      header: t`Comes for`,
      cell: ({ entry, person }) =>
        person === null ? (
          entry.program.name
        ) : (
          <>
            <Link to={addressOf("partnership", entry.id)}>{entry.partner.name}</Link>
            <small>{entry.program.name}</small>
          </>
        ),
    },
    { id: "when", header: t`When`, cell: ({ entry }) => <When entry={entry} /> },
    { id: "where", header: t`Where`, cell: ({ entry }) => entry.place ?? t`Not said` },
  ];
  return (
    <Arriving query={query} label={t`Loading who may enter`}>
      {(list) => {
        const visitors = visitorsOf(list);
        return (
          <section aria-labelledby={id} className={styles.school}>
            <h2 id={id}>{list.school.name}</h2>
            {visitors.length > 0 ? (
              <DataTable
                caption={t`Who may enter ${list.school.name}, by name`}
                captionHidden
                compact
                columns={columns}
                rows={visitors}
                rowKey={({ key }) => key}
                group={{ of: groupOf, heading: (key, count) => <GroupHeading group={key} count={count} /> }}
              />
            ) : (
              <p className={styles.quiet}>
                <Trans>Nobody may enter on this day.</Trans>
              </p>
            )}
            <NotIn at={door(list)} />
          </section>
        );
      }}
    </Arriving>
  );
}

const groupOf = ({ person }: Visitor) => (person === null ? "unnamed" : "named");

function GroupHeading({ group, count }: { group: string; count: number }) {
  return group === "named" ? (
    <Plural value={count} one="# person, by name" other="# people, by name" />
  ) : (
    <Plural
      value={count}
      one="# program may enter, with no names on its staff list"
      other="# programs may enter, with no names on their staff lists"
    />
  );
}

function Name({ visitor: { person, entry } }: { visitor: Visitor }) {
  if (person === null) return <Link to={addressOf("partnership", entry.id)}>{entry.partner.name}</Link>;
  return (
    <>
      {person.name}
      {person.title && <small>{person.title}</small>}
      {person.with_staff && (
        <small>
          <Trans>Only with somebody of the school beside them</Trans>
        </small>
      )}
    </>
  );
}

function When({ entry }: { entry: Visitor["entry"] }) {
  if (entry.start_time !== null && entry.meets_that_day === true) return formatClock(entry.start_time);
  const usual = entry.schedule;
  if (entry.meets_that_day === false)
    return usual ? <Trans>Not on this day. {usual}</Trans> : <Trans>Not on this day</Trans>;
  return usual ?? <Trans>Days and times not known</Trans>;
}

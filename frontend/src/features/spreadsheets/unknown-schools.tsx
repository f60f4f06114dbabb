/** Names of schools that nobody knows: say which school is meant, and it is known from then on. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@/ui/actions/button";
import { Section } from "@/ui/page/section";
import type { Acting, Outcome } from "./api";
import styles from "./import.module.css";

type Props = { unknown: Outcome["unknown_schools"]; act: Acting };

export function UnknownSchools({ unknown, act }: Props) {
  const { t } = useLingui();
  if (unknown.length === 0) return null;
  return (
    <Section
      id="know"
      heading={
        <Plural
          value={unknown.length}
          one="# name of a school is not known"
          other="# names of schools are not known"
        />
      }
      note={<Trans>Choose the school that is meant. The name is kept, also for the next file.</Trans>}
    >
      <ul className={styles.list}>
        {unknown.map(({ said, rows, proposals }) => (
          <li key={said}>
            <strong>{said}</strong>
            <small>
              <Plural value={rows.length} one="in # row" other="in # rows" />
            </small>
            <div className={styles.decide}>
              {proposals.map((school) => (
                <Button
                  key={school.id}
                  small
                  aria-label={t`${said} is ${school.name}`}
                  onClick={() => act.mutate({ kind: "know", school: school.id, name: said })}
                  working={
                    act.isPending &&
                    act.variables.kind === "know" &&
                    act.variables.name === said &&
                    act.variables.school === school.id ? (
                      <Trans>Keeping the name…</Trans>
                    ) : undefined
                  }
                >
                  {school.name}
                </Button>
              ))}
              {proposals.length === 0 && (
                <span className={styles.quiet}>
                  <Trans>No school has a name like this. Mend it in your list.</Trans>
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

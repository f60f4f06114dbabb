/** Home of teachers and the front office: who may enter their school on the day. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { plural } from "@lingui/core/macro";
import { useQueries } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useSession } from "@/features/auth";
import { Button } from "@/ui/actions/button";
import { entriesQuery } from "./api";
import { door } from "./door";
import { HomeHead } from "./home-head";
import { WhoMayEnter } from "./who-may-enter";
import styles from "./who-may-enter.module.css";

type Props = { schools: readonly string[]; effectiveOn?: string | undefined };

export function DoorHome({ schools, effectiveOn }: Props) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const asked = useQueries({ queries: schools.map((school) => entriesQuery(school, effectiveOn)) });
  const doors = asked.flatMap((query) => (query.data ? [door(query.data)] : []));
  const expected = doors.reduce((sum, at) => sum + at.timed.length, 0);
  const unset = doors.reduce((sum, at) => sum + at.untimed.length, 0);
  const isKnown = doors.length === schools.length;
  return (
    <>
      <HomeHead
        finding={
          !isKnown
            ? t`Who may enter your school`
            : plural(expected, {
                0: "No program is expected at a set time.",
                1: "One program is expected at a set time.",
                2: "Two programs are expected at set times.",
                3: "Three programs are expected at set times.",
                other: "# programs are expected at set times.",
              })
        }
        lead={
          isKnown && (
            <Plural
              value={unset}
              _0="Whoever is not in the list below is not cleared: call the office before you let them in."
              one="# more is cleared and comes at no set time. Whoever is not in the list is not cleared."
              other="# more are cleared and come at no set time. Whoever is not in the list is not cleared."
            />
          )
        }
        day={effectiveOn ?? today}
      />
      <div className={styles.wide}>
        {schools.map((school) => (
          <WhoMayEnter key={school} schoolId={school} effectiveOn={effectiveOn} level={2} />
        ))}
      </div>
      <div className={styles.act}>
        <Button icon={Printer} onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
      </div>
    </>
  );
}

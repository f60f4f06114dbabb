/** Who may enter, in the column that is looked at during the day; printed alone for the front office. */
import { Trans } from "@lingui/react/macro";
import { Printer } from "lucide-react";
import { useId } from "react";
import { useSession } from "@/features/auth";
import { type Day, formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { doorSearch } from "./search";
import { WhoMayEnter } from "./who-may-enter";
import styles from "./who-may-enter.module.css";

type Props = {
  schools: readonly string[];
  day: Day;
  effectiveOn?: string | undefined;
  onPrint: () => void;
};

export function DoorBox({ schools, day, effectiveOn, onPrint }: Props) {
  const { today } = useSession().tenant;
  const id = useId();
  return (
    <section className={styles.box} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>
          {day === today ? (
            <Trans>Who may enter today</Trans>
          ) : (
            <Trans>Who may enter on {formatDay(day, "weekday")}</Trans>
          )}
        </h2>
      </div>
      {schools.map((school) => (
        <div key={school} className={styles.school}>
          <WhoMayEnter schoolId={school} effectiveOn={effectiveOn} level={3} />
          <p className={styles.quiet} data-print="no">
            <Link
              to="/schools/$schoolId/door"
              params={{ schoolId: school }}
              search={doorSearch(effectiveOn, "name")}
            >
              <Trans>All by name, and the list for a visitor system</Trans>
            </Link>
          </p>
        </div>
      ))}
      <div className={styles.act}>
        <Button small icon={Printer} onClick={onPrint}>
          <Trans>Print for the front office</Trans>
        </Button>
      </div>
    </section>
  );
}

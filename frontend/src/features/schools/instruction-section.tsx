/** When school is in session, year by year; the district office changes it in a dialog. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { Day } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { SummaryList } from "@/ui/data/summary-list";
import { Section } from "@/ui/page/section";
import { instructionDaysQuery } from "./instruction-api";
import { yearName, yearWords } from "./instruction-draft";
import styles from "./instruction.module.css";

const InstructionDialog = lazy(() =>
  import("./instruction-dialog").then((module) => ({ default: module.InstructionDialog })),
);

export function InstructionSection({ today }: { today: Day }) {
  const { t } = useLingui();
  const days = useSuspenseQuery(instructionDaysQuery()).data;
  const [isOpen, setOpen] = useState(false);
  // years that are over and were never entered say nothing to anybody
  const shown = days.years.filter(({ ends_on: end, first_day_on: first }) => end >= today || first !== null);
  return (
    <Section
      heading={t`When school is in session`}
      note={
        <Trans>
          The first and last day of instruction. Outside them lies the summer: programs that do not run then
          may not enter, and nobody is called about them.
        </Trans>
      }
    >
      <SummaryList
        facts={shown.map((year) => ({
          key: year.label,
          term: yearName(year.label),
          value: yearWords(year),
        }))}
      />
      {days.can_edit && (
        <div className={styles.act}>
          <Button onClick={() => setOpen(true)}>
            <Trans>Change the days of instruction</Trans>
          </Button>
        </div>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <InstructionDialog days={days} today={today} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  );
}

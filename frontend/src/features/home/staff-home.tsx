/** Home of the office, reviewers, signatories, principals and coordinators: tasks, and beside them the day. */
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { flushSync } from "react-dom";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Columns } from "@/ui/page/section";
import { tasksQuery } from "./api";
import { DoorBox } from "./door-box";
import { FiguresSection } from "./figures-section";
import { attention, countTasks, remainder } from "./findings";
import { HomeHead } from "./home-head";
import { MyPartners } from "./my-partners";
import { OtherDistricts } from "./other-districts";
import { TaskGroups } from "./task-groups";
import { UnfinishedImports } from "./unfinished-imports";
import styles from "./staff-home.module.css";

type Props = {
  /** The reader's own schools; none for the office. */
  schools: readonly string[];
  effectiveOn?: string | undefined;
};

export function StaffHome({ schools, effectiveOn }: Props) {
  const { items, figures, effective_on: day } = useSuspenseQuery(tasksQuery(effectiveOn)).data;
  const [paper, setPaper] = useState<"all" | "door">("all");
  const counts = countTasks(items);
  const rest = paper === "door" ? { "data-print": "no" } : {};
  const printDoor = () => {
    flushSync(() => setPaper("door"));
    window.print();
    setPaper("all");
  };
  return (
    <>
      <div {...rest}>
        <HomeHead
          finding={attention(counts)}
          lead={items.length > 0 ? remainder(counts) : undefined}
          day={day}
        />
      </div>
      <Columns
        aside={
          schools.length > 0 ? (
            <DoorBox schools={schools} day={day} effectiveOn={effectiveOn} onPrint={printDoor} />
          ) : (
            <FiguresSection figures={figures} day={day} effectiveOn={effectiveOn} side />
          )
        }
      >
        <div {...rest}>
          {items.length === 0 ? (
            <EmptyState title={<Trans>All done</Trans>}>{remainder(counts)}</EmptyState>
          ) : (
            <TaskGroups tasks={items} day={day} />
          )}
          <OtherDistricts />
          <UnfinishedImports />
          {schools.length > 0 && <FiguresSection figures={figures} day={day} effectiveOn={effectiveOn} />}
        </div>
      </Columns>
      {schools.length > 0 && (
        <div className={styles.below} {...rest}>
          <MyPartners schools={schools} effectiveOn={effectiveOn} />
        </div>
      )}
    </>
  );
}

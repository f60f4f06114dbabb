/** The lists of who may enter one or several schools, by name or by the clock, for the screen, for paper and for a visitor system. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Download, Printer } from "lucide-react";
import type { ReactNode } from "react";
import type { EntryList } from "@/api/gen/types.gen";
import { Actions, Button } from "@/ui/actions/button";
import { AnchorButton } from "@/ui/actions/link";
import { Segments } from "@/ui/page/segments";
import { DoorNames } from "./door-names";
import { WhoMayEnter } from "./who-may-enter";
import styles from "./who-may-enter.module.css";

export type DoorOrder = "name" | "time";

type Props = {
  schools: readonly string[];
  /** Those of the lists that have arrived. */
  lists: readonly EntryList[];
  effectiveOn: string | undefined;
  by: DoorOrder;
  onOrder: (by: DoorOrder) => void;
  /** Further ways on, after the buttons. */
  more?: ReactNode;
};

export function DoorLists({ schools, lists, effectiveOn, by, onOrder, more }: Props) {
  const { t } = useLingui();
  return (
    <>
      <div data-print="no" className={styles.choice}>
        <Segments
          label={t`Order`}
          options={[
            { value: "name", label: t`By name` },
            { value: "time", label: t`By time` },
          ]}
          value={by}
          onChange={onOrder}
        />
      </div>
      <div className={styles.wide}>
        {schools.map((school) =>
          by === "name" ? (
            <DoorNames key={school} schoolId={school} effectiveOn={effectiveOn} />
          ) : (
            <WhoMayEnter key={school} schoolId={school} effectiveOn={effectiveOn} level={2} />
          ),
        )}
      </div>
      <div className={styles.act}>
        <Actions>
          <Button icon={Printer} onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
          {lists.map(({ school }) => (
            <AnchorButton key={school.id} icon={Download} download href={exportOf(school.id, effectiveOn)}>
              {lists.length === 1 ? (
                <Trans>List for the visitor system (CSV)</Trans>
              ) : (
                <Trans>List for the visitor system of {school.name} (CSV)</Trans>
              )}
            </AnchorButton>
          ))}
          {more}
        </Actions>
      </div>
    </>
  );
}

function exportOf(school: string, effectiveOn: string | undefined): string {
  const asked = new URLSearchParams({ school, ...(effectiveOn && { effective_on: effectiveOn }) });
  return `/api/v1/exports/who-may-enter.csv?${asked.toString()}`;
}

/** Partnerships in rows: what, where, how far, and cleared or everything that keeps the program out and who acts. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { PartnershipItem } from "@/api/gen/types.gen";
import { reasonWords } from "@/api/spoken/reasons";
import { restWords } from "@/features/schools";
import { formatDay } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { ThreadLink } from "./thread-link";
import { stageLooks, stageName, turn } from "./words";
import styles from "./partnerships.module.css";

export function PartnershipsTable({ partnerships }: { partnerships: readonly PartnershipItem[] }) {
  const { t } = useLingui();
  const columns = useMemo<Column<PartnershipItem>[]>(
    () => [
      {
        id: "program",
        header: t`Program`,
        cell: (each) => (
          <>
            <Link to="/partnerships/$partnershipId" params={{ partnershipId: each.id }}>
              {each.program.name}
            </Link>
            <small>{each.partner.name}</small>
          </>
        ),
      },
      { id: "school", header: t`School`, cell: (each) => each.school.name },
      {
        id: "stage",
        header: t`Stage`,
        phone: "line",
        cell: (each) => (
          <span className={styles.whole}>
            <StatusTag look={stageLooks[each.stage]}>{stageName(each.stage)}</StatusTag>
          </span>
        ),
      },
      {
        id: "cleared",
        header: t`Cleared, or what is missing`,
        short: t`Cleared`,
        cell: (each) => <Clearance partnership={each} />,
      },
      {
        id: "thread",
        header: t`Thread`,
        phone: "line",
        cell: (each) => <ThreadLink partnership={each} />,
      },
    ],
    [t],
  );
  return (
    <DataTable
      caption={t`Partnerships`}
      captionHidden
      columns={columns}
      rows={partnerships}
      rowKey={(each) => each.id}
    />
  );
}

function Clearance({ partnership: { clearance, stage } }: { partnership: PartnershipItem }) {
  if (stage === "ended" || stage === "not_a_fit") return <Trans>Over</Trans>;
  return (
    <>
      {restWords(clearance.runs) && <p className={styles.rest}>{restWords(clearance.runs)}</p>}
      <Standing clearance={clearance} />
    </>
  );
}

function Standing({ clearance }: Pick<PartnershipItem, "clearance">) {
  if (clearance.cleared) {
    const until = clearance.cleared_through ? formatDay(clearance.cleared_through) : null;
    return until ? <Trans>Cleared until {until}</Trans> : <Trans>Cleared</Trans>;
  }
  return (
    <ul className={styles.blockers}>
      {clearance.blockers.map((blocker) => (
        <li key={blocker.code + blocker.words}>
          {reasonWords(blocker.said)}
          <small>{turn(blocker.who.party)}</small>
        </li>
      ))}
    </ul>
  );
}

/** A partner's schools × what is missing, over every district where it works; a cell to do is a link to its page. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Check, CircleAlert } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import type { GridTenant } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Icon } from "@/ui/icon";
import { Section } from "@/ui/page/section";
import { GoThere } from "./go-there";
import { countSchools, isWaiting, toDo, type Cell, type Cells, type Line } from "./grid-cells";
import styles from "./partner-grid.module.css";

type Props = {
  lines: readonly Line[];
  tenants: readonly GridTenant[];
  only: boolean;
  effectiveOn?: string | undefined;
};

export function PartnerGrid({ lines, tenants, only, effectiveOn }: Props) {
  const { t } = useLingui();
  const shown = only ? lines.filter(({ cells }) => toDo(cells) > 0) : lines;
  const columns = useMemo<Column<Line>[]>(() => {
    const here = new Set(tenants.filter((tenant) => tenant.is_here).map((tenant) => tenant.slug));
    const go = (line: Line, to: string, words: ReactNode) => (
      <GoThere isHere={here.has(line.tenant)} tenant={line.tenant} to={to}>
        {words}
      </GoThere>
    );
    const cell = (id: keyof Cells, header: string): Column<Line> => ({
      id,
      header,
      cell: (line) => <CellWords cell={line.cells[id]} go={(to, words) => go(line, to, words)} />,
    });
    return [
      {
        id: "school",
        header: t`School and program`,
        cell: (line) => (
          <>
            {go(line, addressOf("partnership", line.partnership_id), line.school.name)}
            <small>{line.program.name}</small>
          </>
        ),
      },
      cell("agreement", t`Agreement`),
      cell("papers", t`Papers`),
      cell("principal", t`Principal`),
      cell("target", t`Target`),
      cell("results", t`Results`),
      { id: "you", header: t`For you`, cell: ({ cells }) => <ForYou cells={cells} /> },
    ];
  }, [t, tenants]);
  const day = effectiveOn ? { effective_on: effectiveOn } : {};
  return (
    <Section
      heading={<Trans>What is missing at each school</Trans>}
      link={
        only ? (
          <Link to="/" search={day}>
            <Trans>All schools</Trans>
          </Link>
        ) : (
          <Link to="/" search={{ ...day, only: "missing" }}>
            <Trans>Only what you have to do</Trans>
          </Link>
        )
      }
      note={<Trans>A check mark is done. What waits is somebody else’s step.</Trans>}
    >
      {shown.length === 0 ? (
        <p>
          <Trans>Nothing is missing from you.</Trans>
        </p>
      ) : (
        <div className={styles.grid}>
          <DataTable
            caption={t`Schools and what is missing at each`}
            captionHidden
            columns={columns}
            rows={shown}
            rowKey={(line) => line.partnership_id}
            compact
            group={{
              of: (line) => line.tenant,
              heading: (tenant, count) => (
                <Heading
                  name={tenants.find((each) => each.slug === tenant)?.name ?? tenant}
                  schools={countSchools(shown.filter((line) => line.tenant === tenant))}
                  programs={count}
                />
              ),
            }}
          />
        </div>
      )}
    </Section>
  );
}

function Heading({ name, schools, programs }: { name: string; schools: number; programs: number }) {
  return (
    <>
      {name}, <Plural value={schools} one="# school" other="# schools" />
      {programs > schools && (
        <>
          , <Plural value={programs} one="# program" other="# programs" />
        </>
      )}
    </>
  );
}

type CellProps = { cell: Cell; go: (to: string, words: ReactNode) => ReactNode };

function CellWords({ cell, go }: CellProps) {
  switch (cell.state) {
    case "done":
      return (
        <span className={styles.done}>
          <Icon of={Check} />
          {cell.words}
        </span>
      );
    case "todo":
      return (
        <span className={styles.todo}>
          <Icon of={CircleAlert} className={styles.warn} />
          {cell.to ? go(cell.to, cell.words) : cell.words}
        </span>
      );
    case "waiting":
      return <span className={styles.waiting}>{cell.words}</span>;
    case "none":
      return <span className={styles.none}>{cell.words}</span>;
  }
}

function ForYou({ cells }: { cells: Cells }) {
  const count = toDo(cells);
  if (count > 0)
    return (
      <strong>
        <Plural value={count} one="# to do" other="# to do" />
      </strong>
    );
  return isWaiting(cells) ? (
    <Trans>Waiting</Trans>
  ) : (
    <span className={styles.nothing}>{<Trans>Nothing</Trans>}</span>
  );
}

/** How many students a school has, by group; small groups are hidden, and the page says who does see them. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { GroupCount } from "@/api/gen/types.gen";
import { formatSchoolYear } from "@/lib/dates";
import { formatCount, formatPercent } from "@/lib/numbers";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Hidden } from "@/ui/data/hidden";
import { Halves, Section, Source } from "@/ui/page/section";
import { studentsQuery } from "./api";
import { groupName } from "./groups";

export function StudentsSection({ schoolId }: { schoolId: string }) {
  const { t } = useLingui();
  const counts = useSuspenseQuery(studentsQuery(schoolId)).data;
  if (counts.total === null || counts.period === null)
    return (
      <Section heading={<Trans>Students</Trans>}>
        <p>
          <Trans>No numbers of students have been published here yet.</Trans>
        </p>
      </Section>
    );
  const year = formatSchoolYear(counts.period);
  const all = [...counts.groups, ...counts.dimensions.flatMap((dimension) => dimension.groups)];
  const isHiding = all.some((group) => group.suppressed);
  return (
    <Section
      heading={<Trans>Students</Trans>}
      note={
        counts.total.value === null ? (
          <Trans>The number of all students is hidden for privacy.</Trans>
        ) : (
          <Plural value={counts.total.value} one={`# student in ${year}`} other={`# students in ${year}`} />
        )
      }
    >
      <Halves>
        {counts.dimensions.map((dimension) => (
          <GroupTable
            key={dimension.key}
            caption={groupName(dimension.key)}
            groups={dimension.groups.filter((group) => group.suppressed || group.value !== 0)}
            minimum={counts.min_n}
          />
        ))}
        <GroupTable
          caption={t`Programs and income`}
          note={<Trans>A student can be in more than one.</Trans>}
          groups={counts.groups}
          minimum={counts.min_n}
        />
      </Halves>
      <Source>
        {isHiding && (
          <Trans>
            Groups of fewer than {counts.min_n} students are hidden, with others from which they could be
            worked out. The school’s principal sees them, and its coordinator unless a partner employs her or
            him.{" "}
          </Trans>
        )}
        {counts.source && <Trans>Source: {counts.source}.</Trans>}
      </Source>
    </Section>
  );
}

type TableProps = {
  caption: string;
  note?: ReactNode;
  groups: readonly GroupCount[];
  minimum: number;
};

/** Largest first, hidden ones last: their order must not tell their size. */
function ordered(groups: readonly GroupCount[]): GroupCount[] {
  return groups.toSorted(
    (a, b) => (b.value ?? -1) - (a.value ?? -1) || groupName(a.key).localeCompare(groupName(b.key)),
  );
}

function GroupTable({ caption, note, groups, minimum }: TableProps) {
  const { t } = useLingui();
  const columns: Column<GroupCount>[] = [
    { id: "group", header: t`Group`, cell: (group) => groupName(group.key) },
    {
      id: "students",
      header: t`Students`,
      number: true,
      cell: (group) =>
        group.value === null ? (
          <Hidden why={group.reason === "small_n" ? "size" : "privacy"} minimum={minimum} />
        ) : (
          formatCount(group.value)
        ),
    },
    {
      id: "share",
      header: t`Share`,
      number: true,
      phone: "none",
      cell: (group) => (group.share === null ? "" : formatPercent(group.share, 0)),
    },
  ];
  return (
    <DataTable
      caption={caption}
      note={note}
      columns={columns}
      rows={ordered(groups)}
      rowKey={(group) => group.key}
      phone="across"
      compact
    />
  );
}

/** What a partner offers: for which needs and grades, when, for how many. What is not said is not known. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { PartnerProgram, PartnerRead } from "@/api/gen/types.gen";
import { formatCount } from "@/lib/numbers";
import { LinkButton } from "@/ui/actions/link-button";
import { DataTable, type Column } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Section } from "@/ui/page/section";
import { areasQuery } from "./api";
import { NotesBeside } from "./notes";
import { gradeWords, programLooks, programStatusName, timeName } from "./words";
import styles from "./partners.module.css";

const ProgramDialog = lazy(() =>
  import("./program-dialog").then((module) => ({ default: module.ProgramDialog })),
);

export function PartnerPrograms({ partner }: { partner: PartnerRead }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<PartnerProgram | "new" | null>(null);
  const areas = useSuspenseQuery(areasQuery).data.items;
  const areaName = (code: string) => areas.find((area) => area.code === code)?.label ?? code;
  const mayAdd = partner.can_edit && partner.status !== "inactive";
  const columns: readonly Column<PartnerProgram>[] = [
    {
      id: "name",
      header: t`Program`,
      cell: (program) => (
        <LinkButton className={styles.name} onClick={() => setOpen(program)}>
          {program.name}
        </LinkButton>
      ),
    },
    {
      id: "areas",
      header: t`Works on`,
      cell: (program) => program.areas.map(areaName).join(", ") || t`Not known`,
    },
    { id: "grades", header: t`Grades`, cell: (program) => gradeWords(program.grades) ?? t`Not known` },
    {
      id: "when",
      header: t`When`,
      cell: (program) => program.times_of_day.map(timeName).join(", ") || t`Not known`,
    },
    {
      id: "room",
      header: t`Room for`,
      cell: (program) =>
        program.capacity_students === null ? (
          t`Not known`
        ) : (
          <Plural
            value={program.capacity_students}
            one="# student"
            other={`${formatCount(program.capacity_students)} students`}
          />
        ),
    },
    {
      id: "status",
      header: t`Status`,
      cell: (program) => (
        <StatusTag look={programLooks[program.status]}>{programStatusName(program.status)}</StatusTag>
      ),
    },
  ];
  return (
    <Section
      id="programs"
      heading={<Trans>Programs</Trans>}
      link={
        mayAdd && (
          <LinkButton onClick={() => setOpen("new")}>
            <Trans>Add a program</Trans>
          </LinkButton>
        )
      }
    >
      <NotesBeside partner={partner} fields={["programs", "capacity"]} />
      {partner.programs.length === 0 ? (
        <EmptyState level={3} title={<Trans>No program is described yet.</Trans>}>
          <Trans>A program says for which needs and grades it is, so that schools can find it.</Trans>
        </EmptyState>
      ) : (
        <DataTable
          caption={<Trans>Programs of {partner.name}</Trans>}
          captionHidden
          columns={columns}
          rows={partner.programs}
          rowKey={(program) => program.id}
        />
      )}
      {open && (
        <Suspense>
          <ProgramDialog
            partnerId={partner.id}
            program={open === "new" ? null : open}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </Section>
  );
}

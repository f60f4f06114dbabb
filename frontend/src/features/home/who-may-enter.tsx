/** Who may enter a school on the day, by time, with whom to call; those who may not are named with what is missing. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { EntryRead } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";
import { formatDay } from "@/lib/dates";
import { formatPhone } from "@/lib/phone";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Disclosure } from "@/ui/page/disclosure";
import { Section } from "@/ui/page/section";
import { entriesQuery } from "./api";

type Props = { schoolId: string; effectiveOn?: string | undefined };

export function WhoMayEnter({ schoolId, effectiveOn }: Props) {
  const { t } = useLingui();
  const { school, items, effective_on: day } = useSuspenseQuery(entriesQuery(schoolId, effectiveOn)).data;
  const cleared = items.filter((entry) => entry.may_enter && entry.meets_that_day !== false);
  const others = items.filter((entry) => entry.may_enter && entry.meets_that_day === false);
  const kept = items.filter((entry) => !entry.may_enter);
  const columns: Column<EntryRead>[] = [
    {
      id: "who",
      header: t`Partner and program`,
      cell: (entry) => (
        <>
          <a href={addressOf("partnership", entry.id)}>{entry.partner.name}</a>
          <br />
          {entry.program.name}
        </>
      ),
    },
    { id: "when", header: t`When`, cell: (entry) => entry.schedule ?? t`Not known` },
    { id: "where", header: t`Where`, cell: (entry) => entry.place ?? t`Not known` },
    { id: "call", header: t`Call`, cell: (entry) => <Call person={entry.partner_lead} /> },
  ];
  return (
    <Section
      heading={<Trans>Who may enter {school.name}</Trans>}
      note={
        <Plural
          value={cleared.length}
          one={`# program on ${formatDay(day, "full")}.`}
          other={`# programs on ${formatDay(day, "full")}.`}
        />
      }
    >
      {cleared.length > 0 && (
        <DataTable
          caption={t`Who may enter ${school.name}`}
          captionHidden
          columns={columns}
          rows={cleared}
          rowKey={(entry) => entry.id}
        />
      )}
      {others.length > 0 && (
        <Disclosure
          summary={<Plural value={others.length} one="# more on other days" other="# more on other days" />}
        >
          <DataTable
            caption={t`Cleared, on other days`}
            captionHidden
            columns={columns}
            rows={others}
            rowKey={(entry) => entry.id}
          />
        </Disclosure>
      )}
      {kept.map((entry) => (
        <p key={entry.id}>
          <Trans>
            {entry.partner.name}, {entry.program.name}: not cleared. {entry.reasons[0]}
          </Trans>
        </p>
      ))}
    </Section>
  );
}

function Call({ person }: { person: EntryRead["partner_lead"] }) {
  if (!person) return <Trans>Not known</Trans>;
  return (
    <>
      {person.name}
      {person.phone && (
        <>
          <br />
          <a href={`tel:${person.phone.replace(/[^\d+]/g, "")}`}>{formatPhone(person.phone)}</a>
        </>
      )}
    </>
  );
}

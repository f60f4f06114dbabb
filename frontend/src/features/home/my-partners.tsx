/** The partners at the reader's schools, with the number to call. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import type { EntryList } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";
import { formatPhone } from "@/lib/phone";
import { LinkButton } from "@/ui/actions/link-button";
import { Link } from "@/ui/actions/link";
import { Skeleton } from "@/ui/feedback/skeleton";
import { ContactList } from "@/ui/lists/contact-list";
import { Section } from "@/ui/page/section";
import { entriesQuery } from "./api";
import { partnersOf, type Known } from "./door";

const most = 8;

type Props = { schools: readonly string[]; effectiveOn?: string | undefined };

export function MyPartners({ schools, effectiveOn }: Props) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const asked = useQueries({ queries: schools.map((school) => entriesQuery(school, effectiveOn)) });
  const lists = asked.flatMap((query): EntryList[] => (query.data ? [query.data] : []));
  const partners = partnersOf(lists);
  const shown = all ? partners : partners.slice(0, most);
  return (
    <Section
      heading={<Trans>My partners</Trans>}
      link={
        <Link to="/partnerships">
          <Trans>All partnerships</Trans>
        </Link>
      }
    >
      {lists.length === 0 && asked.some((query) => query.isPending) && (
        <Skeleton label={t`Loading your partners`} />
      )}
      {lists.length > 0 && partners.length === 0 && (
        <p>
          <Trans>No partner works at your school yet. Open a need to see the programs that fit it.</Trans>
        </p>
      )}
      {shown.length > 0 && (
        <ContactList
          columns={2}
          contacts={shown.map((partner) => ({
            key: partner.id,
            name: <Link to={addressOf("partner", partner.id)}>{partner.name}</Link>,
            phone: partner.person?.phone ? formatPhone(partner.person.phone) : null,
            about: <About partner={partner} severalSchools={schools.length > 1} />,
          }))}
        />
      )}
      {shown.length < partners.length && (
        <LinkButton onClick={() => setAll(true)}>
          <Trans>Show all {partners.length} partners</Trans>
        </LinkButton>
      )}
    </Section>
  );
}

function About({ partner, severalSchools }: { partner: Known; severalSchools: boolean }) {
  const programs = partner.programs.map(({ name, school, schedule }) =>
    [name, severalSchools && school, schedule].filter(Boolean).join(", "),
  );
  return (
    <>
      {partner.person ? `${partner.person.name}. ` : <Trans>Whom to call is not known. </Trans>}
      {programs.join("; ")}
    </>
  );
}

/** Whom to call at a partner, and for what. */
import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import type { ContactRead, PartnerRead } from "@/api/gen/types.gen";
import { formatPhone } from "@/lib/phone";
import { LinkButton } from "@/ui/actions/link-button";
import { ContactList } from "@/ui/lists/contact-list";
import { Section } from "@/ui/page/section";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { NotesBeside } from "./notes";
import { contactKind } from "./words";

const ContactForm = lazy(() => import("./contact-form").then((module) => ({ default: module.ContactForm })));

export function PartnerContacts({ partner }: { partner: PartnerRead }) {
  const [editing, setEditing] = useState<ContactRead | "new" | null>(null);
  return (
    <Section
      id="contacts"
      heading={<Trans>Whom to call</Trans>}
      link={
        partner.can_edit && (
          <LinkButton onClick={() => setEditing("new")}>
            <Trans>Add a contact</Trans>
          </LinkButton>
        )
      }
    >
      <NotesBeside partner={partner} fields={["contacts"]} />
      {partner.contacts.length === 0 ? (
        <p>
          {partner.view === "full" ? (
            <Trans>No contact is named yet.</Trans>
          ) : (
            <Trans>This partner names no contact to others.</Trans>
          )}
        </p>
      ) : (
        <ContactList
          columns={2}
          contacts={partner.contacts.map((contact) => ({
            key: contact.id,
            name: contact.name,
            phone: contact.phone && formatPhone(contact.phone),
            about: (
              <>
                {[contactKind(contact.kind), contact.title].filter(Boolean).join(". ")}
                {contact.email && (
                  <>
                    <br />
                    <a href={`mailto:${contact.email}`}>{contact.email}</a>
                  </>
                )}
                {partner.can_edit && (
                  <>
                    <br />
                    <LinkButton onClick={() => setEditing(contact)}>
                      <Trans>Edit</Trans>
                      <VisuallyHidden>: {contact.name}</VisuallyHidden>
                    </LinkButton>
                  </>
                )}
              </>
            ),
          }))}
        />
      )}
      {editing && (
        <Suspense>
          <ContactForm
            partnerId={partner.id}
            contact={editing === "new" ? null : editing}
            kinds={partner.contacts.map(({ kind }) => kind)}
            onClose={() => setEditing(null)}
          />
        </Suspense>
      )}
    </Section>
  );
}

/** What is known of a partner, by section, each with its own edit. */
import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { PartnerRead, AlongsidePartnersSchemasWordsPartnerRef as PartnerRef } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { can } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { LinkButton } from "@/ui/actions/link-button";
import { SummaryList } from "@/ui/data/summary-list";
import { Section } from "@/ui/page/section";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { others, sections, type Field, type Section as Part } from "./facts";
import { factWords, fieldName, sectionName } from "./facts-words";
import { NotesBeside } from "./notes";
import styles from "./partners.module.css";

const FactsForm = lazy(() => import("./facts-form").then((module) => ({ default: module.FactsForm })));

const withheld = new Set<Field>(sections.standing);
/** Said in the row of the sponsor. */
const within = new Set<Field>(["name", "sponsor_name", "sponsor_ein"]);

export function PartnerFacts({ partner }: { partner: PartnerRead }) {
  const [editing, setEditing] = useState<Part | null>(null);
  const isFull = partner.view === "full";
  const editable = useEditable(partner);
  const parts: readonly Part[] = isFull ? ["reach", "about", "standing"] : ["reach", "about"];
  return (
    <>
      {parts.map((part) => (
        <Section
          key={part}
          id={`facts-${part}`}
          heading={sectionName(part)}
          link={
            editable(part).length > 0 && (
              <LinkButton onClick={() => setEditing(part)}>
                <Trans>Edit</Trans>
                <VisuallyHidden>: {sectionName(part)}</VisuallyHidden>
              </LinkButton>
            )
          }
        >
          <SummaryList
            facts={sections[part]
              .filter((field) => !within.has(field) && (isFull || !hiddenFromOthers(field)))
              .filter((field) => !others.some((each) => each === field) || factWords(partner, field))
              .map((field) => ({
                key: field,
                term: fieldName(field),
                value: (
                  <>
                    <Fact {...{ partner, field }} />
                    {field === "legal_name" && <FormerNames partner={partner} />}
                    <NotesBeside partner={partner} fields={[field]} />
                  </>
                ),
              }))}
          />
          {part === "about" && <Chapters partner={partner} />}
        </Section>
      ))}
      {editing && (
        <Suspense>
          <FactsForm
            partner={partner}
            section={editing}
            fields={editable(editing)}
            onClose={() => setEditing(null)}
          />
        </Suspense>
      )}
    </>
  );
}

/** The organizations that are part of this one. */
function Chapters({ partner }: { partner: PartnerRead }) {
  if (partner.chapters.length === 0) return null;
  return (
    <SummaryList
      facts={[
        {
          key: "chapters",
          term: <Trans>Chapters</Trans>,
          value: (
            <ul className={styles.chapters}>
              {partner.chapters.map((chapter) => (
                <li key={chapter.id}>
                  <PartnerLink {...chapter} />
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function PartnerLink({ id, name }: PartnerRef) {
  return (
    <Link to="/partners/$partnerId" params={{ partnerId: id }}>
      {name}
    </Link>
  );
}

/** What it was called in law before: papers of that time name it so. */
function FormerNames({ partner }: { partner: PartnerRead }) {
  return partner.former_names.map(({ legal_name: name, until_on: until }) => (
    <p key={`${until}${name}`}>
      <Trans>
        Until {formatDay(until)}: {name}
      </Trans>
    </p>
  ));
}

/** What vetting was about, and what the district says of a partner, only the office changes. */
function useEditable(partner: PartnerRead): (part: Part) => readonly Field[] {
  const isOffice = can(useSession(), "partners:review");
  const isVetted = partner.status === "approved" || partner.status === "suspended";
  return (part) => {
    if (!partner.can_edit) return [];
    if (isOffice || part !== "standing") return sections[part];
    return isVetted ? [] : ["legal_name", "ein", "fiscal_sponsor_id", "sponsor_name", "sponsor_ein"];
  };
}

/** Other partners' people see the public fields; what is withheld is left out, not shown as unknown. */
function hiddenFromOthers(field: Field): boolean {
  return withheld.has(field) || ["address", "postal_code", "funding_status", "charges_fee"].includes(field);
}

function Fact({ partner, field }: { partner: PartnerRead; field: Field }): ReactNode {
  const words = factWords(partner, field);
  if (!words)
    return field === "vetting_expires_on" ? (
      partner.status === "approved" ? (
        <Trans>No end date</Trans>
      ) : (
        <Trans>Not approved yet</Trans>
      )
    ) : (
      <Trans>Not known</Trans>
    );
  if (field === "parent_partner_id" && partner.parent) return <PartnerLink {...partner.parent} />;
  if (field === "fiscal_sponsor_id")
    return partner.fiscal_sponsor ? (
      <PartnerLink {...partner.fiscal_sponsor} />
    ) : (
      <Trans>{words} (no record here yet)</Trans>
    );
  if (field === "phone") return <a href={`tel:${words.replace(/[^\d+]/g, "")}`}>{words}</a>;
  if (field === "email") return <a href={`mailto:${words}`}>{words}</a>;
  if (field === "website")
    return (
      <a href={words} rel="noreferrer">
        {words.replace(/^https?:\/\//, "")}
      </a>
    );
  return words;
}

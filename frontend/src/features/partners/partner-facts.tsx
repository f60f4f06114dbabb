/** What is known of a partner, by section, each with its own edit. */
import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { PartnerRead } from "@/api/gen/types.gen";
import { LinkButton } from "@/ui/actions/link-button";
import { SummaryList } from "@/ui/data/summary-list";
import { Section } from "@/ui/page/section";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { sections, type Field, type Section as Part } from "./facts";
import { factWords, fieldName, sectionName } from "./facts-words";

const FactsForm = lazy(() => import("./facts-form").then((module) => ({ default: module.FactsForm })));

const withheld = new Set<Field>(["legal_name", "ein", "vendor_number", "vetting_expires_on"]);

export function PartnerFacts({ partner }: { partner: PartnerRead }) {
  const [editing, setEditing] = useState<Part | null>(null);
  const isFull = partner.view === "full";
  const parts: readonly Part[] = isFull ? ["reach", "about", "standing"] : ["reach", "about"];
  return (
    <>
      {parts.map((part) => (
        <Section
          key={part}
          heading={sectionName(part)}
          link={
            partner.can_edit && (
              <LinkButton onClick={() => setEditing(part)}>
                <Trans>Edit</Trans>
                <VisuallyHidden>: {sectionName(part)}</VisuallyHidden>
              </LinkButton>
            )
          }
        >
          <SummaryList
            facts={sections[part]
              .filter((field) => field !== "name" && (isFull || !hiddenFromOthers(field)))
              .map((field) => ({
                key: field,
                term: fieldName(field),
                value: <Fact {...{ partner, field }} />,
              }))}
          />
        </Section>
      ))}
      {editing && (
        <Suspense>
          <FactsForm partner={partner} section={editing} onClose={() => setEditing(null)} />
        </Suspense>
      )}
    </>
  );
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

/** The facts of a partner as a form holds them: which fields a section edits, and what an edit sends. */
import type { PartnerRead, PartnerUpdate } from "@/api/gen/types.gen";
import { kinds } from "./search";

export type Section = "about" | "reach" | "standing";

const texts = [
  "sector",
  "mission",
  "website",
  "phone",
  "email",
  "address",
  "city",
  "state",
  "postal_code",
  "ein",
  "vendor_number",
  "sponsor_name",
  "sponsor_ein",
] as const;

/** Other organizations that this one names. */
export const others = ["parent_partner_id", "fiscal_sponsor_id"] as const;
export type Other = (typeof others)[number];

export type Facts = Record<(typeof texts)[number], string> & {
  name: string;
  legal_name: string;
  org_type: string;
  languages: string;
  funding_status: string;
  charges_fee: string;
  is_public: string;
  parent_partner_id: string;
  fiscal_sponsor_id: string;
  vetting_expires_on: string;
};
export type Field = keyof Facts;

export const sections: Record<Section, readonly Field[]> = {
  about: [
    "name",
    "org_type",
    "sector",
    "mission",
    "website",
    "languages",
    "funding_status",
    "charges_fee",
    "is_public",
  ],
  reach: ["phone", "email", "address", "city", "state", "postal_code"],
  standing: [
    "legal_name",
    "ein",
    "fiscal_sponsor_id",
    "sponsor_name",
    "sponsor_ein",
    "parent_partner_id",
    "vendor_number",
    "vetting_expires_on",
  ],
};

export function readFacts(partner: PartnerRead): Facts {
  return {
    name: partner.name,
    legal_name: partner.legal_name ?? "",
    org_type: partner.org_type,
    sector: partner.sector ?? "",
    mission: partner.mission ?? "",
    website: partner.website ?? "",
    phone: partner.phone ?? "",
    email: partner.email ?? "",
    address: partner.address ?? "",
    city: partner.city ?? "",
    state: partner.state ?? "",
    postal_code: partner.postal_code ?? "",
    ein: partner.ein ?? "",
    vendor_number: partner.vendor_number ?? "",
    sponsor_name: partner.sponsor_name ?? "",
    sponsor_ein: partner.sponsor_ein ?? "",
    is_public: partner.is_public ? "yes" : "no",
    parent_partner_id: partner.parent?.id ?? "",
    fiscal_sponsor_id: partner.fiscal_sponsor?.id ?? "",
    languages: partner.languages.join(", "),
    funding_status: partner.funding_status ?? "",
    charges_fee: partner.charges_fee === null ? "" : partner.charges_fee ? "yes" : "no",
    vetting_expires_on: partner.vetting_expires_on ?? "",
  };
}

export function listOf(words: string): string[] {
  return words
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** A merge patch of only what changed; an emptied field is cleared. */
export function writeFacts(changed: readonly string[], facts: Facts): PartnerUpdate {
  const body: PartnerUpdate = {};
  for (const field of texts) if (changed.includes(field)) body[field] = facts[field].trim() || null;
  if (changed.includes("name")) body.name = facts.name.trim();
  if (changed.includes("legal_name")) body.legal_name = facts.legal_name.trim();
  if (changed.includes("languages")) body.languages = listOf(facts.languages);
  const kind = kinds.find((each) => each === facts.org_type);
  if (changed.includes("org_type") && kind) body.org_type = kind;
  if (changed.includes("funding_status")) body.funding_status = fundingOf(facts.funding_status);
  if (changed.includes("charges_fee"))
    body.charges_fee = facts.charges_fee === "" ? null : facts.charges_fee === "yes";
  if (changed.includes("is_public")) body.is_public = facts.is_public === "yes";
  for (const field of others) if (changed.includes(field)) body[field] = facts[field] || null;
  if (changed.includes("vetting_expires_on")) body.vetting_expires_on = facts.vetting_expires_on || null;
  return body;
}

export const fundings = ["fully_funded", "partially_funded", "seeking"] as const;

function fundingOf(word: string): PartnerUpdate["funding_status"] {
  return fundings.find((each) => each === word) ?? null;
}

/** What each fact of a partner is called, and how it is said. */
import { t } from "@lingui/core/macro";
import type { PartnerRead } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { formatPhone } from "@/lib/phone";
import type { Field, Section } from "./facts";
import { fundingName, kindName } from "./words";

export function sectionName(section: Section): string {
  switch (section) {
    case "about":
      return t`About the organization`;
    case "reach":
      return t`How to reach it`;
    case "standing":
      return t`In law and with the district`;
  }
}

export function fieldName(field: Field): string {
  const names: Record<Field, string> = {
    name: t`Name`,
    legal_name: t`Legal name`,
    org_type: t`Type`,
    sector: t`Sector`,
    mission: t`Mission`,
    website: t`Website`,
    phone: t`Phone`,
    email: t`E-mail`,
    address: t`Street address`,
    city: t`City`,
    state: t`State`,
    postal_code: t`ZIP code`,
    ein: t`EIN`,
    vendor_number: t`District vendor number`,
    fiscal_sponsor_id: t`Fiscal sponsor`,
    sponsor_name: t`Name of the fiscal sponsor`,
    sponsor_ein: t`EIN of the fiscal sponsor`,
    parent_partner_id: t`Part of`,
    is_public: t`Public profile`,
    languages: t`Languages`,
    funding_status: t`Funding`,
    charges_fee: t`Cost to schools`,
    vetting_expires_on: t`Approved until`,
  };
  return names[field];
}

/** A fact in words; nothing when it is not known. */
export function factWords(partner: PartnerRead, field: Field): string | null {
  switch (field) {
    case "org_type":
      return kindName(partner.org_type);
    case "languages":
      return partner.languages.join(", ") || null;
    case "funding_status":
      return partner.funding_status && fundingName(partner.funding_status);
    case "charges_fee":
      if (partner.charges_fee === null) return null;
      return partner.charges_fee ? t`Charges a fee` : t`Free of charge`;
    case "is_public":
      return partner.is_public ? t`Yes` : t`No`;
    case "parent_partner_id":
      return partner.parent && partner.parent.name;
    case "fiscal_sponsor_id":
      return partner.fiscal_sponsor ? partner.fiscal_sponsor.name : namedSponsor(partner);
    case "vetting_expires_on":
      return partner.vetting_expires_on && formatDay(partner.vetting_expires_on, "long");
    case "phone":
      return partner.phone && formatPhone(partner.phone);
    default:
      return partner[field];
  }
}

/** A fiscal sponsor that has no record here: its name and EIN, as far as they were told. */
function namedSponsor({ sponsor_name: name, sponsor_ein: ein }: PartnerRead): string | null {
  return [name, ein].filter(Boolean).join(", ") || null;
}

/** Codes that are the same in every district, by the field that holds them. */
import { t } from "@lingui/core/macro";

const codes: Record<string, Record<string, () => string>> = {
  org_type: {
    nonprofit: () => t`Nonprofit`,
    higher_ed: () => t`College or university`,
    business: () => t`Business`,
    government: () => t`Public agency`,
    health: () => t`Health provider`,
    cultural: () => t`Arts and culture`,
    faith: () => t`Faith community`,
    foundation: () => t`Foundation`,
    other: () => t`Other organization`,
  },
  funding_status: {
    fully_funded: () => t`Fully funded`,
    partially_funded: () => t`Partly funded`,
    seeking: () => t`Looking for funding`,
  },
  delivery: {
    in_person: () => t`In person`,
    virtual: () => t`Online`,
    hybrid: () => t`In person and online`,
  },
  supervision: {
    staff_present: () => t`No, somebody of the school is always with them`,
    alone: () => t`Yes, at times`,
  },
  times_of_day: {
    before_school: () => t`Before school`,
    school_day: () => t`During the school day`,
    after_school: () => t`After school`,
    weekend: () => t`Weekends`,
    summer: () => t`Summer`,
  },
  weekdays: {
    monday: () => t`Monday`,
    tuesday: () => t`Tuesday`,
    wednesday: () => t`Wednesday`,
    thursday: () => t`Thursday`,
    friday: () => t`Friday`,
    saturday: () => t`Saturday`,
    sunday: () => t`Sunday`,
  },
  evidence_tier: { none: () => t`None` },
  basis: { employee: () => t`Employee`, volunteer: () => t`Volunteer` },
  coverage: {
    general_liability: () => t`General liability`,
    auto: () => t`Automobile liability`,
    workers_comp: () => t`Workers’ compensation`,
    sexual_abuse_molestation: () => t`Sexual abuse and molestation`,
    cyber: () => t`Cyber liability`,
    professional: () => t`Professional liability`,
    umbrella: () => t`Umbrella or excess`,
  },
  kind: {
    primary: () => t`First person to call`,
    authorized_signatory: () => t`Signs agreements`,
    program: () => t`Runs the programs`,
    emergency: () => t`In an emergency`,
    data: () => t`For questions about data`,
    insurance_certificate: () => t`Insurance certificate`,
    agency_letter: () => t`Letter from an agency`,
    state_criminal: () => t`State criminal record`,
    child_abuse: () => t`Child abuse history`,
    fbi_fingerprint: () => t`FBI fingerprints`,
    cori: () => t`Criminal record (CORI)`,
    tb: () => t`Tuberculosis test`,
    other: () => t`Other check`,
  },
};

/** A code in words; whatever is no code is said as it is. */
export function codeName(field: string, code: string): string {
  return codes[field]?.[code]?.() ?? code;
}

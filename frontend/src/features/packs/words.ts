/** What parts, fields and values of a pack are called; codes are the server's. */
import { plural, t } from "@lingui/core/macro";
import type { PackRead } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { formatMoney } from "@/lib/numbers";
import { formatPhone } from "@/lib/phone";
import type { Item } from "./api";
import { codeName } from "./code-words";

export type Part = PackRead["parts"][number];
export const parts = ["profile", "programs", "papers", "staff", "checks"] as const satisfies readonly Part[];

export function partName(part: Part | Item["part"]): string {
  switch (part) {
    case "profile":
      return t`Profile`;
    case "contacts":
      return t`Whom to call`;
    case "programs":
      return t`Programs`;
    case "papers":
      return t`Certificates and letters`;
    case "staff":
      return t`Staff list`;
    case "checks":
      return t`Background checks`;
  }
}

/** “Profile, 4 programs, 1 certificate or letter, 5 people” */
export function insideWords({ parts: inside, counts }: Pick<PackRead, "parts" | "counts">): string {
  const words = inside.map((part) => {
    switch (part) {
      case "profile":
        return t`profile`;
      case "programs":
        return plural(counts.programs ?? 0, { one: "# program", other: "# programs" });
      case "papers":
        return plural(counts.papers ?? 0, {
          one: "# certificate or letter",
          other: "# certificates and letters",
        });
      case "staff":
        return plural(counts.staff ?? 0, { one: "# person", other: "# people" });
      case "checks":
        return plural(counts.checks ?? 0, { one: "# background check", other: "# background checks" });
    }
  });
  const said = words.join(", ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const fieldNames: Record<string, () => string> = {
  name: () => t`Name`,
  legal_name: () => t`Legal name`,
  org_type: () => t`Type`,
  ein: () => t`EIN`,
  sector: () => t`Sector`,
  mission: () => t`Mission`,
  website: () => t`Website`,
  phone: () => t`Phone`,
  email: () => t`E-mail`,
  address: () => t`Street address`,
  city: () => t`City`,
  state: () => t`State`,
  postal_code: () => t`ZIP code`,
  languages: () => t`Languages`,
  funding_status: () => t`Funding`,
  charges_fee: () => t`Charges schools a fee`,
  title: () => t`Title`,
  kind: () => t`Kind`,
  description: () => t`What it does`,
  areas: () => t`Needs it works on`,
  delivery: () => t`How`,
  supervision: () => t`Ever alone with students`,
  times_of_day: () => t`When`,
  weekdays: () => t`Days`,
  grades: () => t`Grades`,
  populations: () => t`For whom`,
  capacity_students: () => t`Room for`,
  cost_to_school: () => t`Cost to the school`,
  est_value: () => t`Estimated value`,
  outcomes: () => t`What it should change`,
  logic_model_url: () => t`Logic model`,
  evaluation_url: () => t`Evaluation`,
  evidence_tier: () => t`Level of evidence`,
  coverage: () => t`Covers`,
  carrier: () => t`Insurance company`,
  policy_number: () => t`Policy number`,
  limit_each: () => t`Limit for each occurrence`,
  limit_aggregate: () => t`Limit in all`,
  effective_on: () => t`From`,
  expires_on: () => t`Until`,
  note: () => t`Note`,
  program: () => t`Program`,
  documents: () => t`Scan`,
  basis: () => t`Works as`,
  issued_on: () => t`Issued`,
};

export function fieldName(field: string): string {
  return fieldNames[field]?.() ?? field;
}

type Value = Item["facts"][number]["pack"];
const money = new Set(["cost_to_school", "est_value", "limit_each", "limit_aggregate"]);

/** A value as people read it; null when nothing is said. */
export function valueWords(field: string, value: Value): string | null {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value === "boolean") return value ? t`Yes` : t`No`;
  if (typeof value === "number")
    return field === "capacity_students"
      ? plural(value, { one: "# student", other: "# students" })
      : String(value);
  if (Array.isArray(value)) return value.map((each) => codeName(field, each)).join(", ");
  if (money.has(field)) return formatMoney(value);
  if (field.endsWith("_on")) return formatDay(value, "long");
  return field === "phone" ? formatPhone(value) : codeName(field, value);
}

/** Why an item cannot be taken. */
export function refusedWords(refused: NonNullable<Item["refused"]>): string {
  switch (refused) {
    case "kept_by_office":
      return t`You are approved here, so only the district’s office changes this.`;
    case "ein_taken":
      return t`Another organization here has this EIN. Ask the office to merge the two records.`;
    case "program_retired":
      return t`This program is retired here.`;
    case "program_missing":
      return t`The program that it is for is not here, and not in the pack.`;
    case "expired":
      return t`It has run out.`;
  }
}

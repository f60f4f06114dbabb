/** Student records in words: under which exception, and where their destruction stands. */
import { t } from "@lingui/core/macro";
import type { DataTermsRead } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";

export type DataTerms = DataTermsRead;
export type Terms = NonNullable<DataTerms["terms"]>;
export type Basis = NonNullable<Terms["basis"]>;

export const bases = ["school_official", "studies", "audit_evaluation", "consent", "directory"] as const;

export function basisName(basis: Basis): string {
  const names: Record<Basis, string> = {
    school_official: t`School official, 34 CFR 99.31(a)(1)`,
    studies: t`Study for the district, 34 CFR 99.31(a)(6)`,
    audit_evaluation: t`Audit or evaluation, 34 CFR 99.35`,
    consent: t`Written consent of each family, 34 CFR 99.30`,
    directory: t`Directory information, 34 CFR 99.37`,
  };
  return names[basis];
}

export const dispositions = ["destroy", "return", "carry_on"] as const;

export function dispositionName(disposition: (typeof dispositions)[number]): string {
  const names = {
    destroy: t`The partner destroys them`,
    return: t`The partner gives them back and keeps no copy`,
    carry_on: t`They stay under another agreement that is in force`,
  };
  return names[disposition];
}

/** What becomes of the records, in one sentence; nothing before anything is signed. */
export function destructionWords({ state, due_on, certificate }: DataTerms["destruction"]): string | null {
  const day = due_on ? formatDay(due_on, "long") : "";
  switch (state) {
    case "none":
      return null;
    case "later":
      return t`They have to be destroyed by ${day}, and the partner certifies it.`;
    case "carried_on":
      return t`They go on under the agreement that follows; nothing has to be destroyed now.`;
    case "due":
      return t`It is over. The records have to be destroyed by ${day}, and nobody has certified it yet.`;
    case "overdue":
      return t`The records had to be destroyed by ${day}, and nobody has certified it.`;
    case "certified": {
      const on = certificate ? formatDay(certificate.destroyed_on, "long") : "";
      const who = certificate ? `${certificate.certified_by}, ${certificate.certifier_title}` : "";
      return t`Destroyed or given back on ${on}, certified by ${who}.`;
    }
  }
}

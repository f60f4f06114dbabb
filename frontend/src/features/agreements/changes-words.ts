/** The fields of an agreement's text, as they are called beside what they said before and say now. */
import { t } from "@lingui/core/macro";
import type { AgreementChanges } from "@/api/gen/types.gen";
import { types } from "./search";
import { typeName } from "./words";

export function fieldName(field: AgreementChanges["fields"][number]["field"]): string {
  switch (field) {
    case "title":
      return t`Title`;
    case "type":
      return t`Type`;
    case "is_binding":
      return t`Binding`;
    case "is_district_wide":
      return t`The whole district`;
    case "starts_on":
      return t`First day`;
    case "ends_on":
      return t`Last day`;
    case "purpose":
      return t`Purpose`;
    case "populations":
      return t`Students`;
    case "schedule":
      return t`Schedule`;
    case "financial_terms":
      return t`Costs`;
    case "cost":
      return t`Cost to the district`;
    case "funding_source":
      return t`Funding source`;
    case "shares_student_records":
      return t`Student records shared`;
    case "notice_days":
      return t`Days of notice`;
  }
}

export function typeOf(value: string): string {
  const type = types.find((each) => each === value);
  return type ? typeName(type) : value;
}

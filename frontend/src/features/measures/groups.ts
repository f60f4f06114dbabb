/** The names of student groups; a district's own group is shown by its key, written out. */
import { t } from "@lingui/core/macro";

export function groupName(key: string): string {
  const known: Record<string, () => string> = {
    race_ethnicity: () => t`Race and ethnicity`,
    asian: () => t`Asian`,
    asian_pacific_islander: () => t`Asian or Pacific Islander`,
    black: () => t`Black`,
    hawaiian_pacific_islander: () => t`Hawaiian or Pacific Islander`,
    hispanic: () => t`Hispanic`,
    multiracial: () => t`Multiracial`,
    native_american: () => t`Native American`,
    not_available: () => t`Not available`,
    other: () => t`Other`,
    white: () => t`White`,
    english_learners: () => t`English learners`,
    low_income: () => t`Low income`,
    special_education: () => t`Special education`,
  };
  const name = known[key];
  if (name) return name();
  const words = key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

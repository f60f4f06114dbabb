/** Background checks without a result yet. */
import type { StaffRead } from "@/api/gen/types.gen";

type Check = StaffRead["checks"][number];
export type Pending = { person: StaffRead; check: Check };

/** Checks without a result, of people whom this reader may verify: the oldest first. */
export function pendingChecks(people: readonly StaffRead[]): Pending[] {
  return people
    .filter(({ can_verify: mayVerify }) => mayVerify)
    .flatMap((person) =>
      person.checks.filter(({ result }) => result === "pending").map((check) => ({ person, check })),
    )
    .toSorted(
      (one, other) =>
        one.check.issued_on.localeCompare(other.check.issued_on) ||
        one.person.name.localeCompare(other.person.name),
    );
}

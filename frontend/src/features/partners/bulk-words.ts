/** What one step for many partners is called, what it does, and who is left out of it. */
import { plural, t } from "@lingui/core/macro";
import { listOf } from "@/lib/lists";
import type { Offer } from "./bulk-api";
import { statusName } from "./words";

export function moveChoice(move: Offer["move"]): string {
  switch (move) {
    case "start-review":
      return t`Take up their applications`;
    case "suspend":
      return t`Put on hold`;
    case "reinstate":
      return t`End the hold`;
    case "deactivate":
      return t`Close the record`;
  }
}

/** The button says what happens to how many. */
export function moveButton({ move, count }: Offer): string {
  switch (move) {
    case "start-review":
      return plural(count, { one: "Take up # application", other: "Take up # applications" });
    case "suspend":
      return plural(count, { one: "Put # partner on hold", other: "Put # partners on hold" });
    case "reinstate":
      return plural(count, { one: "End the hold on # partner", other: "End the hold on # partners" });
    case "deactivate":
      return plural(count, { one: "Close # record", other: "Close # records" });
  }
}

export function moveEffect(move: Offer["move"]): string {
  switch (move) {
    case "start-review":
      return t`Each sees that its application is being read, and the applications are yours.`;
    case "suspend":
      return t`They may work at no school until you end the hold. Their agreements stay as they are.`;
    case "reinstate":
      return t`They may work again wherever an agreement is in force.`;
    case "deactivate":
      return t`Nothing new starts with them. Their records and histories stay.`;
  }
}

export function moveDone(move: Offer["move"], count: number): string {
  switch (move) {
    case "start-review":
      return plural(count, {
        one: "# application is in review now.",
        other: "# applications are in review now.",
      });
    case "suspend":
      return plural(count, { one: "# partner is on hold now.", other: "# partners are on hold now." });
    case "reinstate":
      return plural(count, { one: "# partner may work again.", other: "# partners may work again." });
    case "deactivate":
      return plural(count, { one: "# record is closed now.", other: "# records are closed now." });
  }
}

/** “2 are left out: 1 Submitted, 1 that employs you”; nothing when nobody is. */
export function leftOutWords(left: Offer["left_out"]): string | null {
  const all = left.reduce((sum, each) => sum + each.count, 0);
  if (all === 0) return null;
  const why = listOf(
    left.map(({ because, status, count }) => {
      const name = statusName(status);
      return because === "employer" ? t`${count} that employs you` : t`${count} “${name}”`;
    }),
  );
  return plural(all, {
    one: `# is left out: ${why}.`,
    other: `# are left out: ${why}.`,
  });
}

/** What two checks of one file say differently, for whoever looks again. */
import type { Outcome } from "./api";

export type Counts = Outcome["counts"];
type Noun = "partners" | "contacts" | "programs" | "agreements";
export type Change = { noun: Noun; was: Counts[Noun]; is: Counts[Noun] };

const nouns: readonly Noun[] = ["partners", "contacts", "programs", "agreements"];

export function whatChanged(was: Counts, is: Counts): Change[] {
  return nouns
    .map((noun) => ({ noun, was: was[noun], is: is[noun] }))
    .filter(
      (each) =>
        each.was.new !== each.is.new ||
        each.was.changed !== each.is.changed ||
        each.was.unchanged !== each.is.unchanged,
    );
}

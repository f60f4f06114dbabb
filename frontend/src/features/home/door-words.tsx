/** How many may enter, in a sentence: what a page about the door begins with. */
import { plural } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import type { EntryList } from "@/api/gen/types.gen";
import { door } from "./door";
import type { DoorOrder } from "./door-lists";
import { countVisitors } from "./door-people";

export function doorFinding(lists: readonly EntryList[], by: DoorOrder): string {
  return by === "name" ? peopleSaid(lists) : timesSaid(lists);
}

function peopleSaid(lists: readonly EntryList[]): string {
  return plural(countVisitors(lists).people, {
    0: "Nobody may enter by name.",
    one: "# person may enter by name.",
    other: "# people may enter by name.",
  });
}

function timesSaid(lists: readonly EntryList[]): string {
  return plural(
    lists.map(door).reduce((sum, at) => sum + at.timed.length, 0),
    {
      0: "No program is expected at a set time.",
      1: "One program is expected at a set time.",
      2: "Two programs are expected at set times.",
      3: "Three programs are expected at set times.",
      other: "# programs are expected at set times.",
    },
  );
}

export function DoorLead({ lists }: { lists: readonly EntryList[] }) {
  const { unnamed } = countVisitors(lists);
  return (
    <>
      <Trans>Whoever is not in the list is not cleared: call the office before you let them in.</Trans>{" "}
      {unnamed > 0 && (
        <Plural
          value={unnamed}
          one="# program may enter and names nobody: ask who sent them."
          other="# programs may enter and name nobody: ask who sent them."
        />
      )}
    </>
  );
}

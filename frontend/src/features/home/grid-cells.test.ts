import { describe, expect, test } from "vitest";
import type { GridRow } from "@/api/gen/types.gen";
import { aReason } from "@/testing/said";
import { attention, countTasks, remainder } from "./findings";
import { cellsOf, isWaiting, linesOf, toDo } from "./grid-cells";
import { owed, reach } from "./grid-findings";

const day = "2020-01-27";

function row(values: Partial<GridRow> = {}): GridRow {
  return {
    tenant: "chicago",
    partnership_id: "p1",
    school: { id: "s1", name: "Alderbrook School" },
    partner: { id: "o1", name: "Riverbend Learning" },
    program: { id: "g1", name: "Reading tutoring" },
    stage: "active",
    cleared: true,
    blockers: [],
    papers_due: [],
    agreement: {
      id: "a1",
      number: "A-1",
      status: "executed",
      effective_status: "active",
      ends_on: "2020-06-12",
      confirmation: "confirmed",
    },
    targets: [target()],
    ...values,
  };
}

function target(values: Partial<GridRow["targets"][number]> = {}): GridRow["targets"][number] {
  return {
    id: "t1",
    name: "Sessions held",
    status: "open",
    word: "agreed",
    last_result_on: "2020-01-24",
    result_due_on: "2020-02-21",
    ...values,
  };
}

function agreed(effective_status: string, confirmation: string | null = "confirmed"): GridRow {
  const { agreement } = row();
  return row({ agreement: agreement && { ...agreement, effective_status, confirmation } });
}

test("a school where all is done asks nothing", () => {
  const cells = cellsOf(row(), day);
  expect(Object.values(cells).map((cell) => [cell.state, cell.words])).toEqual([
    ["done", "Until Jun 12"],
    ["done", "In order"],
    ["done", "Confirmed"],
    ["done", "1 agreed"],
    ["done", "Jan 24"],
  ]);
  expect([toDo(cells), isWaiting(cells)]).toEqual([0, false]);
});

describe("the agreement", () => {
  test.each([
    ["scheduled", "done", "Signed"],
    ["expiring_soon", "waiting", "Ends Jun 12"],
    ["draft", "todo", "To send"],
    ["changes_requested", "todo", "To change"],
    ["expired", "todo", "Ended Jun 12"],
    ["out_for_signature", "waiting", "Being signed"],
    ["suspended", "waiting", "On hold"],
    ["terminated", "none", "Ended early"],
    ["in_review", "waiting", "In review"],
  ])("that is %s is %s: %s", (status, state, words) => {
    expect(cellsOf(agreed(status), day).agreement).toMatchObject({ state, words });
  });

  test("that does not exist yet is drafted from the partnership", () => {
    expect(cellsOf(row({ agreement: null }), day).agreement).toEqual({
      state: "todo",
      words: "To draft",
      to: "/partnerships/p1",
    });
  });
});

describe("papers", () => {
  const about = {
    requirement_id: "r1",
    title: "General liability insurance",
    standing: "paper_missing" as const,
    paper_id: null,
    on: null,
    people: null,
    needed: null,
  };
  const blocker = {
    code: "paper_missing",
    words: "",
    said: aReason(""),
    party: "partner",
    due_on: null,
    about,
  };
  const later = {
    requirement_id: "r1",
    words: "",
    said: aReason(""),
    party: "partner" as const,
    due_on: "2020-03-02",
    about,
  };

  test("that are missing lead to the papers, too few people to the staff list", () => {
    expect(cellsOf(row({ blockers: [blocker] }), day).papers).toEqual({
      state: "todo",
      words: "1 missing",
      to: "/papers",
    });
    const few = row({ blockers: [{ ...blocker, code: "too_few_cleared" }] });
    expect(cellsOf(few, day).papers).toMatchObject({ state: "todo", to: "/papers/staff" });
    expect(cellsOf(row({ blockers: [{ ...blocker, party: "district" }] }), day).papers.state).toBe("waiting");
  });

  test("that are due are to do from thirty days before; an agreement's blocker is none of theirs", () => {
    const due = row({ papers_due: [later], blockers: [{ ...blocker, about: null }] });
    expect(cellsOf(due, day).papers).toEqual({ state: "none", words: "Due Mar 2" });
    expect(cellsOf(due, "2020-02-01").papers).toEqual({ state: "todo", words: "Due Mar 2", to: "/papers" });
  });
});

describe("the principal's word", () => {
  test.each([
    ["declined", "none", "Said no"],
    ["pending", "waiting", "Asked"],
    [null, "done", "Not needed"],
  ])("%s is %s: %s", (word, state, words) => {
    expect(cellsOf(agreed("in_review", word), day).principal).toEqual({ state, words });
  });

  test("is not asked for before the draft is sent", () => {
    expect(cellsOf(agreed("draft", "pending"), day).principal.words).toBe("Not asked yet");
    expect(cellsOf(row({ agreement: null }), day).principal.words).toBe("Not asked yet");
  });
});

describe("target and results", () => {
  test("a target that the school has not answered waits for the school", () => {
    const cells = cellsOf(row({ targets: [target({ status: "proposed", word: "pending" })] }), day);
    expect(cells.target).toEqual({ state: "waiting", words: "Asked" });
    expect(cells.results.words).toBe("Comes later");
  });

  test("a program at work without a target has one to propose, a planned one has not", () => {
    expect(cellsOf(row({ targets: [] }), day).target.state).toBe("todo");
    expect(cellsOf(row({ targets: [], stage: "planning" }), day).target.state).toBe("none");
    expect(cellsOf(row({ targets: [target({ word: "opted_out" })] }), day).target.words).toBe("Opted out");
  });

  test("a result past its day leads to where it is entered; the day itself is not late", () => {
    const late = row({ targets: [target({ result_due_on: "2020-01-17" })] });
    expect(cellsOf(late, day).results).toEqual({
      state: "todo",
      words: "Due Jan 17",
      to: "/targets/t1/enter",
    });
    expect(cellsOf(late, "2020-01-17").results.state).toBe("done");
  });

  test("a target without any result yet owes none before its first day", () => {
    const fresh = row({ targets: [target({ last_result_on: null, result_due_on: null })] });
    expect(cellsOf(fresh, day).results.words).toBe("None due yet");
  });
});

describe("what the page says first", () => {
  const late = row({ targets: [target({ result_due_on: "2020-01-17" })] });
  const elsewhere = row({ tenant: "cedar", school: { id: "s1", name: "Alderbrook School" } });

  test("counts schools, not rows, and tells two districts apart", () => {
    const lines = linesOf([late, row({ program: { id: "g2", name: "Math" } }), elsewhere], () => day);
    expect(owed(lines)).toBe("One of your 2 schools needs something from you.");
    expect(reach(lines, 2)).toBe("2 programs are at work at 2 schools in two districts.");
  });

  test("says when nothing is missing, and whose turn it is elsewhere", () => {
    const lines = linesOf(
      [row(), { ...agreed("in_review"), school: { id: "s2", name: "Birchwell" } }],
      () => day,
    );
    expect(owed(lines)).toBe("Nothing is missing from you at your 2 schools.");
    expect(reach(lines, 1)).toBe(
      "Reading tutoring is at work at 2 schools in one district. At 1 school the next step is somebody else’s.",
    );
    expect(owed([])).toBe("You work at no school yet.");
  });

  test.each([
    [
      { overdue: 2, this_week: 3, later: 1 },
      "Two things are overdue.",
      "3 more are due this week. 1 more can wait.",
    ],
    [{ overdue: 1, this_week: 0, later: 0 }, "One thing is overdue.", "Nothing else is due this week."],
    [
      { overdue: 0, this_week: 12, later: 4 },
      "12 things are due this week.",
      "Nothing is overdue. 4 more can wait.",
    ],
    [{ overdue: 0, this_week: 0, later: 4 }, "Nothing is due this week.", "4 things can wait."],
    [
      { overdue: 0, this_week: 0, later: 0 },
      "Nothing needs your attention.",
      "New tasks appear here when somebody waits for you.",
    ],
  ])("%o is told as “%s”", (counts, finding, rest) => {
    expect(attention(counts)).toBe(finding);
    expect(remainder(counts)).toBe(rest);
    expect(countTasks([])).toEqual({ overdue: 0, this_week: 0, later: 0 });
  });
});

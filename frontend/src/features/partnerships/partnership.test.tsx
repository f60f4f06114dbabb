import { within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test, vi } from "vitest";
import { rememberTag } from "@/api/entity-tags";
import { screen, showRouted } from "@/testing/render";
import { refuse, server, withServer } from "@/testing/server";
import { ActDialog } from "./act-dialog";
import { actWords } from "./act-words";
import { fieldsOf, readFacts, writeFacts } from "./facts";
import { listFinding } from "./findings";
import { historySentence } from "./history-words";
import { nextStep, otherSteps } from "./next-step";
import {
  aPartnership,
  anAgreement,
  can,
  id,
  inReview,
  noAgreement,
  notConfirmed,
} from "./partnership.test.data";
import { isNarrowed, readPartnershipsSearch } from "./search";
import { stageSteps } from "./stage-steps";
import { verbs } from "./verbs";
import { clearanceFinding, whoActs } from "./words";

withServer();

const blocked = (...blockers: (typeof inReview)[]) => ({
  cleared: false,
  cleared_through: null,
  blockers,
  papers_due: [],
  runs: { standing: "runs" as const, words: null, said: null, from_on: null },
  student_data: { needed: false, allowed: false, through_on: null, blockers: [] },
});
const clear = {
  cleared: true,
  cleared_through: "2020-06-12",
  blockers: [],
  papers_due: [],
  runs: { standing: "runs" as const, words: null, said: null, from_on: null },
  student_data: { needed: false, allowed: false, through_on: null, blockers: [] },
};

describe("the next step", () => {
  test("after a first conversation is to plan, or to say that it is no fit", () => {
    const fresh = aPartnership({
      stage: "exploring",
      agreements: [],
      clearance: blocked(noAgreement, notConfirmed),
      allowed_moves: can("plan", "not-a-fit"),
    });
    const next = nextStep(fresh, "Marisol Vega");
    expect(next).toEqual({ kind: "act", verb: "plan", refusal: "not-a-fit" });
    expect(otherSteps(fresh, next)).toEqual([]);
  });

  test("once it is planned is the agreement, for those who draft it; the others wait for them", () => {
    const planned = aPartnership({
      stage: "planning",
      agreements: [{ ...anAgreement, status: "expired" }],
      clearance: blocked(noAgreement, notConfirmed),
    });
    expect(nextStep(planned, "Dana Fitch")).toEqual({ kind: "draft" });
    expect(nextStep(planned, "Renee Castellano")).toEqual({ kind: "wait", blocker: noAgreement });
    expect(nextStep(planned, undefined)).toEqual({ kind: "wait", blocker: noAgreement });
  });

  test("is on the agreement for the one whose word is missing, before any move", () => {
    const checked = aPartnership({ stage: "planning", allowed_moves: can("ready", "not-a-fit") });
    const next = nextStep(checked, "Denise Okafor");
    expect(next).toEqual({ kind: "give", blocker: notConfirmed, agreementId: anAgreement.id });
    expect(otherSteps(checked, next).map(({ verb }) => verb)).toEqual(["ready", "not-a-fit"]);
    expect(nextStep(checked, "Marisol Vega")).toEqual({ kind: "act", verb: "ready" });
  });

  test("is a move only when nothing is missing for it; the move itself then says what it waits for", () => {
    const move = { move: "activate", needs: ["no_agreement_in_force", "school_not_confirmed"] };
    const waiting = aPartnership({ allowed_moves: [move, ...can("not-a-fit")] });
    const next = nextStep(waiting, "Marisol Vega");
    expect(next).toEqual({ kind: "wait", blocker: inReview });
    expect(otherSteps(waiting, next)[0]).toEqual({ verb: "activate", needs: move.needs });
    const free = aPartnership({ clearance: clear, allowed_moves: can("activate") });
    expect(nextStep(free, "Marisol Vega")).toEqual({ kind: "act", verb: "activate" });
  });

  test("is nothing while it runs, but it can be put on hold or ended; nothing at all once it is over", () => {
    const running = aPartnership({ stage: "active", clearance: clear, allowed_moves: can("pause", "end") });
    expect(nextStep(running, "Marisol Vega")).toBeNull();
    expect(otherSteps(running, null).map(({ verb }) => verb)).toEqual(["pause", "end"]);
    expect(nextStep(aPartnership({ stage: "ended" }), "Denise Okafor")).toBeNull();
  });
});

describe("the words", () => {
  test("name each missing thing and who acts, me as you", () => {
    expect(whoActs(notConfirmed.who, "Denise Okafor")).toBe("You");
    expect(whoActs(inReview.who, "Denise Okafor")).toBe("Renee Castellano or Wes Tanaka");
    expect(whoActs({ ...inReview.who, names: [] }, undefined)).toBe("The district office");
    expect(whoActs({ party: null, roles: [], names: [] }, undefined)).toBe("Nobody; it only takes time");
  });

  test.each([
    [{ clearance: blocked(notConfirmed) }, "Not cleared to work there: one thing is missing."],
    [{}, "Not cleared to work there: 2 things are missing."],
    [{ stage: "active", clearance: clear }, "Cleared to work there until June 12, 2020."],
    [{ stage: "paused", clearance: clear }, "Cleared, and on hold: the program does not work there now."],
    [{ clearance: clear }, "Cleared: nothing is missing. It has not started yet."],
    [{ stage: "ended", clearance: clear }, "It has ended; the program works there no longer."],
  ] as const)("of the heading say whether it may work there: %#", (values, words) => {
    expect(clearanceFinding(aPartnership(values as Parameters<typeof aPartnership>[0]))).toBe(words);
  });

  test("of a step say who reads the reason, and a judgement stays with the school and the district", () => {
    const asking = verbs.filter((verb) => actWords(verb, aPartnership()).asks);
    expect(asking).toEqual(["pause", "end", "not-a-fit"]);
    expect(actWords("not-a-fit", aPartnership()).asks?.hint).toContain("Only the school’s leaders");
  });

  test("of the list count those at work that may not be there", () => {
    expect(listFinding({}, { total: 905, notCleared: 3 })).toBe(
      "905 partnerships; 3 programs at work are not cleared",
    );
    expect(listFinding({}, { total: 1, notCleared: 0 })).toBe("1 partnership, every program at work cleared");
    expect(listFinding({ stage: "active", cleared: false }, { total: 1, notCleared: 1 })).toBe(
      "1 program at work is not cleared",
    );
    expect(listFinding({}, { total: undefined, notCleared: undefined })).toBe("Partnerships");
  });

  test("of the history say who did what, and which facts were changed", () => {
    const item = {
      at: "2020-01-08T21:20:00Z",
      kind: "partnership.paused",
      words: "Paused",
      who: { kind: "person" as const, id: id(6), name: "Marisol Vega" },
      version: 3,
      reason: null,
      changed: [],
      names: {},
    };
    expect(historySentence(item)).toBe("Marisol Vega put it on hold.");
    const changed = ["place", "need_ids"].map((field) => ({
      field,
      label: field,
      before: null,
      after: null,
      is_withheld: false,
    }));
    expect(historySentence({ ...item, kind: "partnership.changed", changed })).toBe(
      "Marisol Vega changed where it meets and the needs it meets.",
    );
    expect(historySentence({ ...item, kind: "partnership.blessed", words: "Blessed" })).toBe(
      "Marisol Vega: Blessed.",
    );
  });
});

test("the way shows what is done, where it stands, and that it was left", () => {
  const states = (values: Parameters<typeof aPartnership>[0]) =>
    stageSteps(aPartnership(values)).map(({ key, state }) => `${key} ${state}`);
  expect(states({})).toEqual(["exploring done", "planning done", "ready_check current", "active ahead"]);
  expect(states({ stage: "paused" }).slice(3)).toEqual(["active done", "paused current"]);
  expect(states({ stage: "not_a_fit" })).toEqual([]);
});

test("the address keeps what it knows, and a day alone narrows nothing", () => {
  const read = readPartnershipsSearch({ stage: "active", cleared: "false", effective_on: "2020-02-30" });
  expect(read).toEqual({ stage: "active", cleared: false });
  expect(isNarrowed(read)).toBe(true);
  expect(isNarrowed({ effective_on: "2020-02-01" })).toBe(false);
  expect(readPartnershipsSearch({ stage: "married", cleared: "perhaps" })).toEqual({});
});

test("an edit sends what was changed alone, and an emptied line is not known any more", () => {
  const partnership = aPartnership({ can_change: ["place", "schedule", "coordinator_id"] });
  expect(fieldsOf(partnership)).toEqual(["schedule", "place", "coordinator_id"]);
  const facts = { ...readFacts(partnership), place: " ", schedule: " Tuesdays " };
  expect(writeFacts(["place"], facts)).toEqual({ place: null });
  expect(writeFacts(["place", "schedule"], facts)).toEqual({ place: null, schedule: "Tuesdays" });
});

describe("the dialogs", () => {
  const path = `/api/v1/partnerships/${id(1)}`;
  const tag = '"3-abcdef0123456789"';
  const asRead = (values: Parameters<typeof aPartnership>[0] = {}) => {
    const partnership = aPartnership(values);
    rememberTag(partnership, tag);
    return partnership;
  };

  test("ask why before it ends, send it once with the version read, and keep it when it is refused", async () => {
    const sent = vi.fn();
    server.use(
      http.post(`*${path}/end`, async ({ request }) => {
        sent(await request.json(), request.headers.get("If-Match"));
        return HttpResponse.json(
          { type: "urn:alongside:problem:partnership-cannot-move", title: "no", status: 409 },
          { status: 409, headers: { "Content-Type": "application/problem+json" } },
        );
      }),
    );
    const done = vi.fn();
    const { user } = await showRouted(
      <ActDialog verb="end" partnership={asRead()} onClose={() => {}} onDone={done} />,
    );
    const dialog = within(await screen.findByRole("alertdialog", { name: "End the partnership" }));
    await user.click(dialog.getByRole("button", { name: "End the partnership" }));
    expect(dialog.getByRole("link", { name: /Write down why/ })).toBeInTheDocument();
    expect(sent).not.toHaveBeenCalled();
    await user.type(dialog.getByLabelText("Why does it end?"), "They moved away.");
    await user.click(dialog.getByRole("button", { name: "End the partnership" }));
    expect(await dialog.findByText(/It stands elsewhere by now/)).toBeInTheDocument();
    expect(sent.mock.calls).toEqual([[{ reason: "They moved away." }, tag]]);
    expect(dialog.getByLabelText("Why does it end?")).toHaveValue("They moved away.");
    expect(done).not.toHaveBeenCalled();
  });

  test("say that a step is somebody else’s", async () => {
    refuse("post", `${path}/plan`, 403, "not-your-move");
    const { user } = await showRouted(
      <ActDialog verb="plan" partnership={asRead()} onClose={() => {}} onDone={() => {}} />,
    );
    await user.click(await screen.findByRole("button", { name: "Start planning" }));
    expect(await screen.findByText("This step is somebody else’s to take.")).toBeInTheDocument();
  });
});

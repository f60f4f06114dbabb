import { http, HttpResponse } from "msw";
import { describe, expect, test, vi } from "vitest";
import { rememberTag } from "@/api/entity-tags";
import { zMe } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { answer, refuse, server, withServer } from "@/testing/server";
import { aReader, alder, birch, id } from "../agreement.test.data";
import type { Place, Revisit } from "./api";
import { startOf, toBody } from "./draft";
import { overdueHeading, waitingSides } from "./overdue-words";
import { PlacesSection } from "./places-section";
import { aPlace, aRevisit, aWord, theRevisits } from "./revisit.test.data";
import { RevisitPage } from "./revisit-page";
import { WordForm } from "./word-form";
import { chosen, heading, lead, yearLine } from "./words";

withServer();

const partner = "North Branch Mentors";
const answered = (outcome: "confirmed" | "revised" | "end"): Partial<Place> => ({
  state: "answered",
  outcome,
  waits_for: [],
  who: [],
  is_yours: false,
  can_say: false,
});

describe("the finding", () => {
  const over: Partial<Revisit> = { waits_for: [], can_answer: false, state: "answered" };
  test.each([
    [aRevisit(), "Your word is missing for 2 schools"],
    [aRevisit({ schools: [aPlace(alder)] }), "Your word is missing for Alderbrook School"],
    [aRevisit({ schools: [aPlace(null)] }), "Your word is missing for the whole district"],
    [aRevisit({ schools: [aPlace(alder, { is_yours: false })] }), "Both sides still have to answer"],
    [
      aRevisit({
        waits_for: ["partner"],
        schools: [aPlace(alder, { is_yours: false, waits_for: ["partner"] })],
      }),
      "North Branch Mentors still has to answer",
    ],
    [
      aRevisit({
        waits_for: ["school"],
        schools: [aPlace(alder, { is_yours: false, waits_for: ["school"] })],
      }),
      "The word for Alderbrook School is still missing",
    ],
    [aRevisit({ ...over, schools: [aPlace(alder, answered("end"))] }), "It should end"],
    [
      aRevisit({
        ...over,
        schools: [aPlace(alder, answered("confirmed")), aPlace(birch, answered("revised"))],
      }),
      "1 school goes on, 1 with changes",
    ],
    [aRevisit({ state: "ahead", schools: [] }), "The revisit opens on January 2, 2020"],
  ])("says whose word is missing, or what both came to", (revisit, words) => {
    expect(heading(revisit, partner)).toBe(words);
  });

  test("does not ask the office for what schools are asked", () => {
    expect(heading(aRevisit(), partner, true)).toBe("Both sides still have to answer");
  });

  test("always says that nobody is kept out while it is open or late", () => {
    for (const state of ["open", "overdue"] as const)
      expect(lead(aRevisit({ state }))).toContain("Nobody is kept out meanwhile");
  });

  test("sits down with the latest that has opened, else with the next to come", () => {
    const ahead = aRevisit({ id: id(52), state: "ahead" });
    expect(chosen(theRevisits({ items: [aRevisit(), ahead] }))?.id).toBe(id(51));
    expect(chosen(theRevisits({ items: [ahead], current_id: null }))?.id).toBe(id(52));
    expect(chosen(theRevisits({ items: [], current_id: null }))).toBeUndefined();
    expect(yearLine(ahead)).toBe("2019–20: opens on Jan 2, 2020.");
  });

  test("counts what is overdue by place and side", () => {
    const late = { school: alder, overdue: 2, since_on: "2019-12-31", agreements: [] };
    expect(overdueHeading({ total: 0, items: [] })).toBe("No revisit is overdue");
    expect(overdueHeading({ total: 2, items: [late] })).toBe("2 revisits are overdue, at 1 school");
    expect(overdueHeading({ total: 1, items: [{ ...late, school: null }] })).toBe("1 revisit is overdue");
    expect(waitingSides(["school"])).toBe("the school has to answer");
    expect(waitingSides(["school", "partner"])).toBe("both sides have to answer");
  });
});

describe("what stands in the fields at first", () => {
  const revised = aWord({ outcome: "revised", note: "Thursdays do not work" });

  test("is last year's word, that of most schools for all and the others as exceptions", () => {
    const schools = [
      aPlace(alder, { last_words: [aWord(), aWord({ side: "school", outcome: "end", note: "No" })] }),
      aPlace(birch, { last_words: [revised] }),
      aPlace({ id: id(13), name: "Granary School" }, { last_words: [aWord()] }),
    ];
    const start = startOf(aRevisit({ schools }), "partner");
    expect(start.isFromLastYear).toBe(true);
    expect(start.values).toEqual({
      outcome: "confirmed",
      note: "",
      exceptions: [{ school_id: birch.id, outcome: "revised", note: "Thursdays do not work" }],
    });
  });

  test("is this year's own word where it was given", () => {
    const place = aPlace(alder, { words: [revised], last_words: [aWord()], is_yours: false });
    const start = startOf(aRevisit({ schools: [place] }), "partner");
    expect(start).toEqual({
      isFromLastYear: false,
      values: { outcome: "revised", note: "Thursdays do not work", exceptions: [] },
    });
  });

  test("leaves out whom the reader does not speak for, and is empty without a word", () => {
    const schools = [aPlace(alder), aPlace(birch, { can_say: false, last_words: [revised] })];
    expect(startOf(aRevisit({ schools }), "partner").values).toEqual({
      outcome: "",
      note: "",
      exceptions: [],
    });
  });

  test("is sent without a reason where it simply goes on", () => {
    expect(toBody({ outcome: "", note: "", exceptions: [] })).toBeNull();
    const exceptions = [{ school_id: birch.id, outcome: "end" as const, note: " Moves away " }];
    expect(toBody({ outcome: "confirmed", note: "left over", exceptions })).toEqual({
      outcome: "confirmed",
      exceptions: [{ school_id: birch.id, outcome: "end", note: "Moves away" }],
    });
  });
});

describe("the form", () => {
  const path = `*/api/v1/agreements/${id(1)}/revisits/${id(51)}/answer`;

  async function open(revisits = theRevisits()) {
    rememberTag(revisits, '"3-0"');
    const [revisit] = revisits.items;
    const calls = { done: vi.fn(), reread: vi.fn(async () => undefined) };
    if (!revisit) throw new Error("no revisit");
    const form = await showRouted(
      <WordForm
        revisits={revisits}
        revisit={revisit}
        side="partner"
        onDone={calls.done}
        onReread={calls.reread}
      />,
    );
    return { ...form, ...calls };
  }

  test("gives one word for all schools with an exception, and names the version it was read at", async () => {
    const sent = vi.fn();
    server.use(
      http.post(path, async ({ request }) => {
        sent(await request.json(), request.headers.get("If-Match"));
        return HttpResponse.json(theRevisits());
      }),
    );
    const { user, done } = await open();
    await user.click(screen.getByRole("button", { name: "Give our word for 2 schools" }));
    expect(screen.getByRole("link", { name: "Choose how it goes on" })).toBeVisible();
    await user.click(screen.getByRole("radio", { name: "Goes on as it is" }));
    await user.click(screen.getByRole("button", { name: "Answer differently for one school" }));
    await user.selectOptions(screen.getByLabelText("School"), "Birchwell School");
    await user.selectOptions(screen.getByLabelText("How does it go on there?"), "Goes on, with changes");
    await user.click(screen.getByRole("button", { name: "Give our word for 2 schools" }));
    expect(screen.getByRole("link", { name: "Write down what should change" })).toBeVisible();
    await user.type(screen.getByLabelText("What should change?"), "Thursdays do not work");
    await user.click(screen.getByRole("button", { name: "Give our word for 2 schools" }));
    await vi.waitFor(() => expect(done).toHaveBeenCalledWith(2));
    expect(sent).toHaveBeenCalledExactlyOnceWith(
      {
        outcome: "confirmed",
        exceptions: [{ school_id: birch.id, outcome: "revised", note: "Thursdays do not work" }],
      },
      '"3-0"',
    );
  });

  test("keeps what was typed when somebody spoke meanwhile, and reads the page again", async () => {
    refuse("post", `/api/v1/agreements/${id(1)}/revisits/${id(51)}/answer`, 412, "precondition-failed");
    const { user, reread, done } = await open();
    await user.click(screen.getByRole("radio", { name: "Should end" }));
    await user.type(screen.getByLabelText("Why should it end?"), "We close our office");
    await user.click(screen.getByRole("button", { name: /Give our word/ }));
    expect(await screen.findByText(/Send it again if it still holds/)).toBeVisible();
    expect(screen.getByLabelText("Why should it end?")).toHaveValue("We close our office");
    expect(reread).toHaveBeenCalledOnce();
    expect(done).not.toHaveBeenCalled();
  });

  test("says that nobody gives both sides' word", async () => {
    refuse("post", `/api/v1/agreements/${id(1)}/revisits/${id(51)}/answer`, 409, "spoke-for-other-side");
    const { user } = await open();
    await user.click(screen.getByRole("radio", { name: "Goes on as it is" }));
    await user.click(screen.getByRole("button", { name: /Give our word/ }));
    expect(await screen.findByText(/Nobody gives both/)).toBeVisible();
  });
});

describe("who has answered", () => {
  test("says what is the same everywhere once, and names who is asked at each school", async () => {
    const said = aWord();
    const school = (name: string) => [{ side: "school" as const, names: [name] }];
    const places = [
      aPlace(alder, { words: [said], waits_for: ["school"], who: school("Denise Okafor") }),
      aPlace(birch, { words: [said], waits_for: ["school"], who: [{ side: "school", names: [] }] }),
    ];
    await showRouted(
      <PlacesSection revisit={aRevisit({ schools: places })} partner={partner} day="2020-01-27" />,
    );
    expect(screen.getAllByText(/Goes on as it is/)).toHaveLength(1);
    expect(screen.getByText("Waiting for Denise Okafor")).toBeVisible();
    expect(screen.getByText("Nobody there has an account yet")).toBeVisible();
    expect(screen.getByText("Both sides at 0 of 2 schools.")).toBeVisible();
  });
});

describe("the page", () => {
  test("offers the form only on the reader's own day", async () => {
    answer("get", "/api/v1/me", zMe, aReader());
    const path = `*/api/v1/agreements/${id(1)}/revisits`;
    server.use(http.get(path, () => HttpResponse.json(theRevisits({ as_of: "2020-02-01" }))));
    await showRouted(<RevisitPage agreementId={id(1)} effectiveOn="2020-02-01" />);
    expect(await screen.findByRole("link", { name: "Back to today" })).toBeVisible();
    expect(screen.queryByRole("radio")).toBeNull();
  });
});

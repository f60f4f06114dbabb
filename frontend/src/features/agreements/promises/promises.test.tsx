import { http, HttpResponse } from "msw";
import { describe, expect, test, vi } from "vitest";
import { rememberTag } from "@/api/entity-tags";
import { zMe } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { answer, server, withServer } from "@/testing/server";
import { aReader, aSchool, alder, anAgreement, birch, id } from "../agreement.test.data";
import { isLate, PromisesSection } from "../promises-section";
import { mayTakeBack, openPlaces, type Promised, type PromiseWord } from "./places";

withServer();

const word: PromiseWord = {
  school: null,
  outcome: "not_delivered",
  on: "2020-01-14",
  note: "Shared on Tuesdays",
  side: "partner",
  by: { id: id(4), name: "Dana Fitch" },
  said_at: "2020-01-14T22:20:00Z",
};

function aPromise(values: Partial<Promised> = {}) {
  return {
    id: id(61),
    party: "school" as const,
    topic: "space" as const,
    text: "An office with a door",
    words: [],
    can_say_everywhere: false,
    can_say_at: [],
    ...values,
  } as Extract<Promised, { topic: string }>;
}

const agreement = anAgreement({ status: "executed", effective_status: "active" });

describe("where it can be said", () => {
  test("is nowhere, everywhere, or at single schools of several", () => {
    expect(openPlaces(aPromise(), agreement)).toEqual([]);
    const one = aPromise({ can_say_everywhere: true, can_say_at: [alder.id] });
    expect(openPlaces(one, agreement)).toEqual([{ school: null, name: "Everywhere" }]);
    const two = aPromise({ can_say_everywhere: true, can_say_at: [alder.id, birch.id] });
    expect(openPlaces(two, agreement).map(({ name }) => name)).toEqual([
      "Everywhere",
      "Alderbrook School",
      "Birchwell School",
    ]);
    const told = { ...word, school: birch };
    const rest = aPromise({ can_say_at: [alder.id, birch.id], words: [told] });
    expect(openPlaces(rest, agreement).map(({ name }) => name)).toEqual(["Alderbrook School"]);
  });

  test("a word is taken back by whoever may say it there", () => {
    expect(mayTakeBack(aPromise({ can_say_at: [birch.id] }), { ...word, school: birch })).toBe(true);
    expect(mayTakeBack(aPromise({ can_say_at: [birch.id] }), word)).toBe(false);
  });

  test("what somebody spoke of is told once, not as late besides", () => {
    const late = { delivered_on: null, promised_by_on: "2020-01-06", words: [] };
    expect(isLate(late, agreement)).toBe(true);
    expect(isLate({ ...late, words: [word] }, agreement)).toBe(false);
  });
});

describe("beside a promise", () => {
  const put = `*/api/v1/agreements/${id(1)}/promises/${id(61)}/word`;

  async function open(promise: ReturnType<typeof aPromise>) {
    answer("get", "/api/v1/me", zMe, aReader());
    const own = anAgreement({
      status: "executed",
      effective_status: "active",
      expectations: [promise],
      schools: [aSchool(alder, "confirmed"), aSchool(birch, "confirmed")],
    });
    rememberTag(own, '"7-0"');
    return showRouted(<PromisesSection agreement={own} />);
  }

  test("its receiver says that it was not delivered, where and why", async () => {
    const sent = vi.fn();
    server.use(
      http.put(put, async ({ request }) => {
        sent(await request.json(), request.headers.get("If-Match"));
        return HttpResponse.json(agreement);
      }),
    );
    const { user } = await open(aPromise({ can_say_everywhere: true, can_say_at: [alder.id, birch.id] }));
    await user.click(screen.getByRole("button", { name: "Not delivered? “An office with a door”" }));
    const say = await screen.findByRole("button", { name: "Say that it was not delivered" });
    await user.click(say);
    expect(screen.getByRole("link", { name: "Write down what did not come, or why" })).toBeVisible();
    await user.selectOptions(screen.getByLabelText("Where"), "Birchwell School");
    await user.type(screen.getByLabelText("What did not come, or why?"), "Shared on Tuesdays");
    await user.click(say);
    expect(await screen.findByText("Noted as not delivered. Both sides read it.")).toBeVisible();
    expect(sent).toHaveBeenCalledExactlyOnceWith(
      { outcome: "not_delivered", on: "2020-01-27", note: "Shared on Tuesdays", school_id: birch.id },
      '"7-0"',
    );
  });

  test("others read who said it and when, and can do nothing", async () => {
    await open(aPromise({ words: [word] }));
    expect(screen.getByText("Not delivered")).toBeVisible();
    expect(screen.getByText("Jan 14 · Dana Fitch")).toBeVisible();
    expect(screen.getByText("Shared on Tuesdays")).toBeVisible();
    expect(screen.queryByRole("button")).toBeNull();
  });

  test("it is taken back with one press", async () => {
    server.use(http.delete(put, () => HttpResponse.json(agreement)));
    const { user } = await open(aPromise({ words: [word], can_say_everywhere: true }));
    await user.click(screen.getByRole("button", { name: "Take it back, “An office with a door”" }));
    expect(await screen.findByText("Taken back: nothing is said of it any more.")).toBeVisible();
  });
});

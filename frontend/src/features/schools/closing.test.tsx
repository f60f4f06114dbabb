import { within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import type { ClosingTouches, SchoolRead } from "@/api/gen/types.gen";
import { screen, showRouted } from "@/testing/render";
import { server, withServer } from "@/testing/server";
import { CloseSchool, SchoolStanding } from "./school-standing";

withServer();

const id = "01a2017c-607f-768a-ad7a-8c94f939f7e9";

function school(changes: Partial<SchoolRead> = {}): SchoolRead {
  return {
    id,
    version: 3,
    name: "Alder School",
    legal_name: "Alder School",
    level: "elementary",
    category: null,
    grades: ["K", "1"],
    address: null,
    city: null,
    state: null,
    postal_code: null,
    phone: null,
    website: null,
    latitude: null,
    longitude: null,
    network: null,
    school_hours: null,
    after_school_hours: null,
    languages_taught: [],
    is_title_one: null,
    status: "active",
    closed_on: null,
    successor_school_id: null,
    successor: null,
    identifiers: [],
    allowed_moves: [{ move: "close", needs: [] }],
    updated_at: "2020-01-27T12:00:00Z",
    ...changes,
  };
}

const touches = { partnerships: 2, at_work: 1, agreements: 1, agreements_only_here: 0, needs: 3 };

function answers(counts: ClosingTouches[], close: (body: unknown) => Response) {
  const asked: (string | null)[] = [];
  server.use(
    http.get(`*/api/v1/schools/${id}/closing`, ({ request }) => {
      const closedOn = new URL(request.url).searchParams.get("closed_on");
      asked.push(closedOn);
      return HttpResponse.json({
        closed_on: closedOn,
        touches: counts[Math.min(asked.length, counts.length) - 1],
      });
    }),
    http.get("*/api/v1/schools", () =>
      HttpResponse.json({ items: [], next_cursor: null, links: {}, total: null }),
    ),
    http.post(`*/api/v1/schools/${id}/close`, async ({ request }) => close(await request.json())),
  );
  return asked;
}

test("the last day is told as the day before the first without the school, with the numbers that were read", async () => {
  const close = vi.fn(() => HttpResponse.json(school({ closed_on: "2020-01-28", version: 4 })));
  const asked = answers([touches], close);
  const { user } = await showRouted(<CloseSchool school={school()} today="2020-01-27" onDone={vi.fn()} />);
  await user.click(screen.getByRole("button", { name: "Close this school…" }));
  const dialog = await screen.findByRole("dialog", { name: "Close Alder School" });
  expect(
    await within(dialog).findByText(/From January 28, 2020 on nothing covers Alder School/),
  ).toBeVisible();
  expect(within(dialog).getByText(/2 partnerships are under way. 1 is at work./)).toBeVisible();
  expect(within(dialog).getByText(/1 agreement names it then. Each names other schools too./)).toBeVisible();
  expect(asked).toEqual(["2020-01-28"]);
  await user.click(within(dialog).getByRole("button", { name: "Close the school" }));
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(close).toHaveBeenCalledExactlyOnceWith({
    closed_on: "2020-01-28",
    successor_school_id: null,
    reason: null,
    touches: { partnerships: 2, agreements: 1, needs: 3 },
  });
});

test("numbers that changed meanwhile are read anew and nothing is closed before they are confirmed", async () => {
  const refused = { type: "urn:alongside:problem:closing-touches-others", title: "Changed", status: 409 };
  answers([touches, { ...touches, partnerships: 5 }], () => HttpResponse.json(refused, { status: 409 }));
  const { user } = await showRouted(<CloseSchool school={school()} today="2020-01-27" onDone={vi.fn()} />);
  await user.click(screen.getByRole("button", { name: "Close this school…" }));
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByText(/2 partnerships are under way/);
  await user.click(within(dialog).getByRole("button", { name: "Close the school" }));
  expect(await within(dialog).findByText(/5 partnerships are under way/)).toBeVisible();
  expect(within(dialog).getByText(/What it touches has changed meanwhile/)).toBeVisible();
});

test("only what the server offers is there, and a closed school says since when and into which it was merged", async () => {
  const closed = school({
    status: "merged",
    closed_on: "2019-07-01",
    successor: { id: "01a2017c-607f-768a-ad7a-8c94f939f7ea", name: "Birch School" },
    allowed_moves: [],
  });
  await showRouted(
    <>
      <SchoolStanding school={closed} isNews={false} />
      <CloseSchool school={closed} today="2020-01-27" onDone={vi.fn()} />
    </>,
  );
  expect(screen.getByText("This school is closed; its last day was June 30, 2019.")).toBeVisible();
  expect(screen.getByRole("link", { name: "Birch School" })).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});

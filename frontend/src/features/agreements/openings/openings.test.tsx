import { within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import type { AdoptedFrom, OpeningRead, OpeningsRead } from "@/api/gen/types.gen";
import { zOpeningsRead } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { answer, server, withServer } from "@/testing/server";
import { anAgreement, id } from "../agreement.test.data";
import { AdoptedSection } from "./adopted-section";
import { OpeningsSection } from "./openings-section";
import { readOpenSearch } from "./search";

withServer();

const clause = "Other school districts may adopt these terms while this agreement is in force.";

function anOpening(values: Partial<OpeningRead> = {}): OpeningRead {
  return {
    id: id(71),
    version: 3,
    agreement: { id: id(1), number: "A-2020-0004", title: "Afternoon mentoring" },
    partner: { id: id(2), name: "North Branch Mentors" },
    status: "proposed",
    is_open: false,
    clause,
    open_until: "2020-06-12",
    note: "Evanston asked",
    proposed_by: { id: id(33), name: "Renee Castellano" },
    proposed_on: "2020-01-20",
    decided_by: null,
    decided_on: null,
    noted_on: null,
    closed_by: null,
    closed_on: null,
    reason: null,
    allowed_moves: [],
    ...values,
  };
}

function told(values: Partial<OpeningsRead>, ...items: OpeningRead[]) {
  const all = {
    id: id(1),
    can_propose: false,
    needs: [],
    clauses: [],
    last_day: "2020-06-12",
    items,
    ...values,
  };
  answer("get", `/api/v1/agreements/${id(1)}/openings`, zOpeningsRead, all);
}

const signed = anAgreement({ status: "executed" });

test("the partner reads the clause and what its yes means, and says it with the version it read", async () => {
  const agreed = vi.fn();
  told({}, anOpening({ allowed_moves: ["agree", "refuse"].map((move) => ({ move, needs: [] })) }));
  server.use(
    http.post(`*/api/v1/agreement-openings/${id(71)}/agree`, ({ request }) => {
      agreed(request.headers.get("If-Match"));
      return HttpResponse.json(anOpening({ status: "open", is_open: true }));
    }),
  );
  const { user } = await showRouted(<OpeningsSection agreement={signed} />);
  expect(await screen.findByText("Waits for the partner’s word")).toBeVisible();
  expect(screen.getByText("Evanston asked")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Let other districts join" }));
  const dialog = await screen.findByRole("dialog", { name: /Let other districts join/ });
  expect(within(dialog).getByText(clause)).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Let other districts join" }));
  expect(await screen.findByText("Other districts read it now.")).toBeVisible();
  expect(agreed).toHaveBeenCalledWith('"3"');
});

test("the office notes the answer, and nothing else comes of it", async () => {
  const noted = vi.fn();
  const allowed_moves = [{ move: "note", needs: [] }];
  told(
    {},
    anOpening({ status: "refused", reason: "Not this year", decided_on: "2020-01-24", allowed_moves }),
  );
  server.use(
    http.post(`*/api/v1/agreement-openings/${id(71)}/note`, ({ request }) => {
      noted(request.headers.get("If-Match"));
      return HttpResponse.json(anOpening({ status: "refused", noted_on: "2020-01-27" }));
    }),
  );
  const { user } = await showRouted(<OpeningsSection agreement={signed} />);
  expect(await screen.findByText("Not this year")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Note the answer" }));
  const dialog = await screen.findByRole("dialog", { name: "Note what North Branch Mentors answered" });
  expect(within(dialog).getByText(/no longer waits on the office’s first page/)).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Note the answer" }));
  expect(await screen.findByText("Noted.")).toBeVisible();
  expect(noted).toHaveBeenCalledWith('"3"');
});

test("who says no says why", async () => {
  const why = vi.fn();
  told({}, anOpening({ allowed_moves: [{ move: "refuse", needs: [] }] }));
  server.use(
    http.post(`*/api/v1/agreement-openings/${id(71)}/refuse`, async ({ request }) => {
      why(await request.json());
      return HttpResponse.json(anOpening({ status: "refused" }));
    }),
  );
  const { user } = await showRouted(<OpeningsSection agreement={signed} />);
  await user.click(await screen.findByRole("button", { name: "Say no" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Say no" }));
  expect((await within(dialog).findAllByText("Write down why, so that the others know"))[0]).toBeVisible();
  await user.type(within(dialog).getByLabelText("Why not?"), "Our prices differ");
  await user.click(within(dialog).getByRole("button", { name: "Say no" }));
  expect(await screen.findByText("The office reads your answer.")).toBeVisible();
  expect(why).toHaveBeenCalledWith({ reason: "Our prices differ" });
});

test("the office proposes in the words that were found, or reads what is in the way", async () => {
  const asked = vi.fn();
  told({ can_propose: true, clauses: [clause] });
  server.use(
    http.post(`*/api/v1/agreements/${id(1)}/openings`, async ({ request }) => {
      asked(await request.json());
      return HttpResponse.json(anOpening(), { status: 201 });
    }),
  );
  const { user } = await showRouted(<OpeningsSection agreement={signed} />);
  await user.click(await screen.findByRole("button", { name: "Propose that other districts may join" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Ask the partner" }));
  expect(await screen.findByText(/Proposed\. .* is asked\./)).toBeVisible();
  expect(asked).toHaveBeenCalledWith({ clause, open_until: "2020-06-12" });
});

test("what is in the way is said and nothing is offered", async () => {
  told({ can_propose: true, needs: ["text_kept", "own_terms"] });
  await showRouted(<OpeningsSection agreement={signed} />);
  expect(await screen.findByText(/it was signed elsewhere/)).toBeVisible();
  expect(screen.getByText(/others join where those were signed/)).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});

const from: AdoptedFrom = {
  district: "Twin Rivers District",
  number: "A-2019-0002",
  title: "Family reading evenings",
  clause,
  text_sha256: "0".repeat(64),
  ends_on: "2021-06-11",
  adopted_on: "2020-01-27",
  adopted_by: null,
  state: "over",
  over_on: "2020-03-27",
  changed: ["notice_days", "sections"],
  is_without_legal: false,
};

test("what was signed here holds when the other one ended, and what it says otherwise is named", async () => {
  await showRouted(<AdoptedSection from={from} isSigned />);
  expect(await screen.findByText("What was signed here holds as it was signed.")).toBeVisible();
  expect(screen.getByText("the notice and the standing terms")).toBeVisible();
  expect(screen.getByText("March 27, 2020")).toBeVisible();
});

test("a draft waits while the other one is closed; a signed one is not warned of that", async () => {
  const { unmount } = await showRouted(
    <AdoptedSection from={{ ...from, state: "closed" }} isSigned={false} />,
  );
  expect(await screen.findByText("This one is not sent for review or signature meanwhile.")).toBeVisible();
  unmount();
  await showRouted(<AdoptedSection from={{ ...from, state: "closed" }} isSigned />);
  expect(await screen.findByText("Closed to other districts")).toBeVisible();
  expect(screen.queryByText("What was signed here holds as it was signed.")).toBeNull();
});

test("an address keeps its words and the one that is read", () => {
  expect(readOpenSearch({ q: " reading ", id: id(3), other: "x" })).toEqual({ q: "reading", id: id(3) });
  expect(readOpenSearch({})).toEqual({});
});

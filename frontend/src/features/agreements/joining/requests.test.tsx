import { within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import { rememberTag } from "@/api/entity-tags";
import type { JoinRequestRead, Me } from "@/api/gen/types.gen";
import { zJoinableAgreements, zJoinRequests, zMe } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { answer, server, withServer } from "@/testing/server";
import { aReader, alder, birch, id } from "../agreement.test.data";
import { JoinableSection } from "./joinable-section";
import { RequestsSection } from "./requests-section";
import { ownRequests } from "./requests";

withServer();

const moves = (...names: string[]) => names.map((move) => ({ move, needs: [] }));

function aRequest(values: Partial<JoinRequestRead> = {}): JoinRequestRead {
  return {
    id: id(61),
    version: 1,
    agreement: { id: id(1), number: "A-2020-0004", title: "Afternoon mentoring" },
    partner: { id: id(2), name: "North Branch Mentors" },
    school: birch,
    status: "asked",
    note: "About twenty students",
    is_principals: true,
    asked_by: { id: id(21), name: "Omar Haddad" },
    asked_on: "2020-01-23",
    decided_by: null,
    decided_on: null,
    reason: null,
    allowed_moves: [],
    ...values,
  };
}

const refused = {
  status: "refused",
  decided_by: { id: id(33), name: "Renee Castellano" },
  decided_on: "2020-01-24",
  reason: "It is full",
} as const;

const leads: Me["roles"][number] = {
  role: "school_leader",
  scope: "schools",
  school_ids: [birch.id],
  partner_id: null,
  employer_partner_id: null,
};

function listed(...items: JoinRequestRead[]) {
  for (const each of items) rememberTag(each, `"${each.version}-0"`);
  answer("get", "/api/v1/join-requests", zJoinRequests, { items });
}

test("the office reads who asks and what was said, and lets the school join", async () => {
  answer("get", "/api/v1/me", zMe, aReader());
  const elsewhere = aRequest({ id: id(62), agreement: { id: id(9), number: "A-9", title: "Other" } });
  listed(aRequest({ allowed_moves: moves("accept", "refuse") }), { ...elsewhere, school: alder });
  const said = vi.fn();
  server.use(
    http.post(`*/api/v1/join-requests/${id(61)}/accept`, () => {
      said();
      listed();
      return HttpResponse.json(aRequest({ status: "accepted", version: 2 }));
    }),
  );
  const { user } = await showRouted(<RequestsSection agreementId={id(1)} />);
  expect(await screen.findByText("Birchwell School")).toBeVisible();
  expect(screen.queryByText("Alderbrook School")).toBeNull();
  expect(screen.getByText("About twenty students")).toBeVisible();
  expect(screen.getByText(/The principal asks, so the school’s word is given/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Let it join" }));
  const dialog = await screen.findByRole("dialog", { name: "Let Birchwell School join" });
  await user.click(within(dialog).getByRole("button", { name: "Let it join" }));
  expect(await screen.findByText("The school joins.")).toBeVisible();
  expect(said).toHaveBeenCalledOnce();
});

test("the office says no only with a reason", async () => {
  answer("get", "/api/v1/me", zMe, aReader());
  listed(aRequest({ is_principals: false, allowed_moves: moves("accept", "refuse") }));
  const said = vi.fn();
  server.use(
    http.post(`*/api/v1/join-requests/${id(61)}/refuse`, async ({ request }) => {
      said(await request.json());
      return HttpResponse.json(aRequest({ ...refused, version: 2 }));
    }),
  );
  const { user } = await showRouted(<RequestsSection agreementId={id(1)} />);
  expect(await screen.findByText(/The principal is asked once you have said yes/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Say no" }));
  const dialog = await screen.findByRole("dialog", { name: "Say no to Birchwell School" });
  await user.click(within(dialog).getByRole("button", { name: "Say no" }));
  expect((await within(dialog).findAllByText(/Write down why/))[0]).toBeVisible();
  expect(said).not.toHaveBeenCalled();
  await user.type(within(dialog).getByLabelText("Why not?"), "It is full");
  await user.click(within(dialog).getByRole("button", { name: "Say no" }));
  expect(await screen.findByText("The school reads your answer.")).toBeVisible();
  expect(said).toHaveBeenCalledWith({ reason: "It is full" });
});

test("a school reads the office's answer and takes back what still waits", async () => {
  answer("get", "/api/v1/me", zMe, aReader({ scopes: ["agreements:write"], roles: [leads] }));
  answer("get", "/api/v1/schools/:school/joinable-agreements", zJoinableAgreements, {
    id: birch.id,
    as_of: "2020-01-27",
    can_ask: true,
    items: [],
  });
  const other = { id: id(9), number: "A-9", title: "Chess" };
  listed(
    aRequest({ allowed_moves: moves("withdraw") }),
    aRequest({ id: id(62), agreement: other, ...refused }),
  );
  const taken = vi.fn();
  server.use(
    http.post(`*/api/v1/join-requests/${id(61)}/withdraw`, () => {
      taken();
      listed(aRequest({ id: id(62), agreement: other, ...refused }));
      return HttpResponse.json(aRequest({ status: "withdrawn", version: 2 }));
    }),
  );
  const { user } = await showRouted(<JoinableSection schoolId={birch.id} />);
  expect(await screen.findByText("It is full")).toBeVisible();
  expect(
    screen.getByText(/Omar Haddad asked on Jan 23; Renee Castellano answered on Jan 24\./),
  ).toBeVisible();
  await user.click(
    screen.getByRole("button", { name: "Take it back: the wish to join “Afternoon mentoring”" }),
  );
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Take it back" }));
  expect(await screen.findByText("Taken back. You can ask again.")).toBeVisible();
  expect(taken).toHaveBeenCalledOnce();
});

test("only the latest wish for an agreement is told, and an answer as long as it is fresh", () => {
  const asked = aRequest();
  const before = aRequest({ id: id(62), ...refused });
  const elsewhere = aRequest({ id: id(63), school: alder });
  expect(ownRequests([asked, before, elsewhere], birch.id, "2020-01-27")).toEqual([asked]);
  expect(ownRequests([before], birch.id, "2020-01-27")).toEqual([before]);
  expect(ownRequests([before], birch.id, "2020-06-01")).toEqual([]);
  expect(
    ownRequests([aRequest({ status: "withdrawn", decided_on: "2020-01-24" })], birch.id, "2020-01-27"),
  ).toEqual([]);
});

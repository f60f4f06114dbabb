import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import { rememberTag } from "@/api/entity-tags";
import { zLeadChoices } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { answer, server, withServer } from "@/testing/server";
import { EditDialog } from "./edit-dialog";
import { aPartnership, id } from "./partnership.test.data";

withServer();

const path = `/api/v1/partnerships/${id(1)}`;
const tag = '"3-abcdef0123456789"';

/** The dialog over a partnership as it was read, and what it sends. */
async function edit(values: Parameters<typeof aPartnership>[0]) {
  const partnership = aPartnership(values);
  rememberTag(partnership, tag);
  const sent = vi.fn();
  const done = vi.fn();
  answer("get", `${path}/leads`, zLeadChoices, {
    coordinators: [
      { id: id(6), name: "Marisol Vega" },
      { id: id(7), name: "Denise Okafor" },
    ],
    partner_leads: [{ id: id(8), name: "Dana Fitch" }],
  });
  server.use(
    http.get("*/api/v1/needs", () => HttpResponse.json({ items: [], next_cursor: null, links: {} })),
    http.patch(`*${path}`, async ({ request }) => {
      sent(await request.json(), request.headers.get("If-Match"));
      return HttpResponse.json({ ...partnership, version: 4 });
    }),
  );
  const { user } = await showRouted(
    <EditDialog partnership={partnership} onClose={() => {}} onDone={done} />,
  );
  return { user, sent, done };
}

test("a partner’s admin is offered the fields that are theirs, and one is saved with the version read", async () => {
  const { user, sent, done } = await edit({ can_change: ["partner_lead_id", "schedule"] });
  expect(await screen.findByLabelText(/When it meets/)).toBeInTheDocument();
  for (const other of [/Where it meets/, /calls at the school/, /cleared people/])
    expect(screen.queryByLabelText(other)).not.toBeInTheDocument();
  await user.type(screen.getByLabelText(/When it meets/), "Tuesdays");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(sent.mock.calls).toEqual([[{ schedule: "Tuesdays" }, tag]]);
});

test("whom to call is chosen out of those who may be named, and nobody again by the empty choice", async () => {
  const { user, sent, done } = await edit({
    can_change: ["coordinator_id", "partner_lead_id"],
    coordinator_id: id(6),
  });
  const school = await screen.findByLabelText(/calls at the school/);
  expect(school).toHaveValue(id(6));
  const partner = screen.getByLabelText(/calls at the partner/);
  expect(partner).toHaveValue("");
  await screen.findByRole("option", { name: "Dana Fitch" });
  await user.selectOptions(partner, "Dana Fitch");
  await user.selectOptions(school, "");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(sent.mock.calls).toEqual([[{ coordinator_id: null, partner_lead_id: id(8) }, tag]]);
});

test("how many cleared people it takes is a whole number from 1 to 100", async () => {
  const { user, sent, done } = await edit({ can_change: ["min_cleared_people"] });
  const field = await screen.findByLabelText(/cleared people/);
  for (const wrong of ["0", "101", "2.5", "two"]) {
    await user.clear(field);
    await user.type(field, wrong);
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("link", { name: /whole number from 1 to 100/ })).toBeInTheDocument();
  }
  expect(sent).not.toHaveBeenCalled();
  await user.clear(field);
  await user.type(field, "3");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(sent.mock.calls).toEqual([[{ min_cleared_people: 3 }, tag]]);
});

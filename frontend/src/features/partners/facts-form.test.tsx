import { useSuspenseQuery } from "@tanstack/react-query";
import { http, HttpResponse } from "msw";
import { Suspense } from "react";
import { expect, test, vi } from "vitest";
import type { PartnerRead } from "@/api/gen/types.gen";
import { zPartnerRead } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { server, withServer } from "@/testing/server";
import { partnerQuery } from "./api";
import type { Field, Section } from "./facts";
import { FactsForm } from "./facts-form";

withServer();

const id = "01a2017c-607f-768a-ad7a-8c94f939f7e9";

function partner(changes: Partial<PartnerRead> = {}): PartnerRead {
  const whole: PartnerRead = {
    id,
    version: 1,
    view: "full",
    name: "Riverbend Learning",
    legal_name: "Riverbend Learning, Inc.",
    ein: "00-0100101",
    org_type: "nonprofit",
    sector: null,
    mission: "Reading close to home.",
    website: null,
    phone: "(312) 555-0142",
    email: "hello@riverbend.example",
    address: null,
    city: "Chicago",
    state: "IL",
    postal_code: null,
    languages: ["English"],
    funding_status: null,
    charges_fee: null,
    status: "approved",
    status_reason: null,
    application_note: null,
    reviewer: null,
    former_names: [],
    chapters: [],
    notes: [],
    submitted_on: null,
    vetted_on: null,
    vetting_expires_on: null,
    vetting_expired: false,
    is_public: true,
    parent: null,
    fiscal_sponsor: null,
    sponsor_name: null,
    sponsor_ein: null,
    vendor_number: null,
    contacts: [],
    programs: [],
    profile: null,
    similar: [],
    can_edit: true,
    allowed_moves: [],
    updated_at: "2020-01-27T15:00:00Z",
    ...changes,
  };
  zPartnerRead.parse(whole);
  return whole;
}

/** A server that holds one partner, takes edits of its version only, and lets somebody else change it meanwhile. */
function keep(first: PartnerRead) {
  let held = first;
  const edits: unknown[] = [];
  const tagged = () => HttpResponse.json(held, { headers: { ETag: `"${held.version}-x"` } });
  server.use(
    http.get(`*/api/v1/partners/${id}`, tagged),
    http.patch(`*/api/v1/partners/${id}`, async ({ request }) => {
      const body = await request.json();
      if (request.headers.get("If-Match") !== `"${held.version}-x"`)
        return HttpResponse.json(
          { type: "urn:alongside:problem:optimistic-lock-failed", title: "Changed", status: 412 },
          { status: 412 },
        );
      edits.push(body);
      held = { ...held, ...(body as Partial<PartnerRead>), version: held.version + 1 };
      return tagged();
    }),
  );
  const somebodyChanges = (changes: Partial<PartnerRead>) => {
    held = { ...held, ...changes, version: held.version + 1 };
  };
  return { edits, somebodyChanges };
}

const sponsorId = "01a2017c-607f-768a-ad7a-8c94f939f700";

type OpenedProps = { onClose: () => void; section?: Section; fields?: readonly Field[] };

const reach: readonly Field[] = ["phone", "email", "city", "state"];

function Opened({ onClose, section = "reach", fields = reach }: OpenedProps) {
  const read = useSuspenseQuery({ ...partnerQuery(id), staleTime: Infinity }).data;
  return <FactsForm partner={read} section={section} fields={fields} onClose={onClose} />;
}

async function open() {
  const closed = vi.fn<() => void>();
  const page = await showRouted(
    <Suspense>
      <Opened onClose={closed} />
    </Suspense>,
  );
  const phone = await screen.findByLabelText(/^Phone/);
  return { ...page, closed, phone };
}

test("only what changed is sent, and an emptied field is cleared", async () => {
  const { edits } = keep(partner());
  const { user, closed, phone } = await open();
  await user.clear(phone);
  await user.type(phone, "(312) 555-0199");
  await user.clear(screen.getByLabelText(/^E-mail/));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(edits).toEqual([{ phone: "(312) 555-0199", email: null }]);
});

test("what somebody else changed meanwhile stays when it is another field", async () => {
  const { edits, somebodyChanges } = keep(partner());
  const { user, closed, phone } = await open();
  somebodyChanges({ city: "Evanston" });
  await user.clear(phone);
  await user.type(phone, "(312) 555-0199");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(edits).toEqual([{ phone: "(312) 555-0199" }]);
});

test("when both changed the same field both values are shown, and what was typed is kept", async () => {
  const { edits, somebodyChanges } = keep(partner());
  const { user, closed, phone } = await open();
  somebodyChanges({ phone: "(773) 555-0001" });
  await user.clear(phone);
  await user.type(phone, "(312) 555-0199");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("radio", { name: /\(773\) 555-0001/ })).toBeInTheDocument();
  expect(screen.getByRole("radio", { name: /\(312\) 555-0199/ })).toBeChecked();
  expect(phone).toHaveValue("(312) 555-0199");
  expect(edits).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Use these and save" }));
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(edits).toEqual([{ phone: "(312) 555-0199" }]);
});

test("choosing theirs sends nothing that would undo it", async () => {
  const { edits, somebodyChanges } = keep(partner());
  const { user, closed, phone } = await open();
  somebodyChanges({ phone: "(773) 555-0001" });
  await user.clear(phone);
  await user.type(phone, "(312) 555-0199");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await user.click(await screen.findByRole("radio", { name: /\(773\) 555-0001/ }));
  await user.click(screen.getByRole("button", { name: "Use these and save" }));
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(edits).toEqual([]);
});

test("a fiscal sponsor is found by its name, and one that is not here is told by name and EIN", async () => {
  const { edits } = keep(partner({ ein: null, status: "prospective" }));
  const asked: (string | null)[] = [];
  server.use(
    http.get("*/api/v1/partners", ({ request }) => {
      asked.push(new URL(request.url).searchParams.get("q"));
      return HttpResponse.json({ items: [{ id: sponsorId, name: "Community Hub" }], next_cursor: null });
    }),
  );
  const closed = vi.fn<() => void>();
  const { user } = await showRouted(
    <Suspense>
      <Opened
        onClose={closed}
        section="standing"
        fields={["ein", "fiscal_sponsor_id", "sponsor_name", "sponsor_ein"]}
      />
    </Suspense>,
  );
  await user.type(await screen.findByRole("combobox", { name: /^Fiscal sponsor/ }), "hub");
  await user.click(await screen.findByRole("option", { name: "Community Hub" }));
  expect(asked).toContain("hub");
  await user.type(screen.getByLabelText(/^EIN of the fiscal sponsor/), "12");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findAllByText("Enter the EIN as two digits, a hyphen and seven digits")).toHaveLength(
    2,
  );
  expect(edits).toEqual([]);
  await user.clear(screen.getByLabelText(/^EIN of the fiscal sponsor/));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(edits).toEqual([{ fiscal_sponsor_id: sponsorId }]);
});

test("a state that is no state is named at its field and sends nothing", async () => {
  const { edits } = keep(partner());
  const { user } = await open();
  const state = screen.getByLabelText(/^State/);
  await user.clear(state);
  await user.type(state, "Illinois");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findAllByText("Enter the state as two capital letters, such as IL")).toHaveLength(2);
  expect(edits).toEqual([]);
});

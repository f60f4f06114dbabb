import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import type { ListingRead, ListingWrite } from "@/api/gen/types.gen";
import { zListingRead } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { server, withServer } from "@/testing/server";
import { ListingForm } from "./listing-form";

withServer();

const id = "01a2017c-607f-768a-ad7a-8c94f939f7e9";

const words: ListingRead = {
  program_id: id,
  version: 3,
  words_version: 2,
  is_public: true,
  is_free: true,
  summary: "Two students with one tutor.",
  cost: null,
  how_to_join: "Ask the front desk.",
  contact: null,
  phone: null,
  name_es: null,
  summary_es: null,
  cost_es: null,
  how_to_join_es: null,
  shown_at: [],
  can_edit: true,
};

/** A server whose words somebody else has changed since the form was opened. */
function changedMeanwhile(changes: Partial<ListingRead>) {
  let held = { ...words, ...changes, version: 4 };
  zListingRead.parse(held);
  const kept: ListingWrite[] = [];
  const tagged = () => HttpResponse.json(held, { headers: { ETag: `"${held.version}-x"` } });
  server.use(
    http.get(`*/api/v1/programs/${id}/half-sheet`, tagged),
    http.put<never, ListingWrite>(`*/api/v1/programs/${id}/half-sheet`, async ({ request }) => {
      const version = request.headers.get("If-Match")?.replaceAll('"', "").split("-")[0];
      if (version !== String(held.version))
        return HttpResponse.json(
          { type: "urn:alongside:problem:optimistic-lock-failed", title: "Changed", status: 412 },
          { status: 412 },
        );
      const body = await request.json();
      kept.push(body);
      held = { ...held, version: held.version + 1 };
      return tagged();
    }),
  );
  return kept;
}

async function open(changes: Partial<ListingRead> = {}) {
  const closed = vi.fn<() => void>();
  const listing = { ...words, ...changes };
  const page = await showRouted(<ListingForm programId={id} listing={listing} onClose={closed} />);
  return { ...page, closed };
}

test("where both changed the same words both are shown, and the chosen ones are kept", async () => {
  const kept = changedMeanwhile({ summary: "Reading with a tutor.", phone: "555-0100" });
  const { user, closed } = await open();
  const summary = screen.getByRole("textbox", { name: "What it is" });
  await user.clear(summary);
  await user.type(summary, "One tutor.");
  await user.click(screen.getByRole("button", { name: "Save the public words" }));
  expect(await screen.findByRole("radio", { name: /Reading with a tutor/ })).toBeInTheDocument();
  expect(screen.getByRole("radio", { name: /One tutor\./ })).toBeChecked();
  expect(kept).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Use these and save" }));
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  // what only the other changed is taken as it is now
  expect(kept).toMatchObject([{ summary: "One tutor.", phone: "555-0100", is_public: true }]);
});

test("words that were taken back meanwhile stay back, with what was written since", async () => {
  const kept = changedMeanwhile({ is_public: false });
  const { user, closed } = await open();
  await user.type(screen.getByLabelText(/^Telephone/), "555-0142");
  await user.click(screen.getByRole("button", { name: "Save the public words" }));
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(kept).toMatchObject([{ phone: "555-0142", is_public: false }]);
});

test("a draft stays a draft, though another made the program public meanwhile", async () => {
  const kept = changedMeanwhile({ is_public: true });
  const { user, closed } = await open({ is_public: false });
  await user.type(screen.getByLabelText(/^Telephone/), "555-0142");
  await user.click(screen.getByRole("button", { name: "Save as a draft" }));
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(kept).toMatchObject([{ phone: "555-0142", is_public: false }]);
});

test("what both changed to the same is no question", async () => {
  const kept = changedMeanwhile({ summary: "Reading with a tutor.", is_free: false, cost: "$5 a week" });
  const { user, closed } = await open();
  await user.click(screen.getByRole("checkbox", { name: "It is free for families" }));
  await user.click(screen.getByLabelText(/^Cost to families/));
  await user.paste("$5 a week");
  await user.clear(screen.getByRole("textbox", { name: "What it is" }));
  await user.click(screen.getByRole("textbox", { name: "What it is" }));
  await user.paste("One tutor.");
  await user.click(screen.getByRole("button", { name: "Save the public words" }));
  const asked = await screen.findAllByRole("radiogroup");
  expect(asked).toHaveLength(1);
  expect(asked[0]).toHaveAccessibleName("What it is");
  await user.click(screen.getByRole("button", { name: "Use these and save" }));
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(kept).toMatchObject([{ summary: "One tutor.", is_free: false, cost: "$5 a week" }]);
});

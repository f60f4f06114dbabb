import { within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import type { TreeAnswerRead, TreeRead } from "@/api/gen/types.gen";
import { zMe, zTreeRead } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { answer, refuse, server, withServer } from "@/testing/server";
import { aReader } from "../agreement.test.data";
import { TreePage } from "./tree-page";

withServer();

const at = "/api/v1/agreement-tree";
const usual = { type: "space_use" as const, is_binding: true, steps: ["risk" as const] };
const own = { type: "moa" as const, is_binding: true, steps: ["board" as const] };

function aLead(values: Partial<TreeAnswerRead> = {}): TreeAnswerRead {
  return { id: null, version: 0, answer: "space_yes", ...usual, is_own: false, usual, ...values };
}

const moved = aLead({ ...own, version: 2, is_own: true });
const other = aLead({ ...own, answer: "money_yes", version: 1, is_own: true });

async function open(...items: TreeAnswerRead[]) {
  answer("get", "/api/v1/me", zMe, aReader({ scopes: ["agreements:read", "settings:write"] }));
  const tree: TreeRead = { version: 7, items };
  answer("get", at, zTreeRead, tree, { headers: { ETag: '"7-abc"' } });
  return showRouted(<TreePage />);
}

test("going back shows what would change, and asks with the version that was read", async () => {
  const sent = vi.fn();
  server.use(
    http.post(`*${at}/go-back`, async ({ request }) => {
      sent(request.headers.get("If-Match"), await request.json());
      return HttpResponse.json({ version: 8, items: [aLead({ version: 3 }), other] });
    }),
  );
  const { user } = await open(moved, other);
  await user.click(await screen.findByRole("button", { name: "Back to usual: Space is used for long" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText(/^Now:/)).toHaveTextContent(/Agreement \(MOA\).*Adds the board’s vote/);
  expect(within(dialog).getByText(/^The usual way:/)).toHaveTextContent(/Space use agreement.*risk review/);
  expect(within(dialog).queryByText("Money changes hands")).toBeNull();
  await user.click(within(dialog).getByRole("button", { name: "Go back to the usual way" }));
  expect(await screen.findByText("It leads the usual way again: Space is used for long")).toBeVisible();
  expect(sent).toHaveBeenCalledWith('"7-abc"', { answers: ["space_yes"] });
});

test("everything goes back at once, and each change is listed", async () => {
  const sent = vi.fn();
  server.use(
    http.post(`*${at}/go-back`, async ({ request }) => {
      sent(await request.json());
      return HttpResponse.json({ version: 9, items: [] });
    }),
  );
  const { user } = await open(moved, other);
  await user.click(await screen.findByRole("button", { name: "Back to the usual way everywhere" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getAllByText(/^The usual way:/)).toHaveLength(2);
  await user.click(within(dialog).getByRole("button", { name: "Go back to the usual way" }));
  expect(await screen.findByText("Every answer leads the usual way again.")).toBeVisible();
  expect(sent).toHaveBeenCalledWith({ answers: ["space_yes", "money_yes"] });
});

test("where somebody else was faster, what would change is read again", async () => {
  refuse("post", `${at}/go-back`, 412, "precondition-failed");
  const { user } = await open(moved);
  await user.click(await screen.findByRole("button", { name: "Back to usual: Space is used for long" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Go back to the usual way" }));
  expect(await within(dialog).findByText(/^Somebody changed this since you opened it/)).toBeVisible();
});

test("an answer that leads the usual way has nothing to go back to", async () => {
  await open(aLead());
  expect(await screen.findByRole("button", { name: "Change: Space is used for long" })).toBeVisible();
  expect(screen.queryByRole("button", { name: /Back to/ })).toBeNull();
});

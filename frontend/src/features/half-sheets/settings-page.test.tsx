import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import { zHalfSheetSettingsRead, zMe } from "@/api/gen/zod.gen";
import { aReader } from "@/features/agreements/agreement.test.data";
import { screen, showRouted } from "@/testing/render";
import { answer, refuse, server, withServer } from "@/testing/server";
import { HalfSheetSettingsPage } from "./settings-page";

withServer();

const at = "/api/v1/settings/half-sheets";

test("whom somebody forestalled keeps their choice and may save it over what was saved", async () => {
  answer("get", "/api/v1/me", zMe, aReader({ scopes: ["agreements:read", "agreements:approve"] }));
  answer("get", at, zHalfSheetSettingsRead, { decided_by: "district", version: 3 });
  const { user } = await showRouted(<HalfSheetSettingsPage />);
  const own = await screen.findByRole("radio", { name: /The school’s principal/ });
  await user.click(own);
  refuse("put", at, 412, "precondition-failed");
  answer(
    "get",
    at,
    zHalfSheetSettingsRead,
    { decided_by: "district", version: 4 },
    { headers: { ETag: '"4"' } },
  );
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(/^Somebody changed this since you opened it/)).toBeVisible();
  expect(own).toBeChecked();

  const sent = vi.fn();
  server.use(
    http.put(`*${at}`, async ({ request }) => {
      sent(request.headers.get("If-Match"), await request.json());
      return HttpResponse.json({ decided_by: "school", version: 5 });
    }),
  );
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("heading", { name: /^Each principal decides/ })).toBeVisible();
  expect(sent).toHaveBeenCalledWith('"4"', { decided_by: "school" });
});

import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import type { Me } from "@/api/gen/types.gen";
import { zHalfSheetSettingsRead, zMe } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { answer, refuse, server, withServer } from "@/testing/server";
import { HalfSheetSettingsPage } from "./settings-page";

withServer();

const at = "/api/v1/settings/half-sheets";

const office: Me = {
  person: {
    id: "019bfe00-0000-7000-8000-000000000031",
    name: "Denise Okafor",
    email: "denise@demo.example.org",
    locale: "en",
  },
  credential_id: null,
  tenant: {
    id: "019bfe00-0000-7000-8000-000000000032",
    slug: "chicago",
    name: "Chicago",
    kind: "district",
    is_demonstration: true,
    today: "2020-01-27",
    time_zone: "America/Chicago",
    min_n: 10,
    expiring_window_days: 90,
  },
  tenants: [],
  roles: [],
  scopes: ["agreements:read", "agreements:approve"],
};

test("whom somebody forestalled keeps their choice and may save it over what was saved", async () => {
  answer("get", "/api/v1/me", zMe, office);
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

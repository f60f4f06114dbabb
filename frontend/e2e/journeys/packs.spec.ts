/** One organization in two districts: a pack is made, carried, compared and taken; the other district reviews. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, test } from "../world";

const chicago = "alderbrook";

/** Where the next sign-in opens is where somebody was last: every test leaves the partner in Chicago. */
async function goTo(page: Page, tenant: string): Promise<void> {
  const status = await page.evaluate(
    async (slug) =>
      (
        await fetch("/api/v1/session/tenant", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ tenant: slug }),
        })
      ).status,
    tenant,
  );
  expect(status).toBe(200);
}

test("a partner carries its record to another district, which decides for itself", async ({
  page,
  signInAs,
}) => {
  test.setTimeout(120_000);
  await signInAs("partner");
  await goTo(page, chicago);
  try {
    await page.goto("/packs");
    await page.getByRole("link", { name: "Make a pack" }).click();
    await expect(page.getByRole("checkbox", { name: "Background checks" })).not.toBeChecked();
    await page.getByRole("checkbox", { name: "Background checks" }).check();
    await page.getByRole("button", { name: "Make the pack" }).click();
    await expect(page.getByText("Say that the people agree").first()).toBeVisible();
    await page.getByRole("checkbox", { name: "The people on the list agree" }).check();
    await page.getByRole("button", { name: "Make the pack" }).click();
    await expect(page).toHaveURL(/\/packs$/);
    await expect(page.getByText("Pack of January 27, 2020").first()).toBeVisible();

    // the header names the district and goes to another, without a password
    await page.getByRole("button", { name: "Chicago demonstration" }).click();
    await page.getByRole("button", { name: "Cedar County Schools" }).filter({ visible: true }).click();
    await expect(
      page
        .getByRole("banner")
        .getByRole("button", { name: "Cedar County Schools" })
        .filter({ visible: true }),
    ).toBeVisible();
    await expect(page.getByRole("heading", { name: "In your other districts" })).toBeVisible();
    await expect(page.getByRole("heading", { name: /^Chicago demonstration \d+$/ })).toBeVisible();

    await page.getByRole("link", { name: "Other districts" }).filter({ visible: true }).click();
    await page.getByRole("link", { name: "Compare" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("things are new or different");
    const seats = page.getByRole("checkbox", { name: "Reading tutoring: Room for" });
    await expect(seats).not.toBeChecked();
    await expect(page.getByText("Here: 20 students")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Math tutoring" })).toBeChecked();
    await expectAccessible(page);

    const go = page.getByRole("button", { name: /^Take \d+ things$/ });
    await go.click();
    await expect(page.getByText("Say first that your organization wants this copied.")).toBeVisible();
    await page.getByRole("checkbox", { name: /wants this copied/ }).check();
    await go.click();
    await expect(page.getByText(/^\d+ things taken$/)).toBeVisible();
    await expect(page.getByText(/certificate.* review by Cedar County Schools/)).toBeVisible();
    await expect(page.getByText("Here: 20 students")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Math tutoring" })).toHaveCount(0);

    await page.goto("/papers/staff");
    await expect(page.getByRole("main")).toContainText("Amara Oduya");
    const cleared = await page.evaluate(async () => {
      const me: { roles: { partner_id: string }[] } = await (await fetch("/api/v1/me")).json();
      const answer = await fetch(`/api/v1/partners/${me.roles[0]?.partner_id}/staff`);
      const list: { items: { is_cleared: boolean }[] } = await answer.json();
      return list.items.map((member) => member.is_cleared);
    });
    expect(cleared.length).toBeGreaterThan(10);
    expect(cleared).not.toContain(true);
  } finally {
    await goTo(page, chicago);
  }

  await signInAs("stranger");
  await page.goto("/papers/queue");
  await expect(page.getByRole("main")).toContainText("Riverbend Learning");
});

test("home tells of the other districts, and opening a task goes there", async ({ page, signInAs }) => {
  await signInAs("partner");
  await goTo(page, chicago);
  try {
    await page.goto("/");
    const places = page.getByRole("region", { name: "In your other districts" });
    await expect(places.getByRole("heading", { level: 3 }).first()).toContainText("Cedar County Schools");
    await expect(places.getByRole("heading", { name: /Twin Rivers District/ })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 720 });
    await expectNoOverflow(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await places.getByRole("button", { name: /Twin Rivers District/ }).click();
    await expect(
      page
        .getByRole("banner")
        .getByRole("button", { name: "Twin Rivers District" })
        .filter({ visible: true }),
    ).toBeVisible();
  } finally {
    await goTo(page, chicago);
  }
});

import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, password, test } from "../world";

// They follow one agreement of another district: one after the other.
test.describe.configure({ mode: "serial" });

const title = "Family reading evenings";

/** Somebody whom no other journey plays: the office of the district that signed it. */
async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  const status = await page.evaluate(
    async (body) => {
      const headers = { "Content-Type": "application/json" };
      return (await fetch("/api/v1/session", { method: "POST", headers, body: JSON.stringify(body) })).status;
    },
    { email, password },
  );
  expect(status).toBe(201);
}

/** The partner works in both districts: to the one named, and to the agreement there or here. */
async function openIn(page: Page, tenant: string | null): Promise<void> {
  const id = await page.evaluate(
    async ({ slug, words }) => {
      const headers = { "Content-Type": "application/json" };
      if (slug) {
        const body = JSON.stringify({ tenant: slug });
        await fetch("/api/v1/session/tenant", { method: "POST", headers, body });
      }
      const found = await (await fetch(`/api/v1/agreements?q=${encodeURIComponent(words)}`)).json();
      return found.items[0].id as string;
    },
    { slug: tenant, words: title },
  );
  await page.goto(`/agreements/${id}`);
}

test("an office reads what another district signed and adopts its terms by keyboard", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto("/agreements");
  await page.getByRole("link", { name: "agreements of other districts" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("that yours could join");
  await expectAccessible(page);
  await page.getByRole("link", { name: `Read it: “${title}” of Twin Rivers District` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByText("Other public school districts of the state may adopt").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Riverbend Learning" })).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as PDF" }).click();
  expect((await coming).suggestedFilename()).toMatch(/^A-\d{4}-\d+ of Twin Rivers District\.pdf$/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoOverflow(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole("button", { name: "Adopt these terms" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: `Adopt the terms of “${title}”` });
  await expect(dialog.getByLabel("Reading tutoring")).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Make the draft" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/agreements\/[^/]+\/edit/);
  await openIn(page, null);
  const section = page.getByRole("region", { name: "Adopted from Twin Rivers District" });
  await expect(section.getByText("Nothing", { exact: true })).toBeVisible();
  await expect(section.getByText("Open", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoOverflow(page);
});

test("the partner closes it, and the draft says so and waits", async ({ page, signInAs }) => {
  await signInAs("partner");
  await openIn(page, "twin-rivers");
  await page.getByRole("button", { name: "Close to other districts" }).click();
  const dialog = page.getByRole("dialog", { name: `Close “${title}” to other districts` });
  await dialog.getByRole("button", { name: "Close to other districts" }).click();
  await expect(dialog.getByText("Write down why, so that the others know").first()).toBeVisible();
  await dialog.getByLabel("Why?").fill("We have no more readers this year.");
  await dialog.getByRole("button", { name: "Close to other districts" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Closed to other districts." })).toBeFocused();
  const section = page.getByRole("region", { name: "Other districts" });
  await expect(section.getByText("We have no more readers this year.")).toBeVisible();
  await expectAccessible(page);

  await signInAs("district");
  await openIn(page, null);
  await expect(page.getByText("This one is not sent for review or signature meanwhile.")).toBeVisible();
  await page.goto("/agreements/open");
  await expect(page.getByRole("link", { name: `Read it: “${title}” of Twin Rivers District` })).toHaveCount(
    0,
  );
});

test("its office proposes it again in the words of its text, and the partner agrees", async ({
  page,
  signInAs,
}) => {
  await signIn(page, "asha.pillai@twinrivers.example");
  await openIn(page, null);
  await page.getByRole("button", { name: "Propose that other districts may join" }).click();
  const dialog = page.getByRole("dialog", { name: "Propose that other districts may join" });
  const clause = dialog.getByLabel("The words of the text that let other districts join");
  await expect(clause).toHaveValue(/^Other public school districts of the state may adopt/);
  await clause.fill("Other public school districts of the state may adopt the terms of this agreement");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Ask the partner" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Riverbend Learning is asked." })).toBeFocused();

  await signInAs("partner");
  await openIn(page, "twin-rivers");
  await page.getByRole("button", { name: "Let other districts join" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Let other districts join" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Other districts read it now." })).toBeVisible();
  await expect(page.getByText("Open to other districts until June 11, 2021")).toBeVisible();
});

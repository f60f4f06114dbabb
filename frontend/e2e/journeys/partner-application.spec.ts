import type { Page } from "@playwright/test";

import { expect, expectAccessible, test } from "../world";

/** Opens a dialog's form by its button, fills it, and saves it. */
async function answer(
  page: Page,
  button: string | RegExp,
  fill: (page: Page) => Promise<void>,
  save: string,
) {
  await page.getByRole("button", { name: button }).press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await fill(page);
  await page.getByRole("dialog").getByRole("button", { name: save, exact: true }).press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
}

test("an organization registers, applies, is asked for changes beside a field, mends them and is approved", async ({
  page,
  signInAs,
}) => {
  const mark = Date.now();
  const name = `Lantern Porch Readers ${mark}`;
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Register your organization" }).press("Enter");
  await page.getByLabel("District").selectOption({ label: "Chicago demonstration" });
  await page.getByLabel("Name of the organization").fill(name);
  await page.getByLabel("Type").selectOption("nonprofit");
  await page.getByLabel("Your name").fill("Ada Lund");
  await page.getByLabel("Your e-mail").fill(`ada.${mark}@porch.example.org`);
  await page.getByRole("button", { name: "Send me the link" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  await page.getByRole("link", { name: "Open the link of the e-mail" }).press("Enter");
  await page.getByLabel("Password").fill("a porch with many lights");
  await expectAccessible(page);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Before you can submit");
  await page.getByRole("link", { name: "Describe what you offer and for which grades" }).press("Enter");
  await expect(
    page.getByRole("heading", { level: 1, name: "Describe what you offer and for which grades" }),
  ).toBeFocused();
  await answer(
    page,
    "Add a program",
    (at) => at.getByLabel("Name of the program").fill("Porch reading"),
    "Save the program",
  );
  await page.getByRole("link", { name: "All topics" }).press("Enter");
  await answer(
    page,
    "Submit for review",
    (at) => at.getByLabel(/A word to the district office/).fill("We read on porches, every Saturday."),
    "Submit for review",
  );
  await expect(page.getByRole("main")).toContainText("waits for the district office");

  await signInAs("district");
  await page.goto(`/partners/queue?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1 application waits");
  await expect(page.getByRole("main")).toContainText("Nobody yet");
  await expect(page.getByRole("main")).toContainText("What it lacksMission");
  await answer(page, /^Start the review/, async () => undefined, "Start the review");
  await expect(page.getByRole("main")).toContainText("Renee Castellano");
  await answer(
    page,
    /^Ask for changes/,
    async (at) => {
      const dialog = at.getByRole("dialog");
      await dialog.getByLabel("What has to change", { exact: true }).fill("One thing is missing.");
      await dialog.getByRole("button", { name: "Add a note beside a field" }).press("Enter");
      await dialog.getByLabel("What has to change there").fill("Say whom you read with.");
    },
    "Ask for changes",
  );
  await expect(page.getByRole("heading", { level: 1 })).toContainText("No application matches");

  await page.evaluate(() => fetch("/api/v1/session", { method: "DELETE" }));
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(`ada.${mark}@porch.example.org`);
  await page.getByLabel("Password", { exact: true }).fill("a porch with many lights");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/profile");
  await expect(page.getByRole("main")).toContainText("One thing is missing.");
  await page.getByRole("link", { name: "Say who you are" }).press("Enter");
  await expect(page.getByRole("main")).toContainText("Say whom you read with.");
  await expectAccessible(page);
  await answer(
    page,
    /Edit.*About the organization/,
    (at) => at.getByLabel("Mission").fill("Reading with third graders."),
    "Save",
  );
  await page.goto("/profile");
  await answer(page, "Submit for review", async () => undefined, "Submit for review");

  await signInAs("district");
  await page.goto(`/partners/queue?q=${encodeURIComponent(name)}`);
  await answer(page, /^Start the review/, async () => undefined, "Start the review");
  await answer(page, /^Approve/, async () => undefined, "Approve");
  await page.goto(`/partners?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole("row", { name }).getByText("Approved")).toBeVisible();
});

test("two records of one organization are merged and parted again by keyboard alone", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto("/partners/queue?q=Second%20Bell");
  await page.getByRole("link", { name: /Compare the two/ }).focus();
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("heading", { level: 1, name: "Merge Second Bell Arts, Inc. into Second Bell Arts" }),
  ).toBeFocused();
  await expectAccessible(page);
  const mission = page.getByRole("radiogroup", { name: "Mission" });
  await mission.getByRole("radio").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(mission.getByRole("radio").last()).toBeChecked();
  await page.getByRole("button", { name: "Merge the records" }).focus();
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: "Second Bell Arts" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Another record became part of this one");
  await expect(page.getByRole("main")).toContainText("Making things after the bell.");
  const undo = page.getByRole("button", { name: "Undo the merge with Second Bell Arts, Inc." });
  await undo.focus();
  await page.keyboard.press("Enter");
  await expect(undo).toBeHidden();
  await expect(page.getByRole("main")).toContainText("The hour after the bell belongs to making things.");
  await page.goto("/partners/queue?q=Second%20Bell");
  await expect(page.getByRole("link", { name: "Second Bell Arts, Inc.", exact: true })).toBeVisible();
});

test("who adds a partner is told of one much like it before it is sent", async ({ page, signInAs }) => {
  await signInAs("district");
  await page.goto("/partners/new");
  await page.getByLabel("Name").fill("The Riverbend Learning");
  await page.getByLabel("Type").selectOption("nonprofit");
  await page.getByRole("button", { name: "Add the partner" }).press("Enter");
  await expect(page.getByRole("form").getByRole("status")).toContainText(
    "It may be in the directory already",
  );
  await expect(page.getByRole("link", { name: "Riverbend Learning" })).toBeVisible();
  await expect(page.getByRole("button", { name: "It is another one: add it" })).toBeVisible();
  await expectAccessible(page);
  await expect(page).toHaveURL(/\/partners\/new$/);
});

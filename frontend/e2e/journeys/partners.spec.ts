import { expect, expectAccessible, test } from "../world";

test("the office finds a waiting application, reviews it and approves it until a day", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto("/partners");
  await page.getByRole("link", { name: "See what each lacks" }).click();
  await page.getByRole("main").getByRole("link", { name: "Crossing Guards of Tomorrow" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Crossing Guards of Tomorrow" })).toBeFocused();

  await page.getByRole("button", { name: "Start the review" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("sees that its application is being read");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Start the review" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { name: "Decide on Crossing Guards of Tomorrow" })).toBeVisible();

  await page.getByRole("button", { name: "Ask for changes" }).click();
  await dialog.getByRole("button", { name: "Ask for changes" }).click();
  await expect(dialog.getByRole("link", { name: "Say why, in a sentence or two" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Approve", exact: true }).press("Enter");
  await expect(dialog).toContainText("No work starts before an agreement is in force");
  await dialog.getByLabel("Month").fill("6");
  await dialog.getByLabel("Day", { exact: true }).fill("30");
  await dialog.getByLabel("Year").fill("2021");
  await dialog.getByRole("button", { name: "Approve" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("main")).toContainText("Approved to work with schools until Jun 30, 2021");

  await page.getByRole("link", { name: "Partners" }).first().click();
  await page.getByRole("link", { name: "See what each lacks" }).click();
  await expect(page.getByRole("link", { name: "Willow Court Mentors" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Crossing Guards of Tomorrow" })).toBeHidden();
});

test("the directory is narrowed by address, and says when nothing matches", async ({ page, signInAs }) => {
  await signInAs("coordinator");
  await page.goto("/partners?area=arts&status=approved");
  await expect(page.getByRole("link", { name: "City Strings Project" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Kindling Reading" })).toBeHidden();
  await page.getByRole("searchbox").fill("nobody is called this");
  await expect(page.getByRole("heading", { name: "No partner matches." })).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Clear filters" }).last().click();
  await expect(page.getByRole("link", { name: "Kindling Reading" })).toBeVisible();
  await expect(page).not.toHaveURL(/area=/);
});

test("partner staff corrects the organization's phone number by keyboard", async ({ page, signInAs }) => {
  await signInAs("partner");
  await page.goto("/profile");
  const number = `(312) 555-${String(Date.now() % 10_000).padStart(4, "0")}`;
  await page.getByRole("button", { name: /Edit.*How to reach it/ }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "How to reach it" });
  await expectAccessible(page);
  await dialog.getByLabel("Phone").fill(number);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("link", { name: number })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("link", { name: number })).toBeVisible();
});

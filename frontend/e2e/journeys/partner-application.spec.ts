import { expect, expectAccessible, test } from "../world";

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

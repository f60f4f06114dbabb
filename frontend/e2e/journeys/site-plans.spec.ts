import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, test } from "../world";

// They change the same agreement: one after the other.
test.describe.configure({ mode: "default" });

/** Riverbend's reading tutoring, under which the demonstration's plans stand. */
async function reading(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = await fetch("/api/v1/agreements?q=Reading%20tutoring%20with%20Riverbend");
    return (await answer.json()).items[0].id;
  });
}

test("a principal reads the plan that the partner agreed to and gives the school's word by keyboard", async ({
  page,
  signInAs,
}) => {
  await signInAs("principal");
  await page.goto("/");
  await page.getByRole("link", { name: /Say whether Alderbrook School agrees to the site plan/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Riverbend Learning at Alderbrook School");
  await expect(page.getByText("It binds neither side.", { exact: false }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Agree", exact: true }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Agree to the plan" });
  await dialog.getByRole("button", { name: "Agree", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Your word is given." })).toBeFocused();
  await expect(page.getByText("In force").first()).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoOverflow(page);
});

test("the office writes a plan for a school without one and copies a plan to others", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto(`/agreements/${await reading(page)}`);
  await page.getByRole("link", { name: "Write a plan for Dunmore Park School" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Dunmore Park School");
  await expectAccessible(page);
  await page.getByLabel("What do both want to reach?").fill("Every student reads one level higher.");
  await page.getByLabel("Where?").fill("Room 3");
  await page.getByRole("button", { name: "Save the plan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Riverbend Learning at Dunmore Park School",
  );
  await page.getByRole("button", { name: "Put it to both sides" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Put it to both sides" }).click();
  await expect(page.getByText("Both sides are asked for their word.")).toBeVisible();

  await page.goto(`/agreements/${await reading(page)}`);
  await page.getByRole("button", { name: "Copy one plan to other schools" }).click();
  const dialog = page.getByRole("dialog", { name: "Copy one plan to other schools" });
  await dialog.getByRole("button", { name: "Copy it" }).click();
  await expect(dialog.getByText("Choose at least one school").first()).toBeVisible();
  await dialog.getByLabel("Foxglove School").check();
  await dialog.getByLabel("Larkspur School").check();
  await dialog.getByRole("button", { name: "Copy it to 2 schools" }).click();
  await expect(page.getByText("2 drafts were made.", { exact: false })).toBeVisible();
});

test("a principal asks to join what other schools have signed and the office lets the school join", async ({
  page,
  signInAs,
}) => {
  await signInAs("principal");
  const school = await page.evaluate(async () => {
    const answer = await fetch("/api/v1/schools?q=Alderbrook%20School");
    return (await answer.json()).items[0].id;
  });
  await page.goto(`/schools/${school}`);
  const ask = page.getByRole("button", { name: /^Ask to join/ }).first();
  const title = ((await ask.getAttribute("aria-label")) ?? "").replace(/^Ask to join “|”$/g, "");
  await ask.click();
  const dialog = page.getByRole("dialog", { name: /^Ask to join/ });
  await dialog.getByLabel("What should the office know?").fill("About twenty students of grade 6.");
  await dialog.getByRole("button", { name: "Ask the office" }).click();
  await expect(page.getByText("Asked. The office answers.")).toBeVisible();
  await expectAccessible(page);

  await signInAs("district");
  const agreement = await page.evaluate(async () => {
    const answer = await fetch("/api/v1/join-requests");
    return (await answer.json()).items[0].agreement.id;
  });
  await page.goto(`/agreements/${agreement}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByText("About twenty students of grade 6.")).toBeVisible();
  await page.getByRole("button", { name: "Let it join" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Let it join" }).click();
  await expect(page.getByText("The school joins.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Alderbrook School" }).first()).toBeVisible();
});

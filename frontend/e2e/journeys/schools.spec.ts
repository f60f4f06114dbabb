/** The office closes a school ahead of time, merged into another, and calls it off again. */
import { expect, expectAccessible, expectNoOverflow, test } from "../world";

test("the office reads what a closing touches, closes the school from its page and calls it off", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  const id = await page.evaluate(async () => {
    const found = await (await fetch("/api/v1/schools?q=Kestrel%20Park%20School")).json();
    return String(found.items[0].id);
  });
  await page.goto(`/schools/${id}`);
  await page.getByRole("button", { name: "Close this school…" }).click();
  const dialog = page.getByRole("dialog", { name: "Close Kestrel Park School" });
  await expect(dialog).toContainText("From January 28, 2020 on nothing covers Kestrel Park School");
  await dialog.getByLabel("Month").fill("6");
  await dialog.getByLabel("Day", { exact: true }).fill("12");
  await expect(dialog).toContainText("From June 13, 2020 on nothing covers Kestrel Park School");
  await dialog.getByRole("combobox", { name: /Merged into/ }).fill("Larkspur");
  await page.getByRole("option", { name: "Larkspur School" }).click();
  await dialog.getByLabel(/Reason/).fill("The building is sold.");
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoOverflow(page);
  await dialog.getByRole("button", { name: "Close the school" }).click();
  await expect(dialog).toBeHidden();
  const main = page.getByRole("main");
  const news = main
    .getByRole("status")
    .filter({ hasText: "This school closes; its last day is June 12, 2020." });
  await expect(news).toBeFocused();
  await expect(main.getByRole("link", { name: "Larkspur School" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Close this school…" })).toBeHidden();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Call it off…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Call it off" }).click();
  await expect(main.getByRole("status").filter({ hasText: "The school is open." })).toBeFocused();
  await expect(page.getByRole("button", { name: "Close this school…" })).toBeVisible();
});

test("nobody but the office is offered to close a school", async ({ page, signInAs }) => {
  await signInAs("principal");
  const id = await page.evaluate(async () => {
    const found = await (await fetch("/api/v1/schools?q=Alderbrook%20School")).json();
    return String(found.items[0].id);
  });
  await page.goto(`/schools/${id}`);
  await expect(page.getByRole("heading", { name: "About the school" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Close this school…" })).toBeHidden();
});

import { expect, expectAccessible, expectNoOverflow, test } from "../world";

const looks = [
  { scheme: "light", width: 1280 },
  { scheme: "dark", width: 1280 },
  { scheme: "light", width: 320 },
] as const;

for (const { scheme, width } of looks) {
  test.describe(`in ${scheme} at ${width}`, () => {
    test.beforeEach(async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 720 });
      await page.goto("/kitchen");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });

    for (const name of ["Open a dialog", "Ask to confirm", "Ask before an end", "Open a drawer"]) {
      test(`“${name}” opens, is accessible, closes by Escape and gives the focus back`, async ({ page }) => {
        const opener = page.getByRole("button", { name, exact: true });
        await opener.focus();
        await page.keyboard.press("Enter");
        await expect(page.getByRole(name === "Ask before an end" ? "alertdialog" : "dialog")).toBeVisible();
        await expectAccessible(page);
        await expectNoOverflow(page);
        await page.keyboard.press("Escape");
        await expect(opener).toBeFocused();
      });
    }

    test("the menu opens, is accessible, and Escape closes it", async ({ page }) => {
      const opener = page.getByRole("button", { name: "More", exact: true });
      await opener.focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("menuitem", { name: "Copy the link" })).toBeFocused();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(opener).toBeFocused();
    });

    test("the combo box is accessible while open, and Tab closes it before leaving", async ({ page }) => {
      const box = page.getByRole("combobox", { name: "School to visit" });
      await box.focus();
      await page.keyboard.press("Control+A");
      await page.keyboard.type("cob");
      await expect(page.getByRole("listbox").getByRole("option", { name: /Cobbler/ })).toBeVisible();
      await expectAccessible(page, { comboBoxOpen: true });
      await page.keyboard.press("Tab");
      await expect(page.getByRole("listbox")).toHaveCount(0);
      await expectAccessible(page);
    });

    test("several are chosen by keyboard and taken back one by one", async ({ page }) => {
      const box = page.getByRole("combobox", { name: "Schools served" });
      await box.focus();
      await page.keyboard.type("dun");
      await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(1);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("button", { name: "Remove Dunmore Park School" })).toBeVisible();
      await page.getByRole("button", { name: "Remove Alderbrook School" }).press("Enter");
      await expect(page.getByRole("button", { name: "Remove Alderbrook School" })).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Remove Cobbler Street School" })).toBeFocused();
    });

    test("the calendar is accessible while open", async ({ page }) => {
      await page.getByRole("button", { name: /Open the calendar/ }).press("Enter");
      await expect(page.getByRole("grid")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("grid")).toHaveCount(0);
    });

    test("a refused form lists what is wrong, takes the focus there, and each entry leads to its field", async ({
      page,
    }) => {
      await page.getByRole("button", { name: "Save the program" }).press("Enter");
      const summary = page.getByRole("group", { name: "3 things need fixing" });
      await expect(summary).toBeFocused();
      await expect(page).toHaveTitle(/^Error: /);
      await expectAccessible(page);
      await summary.getByRole("link", { name: "Enter the day it starts, such as 6 12 2020" }).press("Enter");
      await expect(page.getByRole("group", { name: "First day" }).getByLabel("Month")).toBeFocused();
    });
  });
}

test("a tooltip appears on focus and says more than the name", async ({ page }) => {
  await page.goto("/kitchen");
  await page.getByRole("button", { name: "More", exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tooltip")).toHaveText("Both sides see the same list");
  await expectAccessible(page);
});

test("with forced colors every state still shows", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/kitchen");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const border = await page
    .getByText("Changes requested")
    .evaluate((tag) => getComputedStyle(tag).borderTopWidth);
  expect(border).toBe("1px");
});

test("nothing moves when motion is reduced", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/kitchen");
  await page.getByRole("button", { name: "Open a dialog" }).press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

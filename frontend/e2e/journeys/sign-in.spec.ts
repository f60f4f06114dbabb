import { expect, expectAccessible, password, people, test } from "../world";

test("somebody signs in by keyboard and lands where they were going", async ({ page }) => {
  await page.goto("/?from-a-link=1");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await page.keyboard.type(people.coordinator);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from-a-link/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("contentinfo")).toContainText("School figures are published records");
});

test("a wrong password is refused in one sentence that blames no field", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(people.coordinator);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).press("Enter");
  const summary = page.getByRole("group", { name: "One thing needs fixing" });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("do not match");
  await expect(page.getByLabel("E-mail address")).toHaveValue(people.coordinator);
  await expectAccessible(page);
});

test("an empty form names both fields, and each entry leads to its field", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in" }).press("Enter");
  await page.getByRole("link", { name: "Enter your password" }).press("Enter");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
});

test("the password can be shown", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Password", { exact: true }).fill("seen");
  await page.getByRole("button", { name: "Show password" }).press("Enter");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("type", "text");
});

test("the page speaks Spanish when asked, and remembers it", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Español" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Iniciar sesión" })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("button", { name: "Iniciar sesión" })).toBeVisible();
});

test("the theme is chosen once and holds, and signing out leads back to the door", async ({
  page,
  signInAs,
}) => {
  await signInAs("coordinator");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", { name: /Coordinator/ }).press("Enter");
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Sign out" }).press("Enter");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("on a phone the menu opens, is accessible and closes by Escape", async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signInAs("coordinator");
  await page.goto("/");
  const opener = page.getByRole("button", { name: "Menu" });
  await opener.press("Enter");
  await expect(
    page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "Home" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("navigation", { name: "Menu" })).toBeHidden();
});

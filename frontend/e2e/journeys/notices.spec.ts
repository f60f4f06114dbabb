import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, password, people, test } from "../world";

/** An agreement of the partner's, sent for review: the principal's word is what is missing. */
async function sent(page: Page, title: string): Promise<string> {
  return page.evaluate(async (called) => {
    const first = async (list: string): Promise<string> =>
      (await (await fetch(`/api/v1${list}`)).json()).items.find((each: { id: string }) => each.id).id;
    const send = async (path: string, body?: object) => {
      const answer = await fetch(`/api/v1/agreements${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    };
    const partner = await first("/partners?q=Riverbend%20Learning");
    const made = await send("", {
      partner_id: partner,
      type: "moa",
      title: called,
      starts_on: "2020-01-27",
      ends_on: "2020-06-12",
      program_ids: [await first(`/programs?partner=${partner}&q=Reading`)],
      school_ids: [await first("/schools?q=Alderbrook%20School")],
    });
    await send(`/${made.id}/submit`);
    return made.id;
  }, title);
}

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

const unread = (page: Page): Promise<number> =>
  page.evaluate(async () => (await (await fetch("/api/v1/me/notices/unread")).json()).unread);

test("the principal's word reaches the partner's bell within half a minute, and opening it reads it", async ({
  page,
  browser,
  signInAs,
}) => {
  test.setTimeout(120_000);
  const title = `Homework hour ${Date.now()}`;
  await signInAs("partner");
  const id = await sent(page, title);
  await page.goto("/");
  const bell = page.getByRole("banner").getByRole("link", { name: /^Notices/ });
  await expect(bell).toBeVisible();
  const before = await unread(page);

  const other = await browser.newContext();
  const principal = await other.newPage();
  await signIn(principal, people.principal);
  await principal.goto(`/agreements/${id}`);
  await principal.getByRole("button", { name: "Confirm for Alderbrook School" }).click();
  await principal.getByRole("dialog").getByRole("button", { name: "Confirm for Alderbrook School" }).click();
  await expect(
    principal.getByRole("status").filter({ hasText: "Confirmed for Alderbrook School." }),
  ).toBeFocused();
  await other.close();

  await expect(async () => {
    // The partner looks at the page again.
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    const name = await bell.getAttribute("aria-label");
    expect(Number(/\d+/.exec(name ?? "")?.[0] ?? 0)).toBeGreaterThan(before);
  }).toPass({ timeout: 30_000, intervals: [1000] });

  await bell.click();
  await expect(page).toHaveURL(/\/notices$/);
  await expect(page.getByRole("heading", { level: 1, name: /not read$/ })).toBeFocused();
  await expectAccessible(page);
  const sentence = `Alderbrook School confirmed “${title}” with Riverbend Learning`;
  await page.getByRole("link", { name: `Unread: ${sentence}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("link", { name: sentence, exact: true })).toBeVisible();

  await page.getByLabel("Read or not").selectOption("Only unread");
  await expect(page).toHaveURL(/\/notices\?unread=true$/);
  await expect(page.getByRole("link", { name: sentence })).toHaveCount(0);
  await page.evaluate(async (agreement) => {
    await fetch(`/api/v1/agreements/${agreement}/withdraw`, { method: "POST" });
  }, id);
});

/** Tab by tab to where a person without a mouse would get. */
async function reach(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const page = target.page();
  const isThere = () => target.evaluate((node) => node === document.activeElement);
  for (let stops = 0; stops < 120 && !(await isThere()); stops++) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

test("what reaches one is chosen by keyboard alone, and is still chosen after a reload", async ({
  page,
  signInAs,
}) => {
  test.setTimeout(90_000);
  await signInAs("signatory");
  await page.goto("/");
  await reach(page.getByRole("button", { name: /^Harold Lindqvist/ }));
  await page.keyboard.press("Enter");
  await reach(page.getByRole("link", { name: "Account and notices" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Harold Lindqvist" })).toBeFocused();

  const email = page.getByRole("combobox", { name: "By e-mail: One side signs" });
  const inApp = page.getByRole("checkbox", { name: "In the app: One side signs" });
  await expect(email).toHaveValue("daily");
  await reach(inApp);
  await page.keyboard.press("Space");
  await reach(email);
  await page.keyboard.press("ArrowDown");
  await expect(email).toHaveValue("weekly");
  await reach(page.getByRole("button", { name: "Save choices" }));
  await page.keyboard.press("Enter");
  const done = page.getByRole("main").locator("div:focus");
  await expect(done).toHaveText("Your choices are saved.");
  await expectAccessible(page);

  await page.reload();
  await expect(email).toHaveValue("weekly");
  await expect(inApp).not.toBeChecked();
  await reach(inApp);
  await page.keyboard.press("Space");
  await reach(email);
  await page.keyboard.press("ArrowUp");
  await reach(page.getByRole("button", { name: "Save choices" }));
  await page.keyboard.press("Enter");
  await expect(done).toHaveText("Your choices are saved.");
});

test("a calendar address is made, shown once, read by a calendar program, and ended", async ({
  page,
  context,
  signInAs,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs("coordinator");
  await page.goto("/account");
  await page.getByRole("button", { name: "Make a calendar address" }).click();
  const field = page.getByRole("textbox", { name: "Calendar address" });
  const address = await field.inputValue();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Copy the address" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  const read = await page.request.get(address);
  expect(read.headers()["content-type"]).toContain("text/calendar");
  expect(await read.text()).toContain("BEGIN:VEVENT");

  await page.reload();
  await expect(page.getByText(/^You have had an address since/)).toBeVisible();
  await expect(field).toHaveCount(0);
  await page.getByRole("button", { name: "End the address" }).click();
  const dialog = page.getByRole("alertdialog", { name: "End the calendar address?" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "End the address" }).click();
  await expect(page.getByText("Your calendar address has ended.")).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);
});

// As somebody whom no other test signs in: her pages follow her e-mails into Spanish.
test("the language of e-mails is kept", async ({ page, signInAs }) => {
  await signInAs("families");
  await page.goto("/account");
  const letters = page.getByRole("group", { name: "Of the e-mails to you" });
  await letters.getByRole("radio", { name: "Español" }).click();
  await expect(page.getByText("E-mails to you will be in Español")).toBeAttached();
  await page.reload();
  await expect(letters.getByRole("radio", { name: "Español" })).toBeChecked();
  await letters.getByRole("radio", { name: "English" }).click();
  await expect(page.getByText("E-mails to you will be in English")).toBeAttached();
});

test("the demonstration's mailbox opens a letter", async ({ page, signInAs }) => {
  await signInAs("partner");
  await page.goto("/account");
  await page.getByRole("link", { name: "Open the mailbox" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "E-mails sent to you" })).toBeFocused();
  await page.getByRole("main").getByRole("list").last().getByRole("link").last().click();
  await expect(page.getByRole("main")).toContainText("Hello Tomas Adeyemi,");
  const links = page.getByRole("main").getByRole("link", { name: /^http/ });
  for (const link of await links.all()) {
    expect(new URL((await link.getAttribute("href")) ?? "", page.url()).origin).toBe(
      new URL(page.url()).origin,
    );
  }
});

import type { Locator, Page } from "@playwright/test";
import { makeAgreement } from "../agreement";
import { expect, expectAccessible, expectNoOverflow, password, people, test } from "../world";

/** Years far ahead and of this run alone: two agreements never promise the same. */
const year = 2031 + (Date.now() % 150);

type Call = { path: string; body?: object };

/** Asks the API as whoever is signed in on this page; the last answer. */
async function call(page: Page, ...calls: Call[]): Promise<Record<string, unknown>> {
  return page.evaluate(async (asked) => {
    let last: Record<string, unknown> = {};
    for (const { path, body } of asked) {
      const answer = await fetch(`/api/v1${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      last = answer.status === 204 ? {} : await answer.json();
    }
    return last;
  }, calls);
}

type Found = {
  items: { id: string; kind: string; changed: { after: unknown }[] }[];
  schools: { school: { id: string }; confirmation: string; confirmed_by: { name: string } }[];
  signatures: { party: string; name: string }[];
  text: string;
};

async function read(page: Page, path: string): Promise<Found> {
  return page.evaluate(async (address) => (await fetch(`/api/v1${address}`)).json(), path);
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await call(page, { path: "/session", body: { email, password } });
}

/** The newest e-mail of whoever is signed in that says this; the worker sends it within half a minute. */
async function openLetter(page: Page, words: string | RegExp): Promise<string> {
  let text = "";
  await expect(async () => {
    const found = (await read(page, "/me/mailbox?limit=5")).items;
    for (const { id } of found) {
      text = (await read(page, `/me/mailbox/${id}`)).text;
      if (typeof words === "string" ? text.includes(words) : words.test(text)) {
        await page.goto(`/mailbox/${id}`);
        return;
      }
    }
    throw new Error("not there yet");
  }).toPass({ timeout: 60_000, intervals: [1000] });
  return text;
}

/** Tab by tab to where a person without a mouse would get. */
async function reach(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const page = target.page();
  const isThere = () => target.evaluate((node) => node === document.activeElement);
  for (let stops = 0; stops < 120 && !(await isThere()); stops++) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

test("a principal answers on a phone from the e-mail, without signing in, and the link works once", async ({
  page,
  browser,
  complaints,
}) => {
  test.setTimeout(180_000);
  const title = `Reading together ${Date.now()}`;
  const office = await (await browser.newContext()).newPage();
  await signIn(office, people.partner);
  const id = await makeAgreement(office, { title, starts_on: `${year}-01-06`, ends_on: `${year}-05-30` });
  await call(office, { path: `/agreements/${id}/submit` });

  const mailbox = await (await browser.newContext()).newPage();
  await signIn(mailbox, people.principal);
  await openLetter(mailbox, title);
  const link = await mailbox.getByRole("link", { name: /\/decide#/ }).getAttribute("href");
  expect(link).toMatch(/^\/decide#/);

  // another device, where nobody is signed in
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(link ?? "");
  await expect(page.getByRole("heading", { level: 1, name: /wait.* for you$/ })).toBeVisible();
  await expect(page).toHaveURL(/\/decide$/);
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.reload();
  const part = page.getByRole("region", { name: `“${title}” at Alderbrook School` });
  await expect(part.getByText("Riverbend Learning would work at Alderbrook School.")).toBeVisible();
  await part.getByText("Read the whole text").click();
  await expect(part.getByText("Memorandum of agreement").first()).toBeVisible();
  await part.getByRole("radio", { name: "No, not at our school" }).check();
  await page.getByRole("button", { name: "Record my answer" }).click();
  await expect(page.getByRole("group", { name: "One thing needs fixing" })).toBeFocused();
  await expectAccessible(page);
  await part.getByRole("radio", { name: "Yes, our school wants it" }).check();
  await page.getByRole("button", { name: "Record my answer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your answer is recorded" })).toBeFocused();
  await expect(
    page.getByText("Alderbrook School takes part in the agreement with Riverbend Learning."),
  ).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);

  const school = (await read(office, `/agreements/${id}`)).schools[0];
  expect(school?.confirmation).toBe("confirmed");
  expect(school?.confirmed_by.name).toBe("Denise Okafor");
  const history = await read(office, `/history/agreement/${id}`);
  const told = history.items.find((each) => each.kind === "agreement.school_confirmed");
  expect(told?.changed.map((each) => each.after)).toContain("by link");

  await page.goto("about:blank");
  await page.goto(link ?? "");
  await expect(page.getByRole("heading", { level: 1, name: "This link was used" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send me a new link" }).click();
  await expect(page.getByText(/^If something still waits for your answer/)).toBeVisible();
  expect(complaints.every((each) => each.includes("410"))).toBe(true);
  complaints.length = 0;
  await call(office, { path: `/agreements/${id}/withdraw` });
});

test("a signatory signs by keyboard with the code from the second e-mail, and not without it", async ({
  page,
  browser,
  complaints,
}) => {
  test.setTimeout(240_000);
  const title = `Reading aloud ${Date.now()}`;
  const office = await (await browser.newContext()).newPage();
  await signIn(office, people.district);
  const id = await makeAgreement(office, { title, starts_on: `${year}-07-05`, ends_on: `${year}-11-28` });
  await call(office, { path: `/agreements/${id}/submit` }, { path: `/agreements/${id}/start-review` });
  const school = (await read(office, `/agreements/${id}`)).schools[0]?.school.id;
  const principal = await (await browser.newContext()).newPage();
  await signIn(principal, people.principal);
  await call(principal, { path: `/agreements/${id}/schools/${school}/confirm` });
  await call(office, { path: `/agreements/${id}/approve` }, { path: `/agreements/${id}/send-for-signature` });

  const mailbox = await (await browser.newContext()).newPage();
  await signIn(mailbox, people.signatory);
  await openLetter(mailbox, title);
  await mailbox.getByRole("link", { name: /\/decide#/ }).waitFor();
  const link = (await mailbox.getByRole("link", { name: /\/decide#/ }).getAttribute("href")) ?? "";

  await page.goto(link);
  const part = page.getByRole("region", { name: `Sign “${title}”` });
  await reach(part.getByRole("radio", { name: "Yes, I sign" }));
  await page.keyboard.press("Space");
  await reach(page.getByRole("textbox", { name: "Your full name" }));
  await page.keyboard.type("Harold Lindqvist");
  await reach(page.getByRole("textbox", { name: "Your title" }));
  await page.keyboard.type("Deputy superintendent");
  await reach(page.getByRole("checkbox", { name: /^I agree to sign electronically/ }));
  await page.keyboard.press("Space");
  await reach(page.getByRole("button", { name: "Send me the code" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^It is on its way to s•••@/)).toBeVisible();
  await expectAccessible(page);

  const code = page.getByRole("textbox", { name: "Six digits" });
  const letter = await openLetter(mailbox, /\b\d{6}\b[\s\S]*15 minutes/);
  const digits = /\b(\d{6})\b/.exec(letter)?.[1] ?? "";
  expect(letter).not.toContain("/decide");
  await reach(code);
  await page.keyboard.type(String((Number(digits) + 1) % 1_000_000).padStart(6, "0"));
  await page.keyboard.press("Enter");
  const wrong = page.getByRole("link", { name: "This is not the code, or its time is over" });
  await expect(wrong).toBeVisible();
  await reach(wrong);
  await page.keyboard.press("Enter");
  await expect(code).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(digits);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /recorded$/ })).toBeFocused();
  await expect(page.getByText("The other side signs next.")).toBeVisible();
  await expectAccessible(page);
  expect(complaints.every((each) => each.includes("422"))).toBe(true);
  complaints.length = 0;

  const signed = (await read(office, `/agreements/${id}`)).signatures;
  expect(signed.map((each) => [each.party, each.name])).toEqual([["district", "Harold Lindqvist"]]);
  await call(office, { path: `/agreements/${id}/recall` }, { path: `/agreements/${id}/withdraw` });
});

test("a principal names a delegate by keyboard, and ends it", async ({ page, signInAs }) => {
  await signInAs("principal");
  await page.goto("/account");
  await reach(page.getByRole("button", { name: "Name a delegate" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Name a delegate" });
  await expectAccessible(page);
  const who = dialog.getByRole("combobox", { name: "Who" });
  await reach(who);
  await page.keyboard.press("ArrowDown");
  const name = ((await who.locator("option:checked").textContent()) ?? "").split(",")[0] ?? "";
  expect(name).not.toBe("");
  await reach(dialog.getByRole("button", { name: "Name the delegate" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${name} stands in for you until February 10, 2020.`)).toBeVisible();
  await expectAccessible(page);
  await reach(page.getByRole("button", { name: `End now: ${name}` }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${name} does not stand in for you any more.`)).toBeVisible();
});

/** An office brings its own list of partners: from the untidy file to the records, by mouse and by keyboard. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, test } from "../world";

/** Ten minutes are the bar for a person; what the machine needs of them is bounded here. */
const SECONDS = 240;

/** The untidy list of 200 partners that the page itself offers. */
async function example(page: Page): Promise<string> {
  await page.goto("/import");
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download an untidy example to try" }).click();
  return (await coming).path();
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel("Excel workbook (.xlsx) or CSV").setInputFiles({
    name,
    mimeType: "application/octet-stream",
    buffer,
  });
}

/** The browser notes every answer that refuses; here they are what is wanted. */
function forgetRefusals(complaints: string[], times: number): void {
  expect(complaints).toHaveLength(times);
  expect(complaints.filter((each) => !/status of 422/.test(each))).toEqual([]);
  complaints.length = 0;
}

/** The number before some words in the page's heading: “167 rows are new”. */
async function heading(page: Page, words: RegExp): Promise<number> {
  const h1 = page.getByRole("heading", { level: 1, name: words });
  await expect(h1).toBeVisible({ timeout: 60_000 });
  return Number((words.exec((await h1.textContent()) ?? "") ?? [])[1] ?? "0");
}

/** The row of one kind of record in the table of counts. */
async function counted(page: Page, noun: string): Promise<number[]> {
  const cells = page
    .getByRole("table", { name: "Records by kind" })
    .getByRole("row", { name: new RegExp(`^${noun}`) })
    .getByRole("cell");
  return (await cells.allTextContents()).map(Number);
}

test("two hundred untidy partners come in, and the same list again says that nothing is new", async ({
  page,
  signInAs,
  complaints,
}) => {
  test.setTimeout(SECONDS * 1000);
  await signInAs("district");
  const file = await readFile(await example(page));
  const began = Date.now();
  await choose(page, "Our partners.xlsx", file);

  // the columns are matched already; what is chosen survives a reload
  await expect(page.getByRole("heading", { level: 1, name: "What do the columns hold?" })).toBeVisible();
  await expect(page.getByLabel("Organizaton Name stands for")).toHaveValue("partner.name");
  await page.getByLabel("ends on the last day of this school year").check();
  await page.reload();
  await expect(page.getByLabel("ends on the last day of this school year")).toBeChecked();
  // two columns for one thing are told at the column
  await page.getByLabel("Org. Type stands for").selectOption("partner.name");
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("link", { name: "Another column stands for this already." })).toBeVisible();
  await expectAccessible(page);
  forgetRefusals(complaints, 1);
  await page.getByLabel("Org. Type stands for").selectOption("partner.org_type");
  await page.getByRole("button", { name: "Check the file" }).click();

  const refused = await heading(page, /rows are new, (\d+) cannot be taken yet/);
  expect(refused).toBeGreaterThan(20);
  await expect(page.getByRole("button", { name: "Bring them in" })).toBeHidden();

  // a name of a school that nobody knows is told once, and kept
  const unknown = page.getByRole("region", { name: /names? of schools? (is|are) not known/ });
  const names = await unknown.getByRole("listitem").count();
  await unknown.getByRole("button").first().click();
  await expect(unknown.getByRole("listitem")).toHaveCount(names - 1, { timeout: 60_000 });

  // what may be the same is decided: one by one, then the rest
  await page.getByRole("button", { name: /^Kestrrel Arts Workshop, Inc\. is the same as/ }).click();
  await expect(page.getByText("1 decided")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: /^All \d+ that are open are different$/ }).click();
  await expect(page.getByRole("button", { name: "Bring them in" })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  const [partners = 0] = await counted(page, "Partners");
  expect(partners).toBeGreaterThan(140);
  const rows = await heading(page, /^(\d+) rows are new/);

  // what is wrong is told by kind, its rows on demand
  await page.getByRole("button", { name: "Show the rows: The agreement ends before it starts." }).click();
  await expect(page.getByRole("table", { name: "The agreement ends before it starts." })).toContainText(
    "Partners 19-20",
  );
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "As CSV" }).click();
  const report = await readFile(await (await download).path(), "utf8");
  expect(report).toContain("The agreement ends before it starts");
  expect(report).not.toMatch(/(^|,)=/m);

  await page.getByRole("button", { name: "Bring them in" }).click();
  await expect(page.getByRole("heading", { name: "Bringing the rows in…" })).toBeVisible();
  // it goes on without whoever asked for it
  await page.reload();
  await expect(
    page.getByRole("heading", { level: 1, name: `The file is in: ${rows} rows were new` }),
  ).toBeVisible({ timeout: 120_000 });
  const seconds = Math.round((Date.now() - began) / 1000);
  test.info().annotations.push({ type: "seconds", description: String(seconds) });
  expect(seconds, "seconds from the file to the records").toBeLessThan(SECONDS);
  expect(await counted(page, "Partners")).toEqual([partners, 0, 0]);

  await page.getByRole("link", { name: "Open partners" }).click();
  await page.goto("/partners?q=Quince%20Street%20Arts%20Workshop");
  await expect(page.getByRole("link", { name: /Quince Street Arts Workshop/ }).first()).toBeVisible();

  // the same list again: matched and decided as before, and nothing is new
  await page.goto("/import");
  await choose(page, "Our partners (2).xlsx", file);
  await expect(page.getByRole("heading", { name: "Matched as last time" })).toBeVisible();
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nothing in this file is new" })).toBeVisible({
    timeout: 60_000,
  });
  expect((await counted(page, "Partners")).slice(0, 2)).toEqual([0, 0]);
});

test("a file that cannot be used says why and what to do, and nothing of it is kept", async ({
  page,
  signInAs,
  complaints,
}) => {
  await signInAs("district");
  await page.goto("/import");
  await choose(page, "partners.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]));
  await expect(
    page.getByText(/This is an old Excel file \(\.xls\)\. Open it in Excel and save it/),
  ).toBeVisible();
  await choose(page, "students.csv", Buffer.from("Partner,Student name\nHarbor Arts,Somebody\n"));
  await expect(
    page.getByText(/Column “Student name”\. This looks like data about single students/),
  ).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: "students.csv" })).toBeHidden();
  forgetRefusals(complaints, 2);
});

test("a list comes in by keyboard alone, on a narrow screen, and another is discarded", async ({
  page,
  signInAs,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signInAs("district");
  await page.goto("/import");
  const name = `Keyboard Club ${Date.now()}`;
  await choose(
    page,
    "club.csv",
    Buffer.from(`Partner,Contact,Email\n${name},Ana Ruiz,ana@club.example.org\n`),
  );
  await expect(page.getByRole("heading", { level: 1, name: "What do the columns hold?" })).toBeFocused();
  await expectNoOverflow(page);
  await page.getByRole("button", { name: "Check the file" }).press("Enter");
  const question = page.getByRole("button", { name: /that are open are different|It is different/ });
  const ready = page.getByRole("button", { name: "Bring them in" });
  await expect(question.or(ready)).toBeVisible();
  if (await question.isVisible()) await question.press("Enter");
  await expectNoOverflow(page);
  await ready.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /The file is in/ })).toBeFocused({
    timeout: 30_000,
  });

  await page.goto("/import");
  await choose(page, "other.csv", Buffer.from("Partner,Program\nDiscarded Club,Studio\n"));
  await page.getByRole("button", { name: "Check the file" }).press("Enter");
  await page.getByRole("button", { name: "Discard this file" }).press("Enter");
  const dialog = page.getByRole("alertdialog");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Discard" }).press("Enter");
  await expect(page).toHaveURL(/\/import$/);
  await expect(page.getByRole("link", { name: "other.csv" })).toBeHidden();
});

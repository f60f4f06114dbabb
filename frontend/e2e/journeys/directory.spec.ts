/** The partners' directory: found by words and facets, kept and shared as a view, taken as a file, and changed together. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, test } from "../world";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const facet = (page: Page, name: RegExp) =>
  page.getByRole("group", { name: "Filters" }).getByRole("button", { name });
const chips = (page: Page) => page.getByRole("list", { name: "Chosen filters" });

async function download(page: Page, name: string) {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name, exact: true }).click();
  const file = await coming;
  const bytes: Buffer[] = [];
  for await (const piece of await file.createReadStream()) bytes.push(Buffer.from(piece));
  return { name: file.suggestedFilename(), bytes: Buffer.concat(bytes) };
}

/** How many partners the heading says there are. */
async function said(page: Page): Promise<number> {
  const counted = page.getByRole("heading", { level: 1, name: /\d/ });
  const words = await counted.textContent();
  return Number(/\d+/.exec(words ?? "")?.[0]);
}

/** Partners that only this run knows: their mission says the word, their names do not. */
async function make(page: Page, word: string, names: readonly string[]): Promise<void> {
  await page.evaluate(
    async ({ mission, all }) => {
      const post = async (path: string, body: object) => {
        const answer = await fetch(`/api/v1/partners${path}`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        const made: { id: string } = await answer.json();
        return made.id;
      };
      for (const name of all)
        await post("", { name, legal_name: `${name} of Chicago`, org_type: "nonprofit", mission });
    },
    { mission: `We teach ${word} to everybody`, all: names },
  );
}

test("partners are found by words and facets; each choice is counted, shown and taken back by itself", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto("/partners");
  await expect(heading(page, `${await said(page)} partners`)).toBeVisible();

  // The mission says it, not the name; another form of the word finds it as well.
  await page.getByLabel("Name, mission or program").fill("reads");
  await expect(page).toHaveURL(/q=reads/);
  await expect(page.getByRole("link", { name: "Two Languages Circle" })).toBeVisible();
  await page.getByLabel("Name, mission or program").fill("");
  await expect(page).not.toHaveURL(/q=/);

  await facet(page, /^Works on$/).press("Enter");
  await expect(facet(page, /^Works on$/)).toHaveAttribute("aria-expanded", "true");
  // The open facet's boxes come right after its button.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("checkbox", { name: /^Academics/ })).toBeFocused();
  await expectAccessible(page);
  const reading = page.getByRole("checkbox", { name: /^Reading \(/ });
  const offered = Number(/\((\d+)\)/.exec((await reading.locator("xpath=..").textContent()) ?? "")?.[1]);
  await reading.press("Space");
  await expect(heading(page, `${offered} partners match`)).toBeVisible();
  await expect(reading).toBeFocused();
  await page.getByRole("checkbox", { name: /^Arts and music/ }).press("Space");
  await expect(page).toHaveURL(/area=(reading(%2C|,)arts|arts(%2C|,)reading)/);
  await expect(facet(page, /^Works on: 2 chosen$/)).toBeVisible();
  await expect.poll(() => said(page)).toBeGreaterThan(offered);
  const both = await said(page);
  await expect(page.getByRole("rowheader")).toHaveCount(both);

  await chips(page).getByRole("button", { name: "Remove Works on: Arts and music" }).press("Enter");
  await expect(heading(page, `${offered} partners match`)).toBeVisible();
  await expect(chips(page).getByRole("button", { name: "Remove Works on: Reading" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  // The page that somebody sends is the page that opens; words that are no part of it are let be.
  await page.goto("/partners?area=reading,arts&from=a-mail");
  await expect(heading(page, `${both} partners match`)).toBeVisible();

  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoOverflow(page);
  await page.getByRole("button", { name: "Filters: 2 chosen" }).click();
  const drawer = page.getByRole("dialog", { name: "Filters" });
  // The box follows the address, which follows the click.
  await drawer.getByLabel(/^Arts and music/).click();
  await expect(drawer.getByLabel(/^Arts and music/)).not.toBeChecked();
  await expectAccessible(page);
  await drawer.getByRole("button", { name: `Show ${offered} partners` }).click();
  await expect(drawer).toBeHidden();
  await expect(heading(page, `${offered} partners match`)).toBeVisible();
});

test("a question is kept and shared, and its file has as many rows as the screen says", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto("/partners?org_type=health,cultural&status=approved");
  const shown = page.getByText(/^All \d+ partners as a file:/);
  await expect(shown).toBeVisible();
  const count = await said(page);
  expect(count).toBeGreaterThan(2);
  await expect(shown).toContainText(`All ${count} partners`);
  const csv = await download(page, "CSV");
  expect(csv.name).toBe("partners.csv");
  expect(csv.bytes.toString("utf8").trim().split("\r\n").length - 1).toBe(count);
  const book = await download(page, "Excel");
  expect(book.name).toBe("partners.xlsx");
  expect(book.bytes.subarray(0, 2).toString()).toBe("PK");

  const name = `Health and arts ${Date.now()}`;
  await page.getByRole("button", { name: "Save this view" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Share it with the district’s people").press("Space");
  await dialog.getByLabel("Name").press("Enter");
  await expect(dialog).toBeHidden();
  const views = page.getByRole("navigation", { name: "Saved views" });
  await expect(views.getByRole("link", { name: `${name} (shared)` })).toHaveAttribute("aria-current", "page");

  await signInAs("legal");
  await page.goto("/partners");
  await views.getByRole("link", { name: `${name} (shared)` }).press("Enter");
  await expect(heading(page, `${count} partners match`)).toBeVisible();
  await expect(page.getByText("Renee Castellano shares this view.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Change the status/ })).toHaveCount(0);

  await signInAs("district");
  await page.goto("/partners");
  await views.getByRole("link", { name: `${name} (shared)` }).click();
  await page.getByRole("button", { name: "Change this view" }).press("Enter");
  await dialog.getByRole("button", { name: "Remove this view" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(views.getByRole("link", { name: `${name} (shared)` })).toHaveCount(0);
});

test("a row says what a partner does here, and the longest silence comes first", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto("/partners?status=approved");
  const contact = page.getByRole("columnheader", { name: "Last contact" });
  await contact.getByRole("button").press("Enter");
  await expect(page).toHaveURL(/sort=last_contact_on/);
  await expect(contact).toHaveAttribute("aria-sort", "ascending");
  await expect(contact.getByRole("button")).toBeFocused();
  const days = page.getByRole("cell").filter({ hasText: /^[A-Z][a-z]{2} \d{1,2}, \d{4}$/ });
  await expect
    .poll(async () => {
      const told = (await days.allTextContents()).map((day) => Date.parse(day));
      return told.length > 5 && told.every((day, index) => day >= (told[index - 1] ?? 0));
    })
    .toBe(true);
  await expectAccessible(page);

  await page.getByLabel("Name, mission or program").fill("Second Bell Arts");
  await expect(page).toHaveURL(/q=Second/);
  await expect(page.getByRole("heading", { level: 1, name: "1 partner matches" })).toBeVisible();
  const row = page.getByRole("row", { name: /^Second Bell Arts Arts and culture/ });
  await expect(row).toContainText("2 schools");
  await expect(row).toContainText("Alderbrook School and Eastlight Academy");
  await row.getByRole("link", { name: /^\d in force$/ }).press("Enter");
  await expect(page).toHaveURL(/agreements\?.*standing=in_force/);
  await expect(page.getByRole("rowheader").first()).toBeVisible();

  // Other organizations' work is not theirs to see.
  await signInAs("partner");
  await page.goto("/partners");
  await expect(page.getByRole("columnheader", { name: "Works on" })).toBeVisible();
  await expect(contact).toHaveCount(0);
});

test("one change for many says with how many, does nothing when they have changed, and then all of it", async ({
  page,
  signInAs,
  complaints,
}) => {
  await signInAs("district");
  const stamp = Date.now().toString(36);
  const word = `origami${stamp}`;
  await make(page, word, [`Crane House ${stamp}`, `Paper Boats ${stamp}`]);
  await page.goto(`/partners?q=${word}`);
  await expect(heading(page, "2 partners match")).toBeVisible();

  await page.getByRole("button", { name: "Change the status of all 2" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Change the status of many partners" });
  await expect(dialog).toContainText("The directory shows 2 partners.");
  await dialog.getByLabel("Close the record (2 partners)").press("Space");
  await expect(dialog).toContainText("Their records and histories stay.");
  await dialog.getByText("Which 2 partners").click();
  await expect(dialog.getByRole("listitem")).toHaveText([`Crane House ${stamp}`, `Paper Boats ${stamp}`]);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Close 2 records" }).press("Enter");
  await expect(dialog.getByRole("link", { name: "Say why, in a sentence or two" })).toBeVisible();
  await dialog.getByLabel("Reason").fill("The studios have closed.");

  // Meanwhile somebody else adds a partner that the question is about too.
  await make(page, word, [`Tide Pools ${stamp}`]);
  await dialog.getByRole("button", { name: "Close 2 records" }).press("Enter");
  await expect(dialog.getByText("Nothing was done: the list has changed")).toBeVisible();
  expect(complaints.splice(0)).toEqual([expect.stringContaining("409")]);
  await expect(dialog.getByLabel("Reason")).toHaveValue("The studios have closed.");
  await expect(dialog.getByRole("button", { name: "Close 3 records" })).toBeVisible();
  const open = await page.evaluate(async (q) => {
    const list: { items: { status: string }[] } = await (await fetch(`/api/v1/partners?q=${q}`)).json();
    return list.items.filter(({ status }) => status !== "inactive").length;
  }, word);
  expect(open).toBe(3);

  await dialog.getByRole("button", { name: "Close 3 records" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("status").filter({ hasText: "3 records are closed now." })).toBeFocused();
  await expect(page.getByRole("row").filter({ hasText: "No longer a partner" })).toHaveCount(3);
});

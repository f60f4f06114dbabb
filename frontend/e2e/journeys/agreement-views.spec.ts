/** One question of agreements as list, calendar, board and timeline; kept, shared, sent as a file, and acted on. */
import type { Page } from "@playwright/test";
import { makeAgreement } from "../agreement";
import { expect, expectAccessible, expectNoOverflow, test } from "../world";

const formula = "=1+1";

/** Three agreements that only this run knows, of the same June; one of them begins like a formula. */
async function three(page: Page): Promise<{ word: string; titles: string[]; year: number }> {
  const stamp = Date.now();
  const year = 2040 + (stamp % 100);
  const word = `Views ${stamp}`;
  const titles = [`${word} one`, `${word} two`, `${formula} ${word} three`];
  for (const [place, title] of titles.entries()) {
    const terms = { title, starts_on: `${year}-06-0${place + 1}`, ends_on: `${year}-06-0${place + 1}` };
    await makeAgreement(page, { ...terms, purpose: "Reading" }, place === 0 ? ["submit"] : []);
  }
  return { word, titles, year };
}

const layout = (page: Page, name: string) => page.getByRole("group", { name: "Show as" }).getByLabel(name);

test("one question has the same answer in every view, keeps its filter, and opens for somebody else", async ({
  page,
  signInAs,
}) => {
  test.setTimeout(120_000);
  await signInAs("district");
  const { word, titles, year } = await three(page);
  const shown = page.getByRole("heading", { level: 1, name: "3 agreements match" });
  const q = encodeURIComponent(word);
  const main = page.getByRole("main");
  const link = (title: string) => main.getByRole("link", { name: title, exact: true });

  await page.goto(`/agreements?q=${q}&month=${year}-06`);
  await expect(shown).toBeVisible();
  for (const title of titles) await expect(link(title)).toHaveCount(1);

  // The choice of a view is one stop of the Tab key; arrows move in it.
  await layout(page, "List").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/view=calendar/);
  await expect(layout(page, "Calendar")).toBeFocused();
  await expect(shown).toBeVisible();
  // Each of them starts and ends in the month.
  for (const title of titles) await expect(link(title)).toHaveCount(2);
  await expectAccessible(page);

  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/view=board/);
  await expect(shown).toBeVisible();
  for (const title of titles) await expect(link(title)).toHaveCount(1);
  const counts = await main.getByRole("heading", { level: 2 }).allTextContents();
  expect(counts.map((each) => Number(/\d+$/.exec(each)?.[0]))).toEqual([2, 1]);
  await expectAccessible(page);

  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/view=timeline/);
  await expect(page).toHaveURL(new RegExp(`q=${word.replaceAll(" ", "(\\+|%20)")}`));
  await expect(shown).toBeVisible();
  for (const title of titles) await expect(link(title)).toHaveCount(1);
  await expect(main.getByRole("row")).toHaveCount(titles.length + 1);
  await page.getByLabel("One school year").press("Space");
  await expect(page).toHaveURL(/zoom=year/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoOverflow(page);
  for (const title of titles) await expect(link(title)).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 808 });

  await layout(page, "Board by state").press("Space");
  await page.getByRole("button", { name: "Save this view" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByRole("button", { name: "Save", exact: true }).press("Enter");
  await expect(dialog.getByRole("group", { name: "One thing needs fixing" })).toBeFocused();
  await dialog.getByLabel("Name").fill(word);
  await dialog.getByLabel("Share it with the district’s people").press("Space");
  await expectAccessible(page);
  await dialog.getByLabel("Name").press("Enter");
  await expect(dialog).toBeHidden();
  const views = page.getByRole("navigation", { name: "Saved views" });
  await expect(views.getByRole("link", { name: `${word} (shared)` })).toHaveAttribute("aria-current", "page");

  await signInAs("legal");
  await page.goto("/agreements");
  await views.getByRole("link", { name: `${word} (shared)` }).press("Enter");
  await expect(page).toHaveURL(/view=board/);
  await expect(shown).toBeVisible();
  await expect(page.getByText("Renee Castellano shares this view.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Change this view" })).toHaveCount(0);

  // A partner finds no view of the district's people, and what an address holds is theirs to see or is not there.
  await signInAs("partner");
  await page.goto(`/agreements?q=${q}&view=board`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(views.getByRole("link", { name: `${word} (shared)` })).toHaveCount(0);

  await signInAs("district");
  await page.goto("/agreements");
  await views.getByRole("link", { name: `${word} (shared)` }).click();
  await page.getByRole("button", { name: "Change this view" }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Remove this view" }).press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(views.getByRole("link", { name: `${word} (shared)` })).toHaveCount(0);
});

test("the files carry as many rows as their caption says, and no cell is a formula", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  const { word } = await three(page);
  await page.goto(`/agreements?q=${encodeURIComponent(word)}`);
  await expect(page.getByText("All 3 agreements as a file:")).toBeVisible();
  const file = async (name: string) => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name, exact: true }).click();
    const download = await coming;
    const bytes: Buffer[] = [];
    for await (const piece of await download.createReadStream()) bytes.push(Buffer.from(piece));
    return { name: download.suggestedFilename(), bytes: Buffer.concat(bytes) };
  };
  const csv = await file("CSV");
  expect(csv.name).toBe("agreements.csv");
  const lines = csv.bytes.toString("utf8").trim().split("\r\n");
  expect(lines.length - 1).toBe(3);
  const inert = lines.filter((line) => line.includes(`,'${formula} `));
  expect(inert).toHaveLength(1);
  expect(lines.filter((line) => line.includes(`,${formula}`))).toEqual([]);
  const book = await file("Excel");
  expect(book.name).toBe("agreements.xlsx");
  expect(book.bytes.subarray(0, 2).toString()).toBe("PK");
});

test("the board moves an agreement by the steps that are open to this reader, and by no other", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  const { word, titles } = await three(page);
  const [first = "", second = ""] = titles;
  await page.goto(`/agreements?q=${encodeURIComponent(word)}&view=board`);
  const column = (name: string) => page.getByRole("region", { name: new RegExp(`^${name}`) });
  await expect(column("Sent for review").getByRole("link", { name: first })).toBeVisible();

  const move = page.getByRole("button", { name: `Move to… ${first}` });
  await move.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("It stands at: Sent for review.")).toBeVisible();
  await expect(dialog.getByRole("listitem").getByRole("button")).toHaveText(["Start review", "Withdraw"]);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(move).toBeFocused();
  await move.press("Enter");
  await dialog.getByRole("button", { name: "Start review" }).press("Enter");
  await dialog.getByRole("button", { name: "Start review" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "The review has started." })).toBeFocused();
  await expect(column("In review").getByRole("link", { name: first })).toBeVisible();
  await expect(column("Sent for review")).toHaveCount(0);

  // What needs the person's own words asks for them first.
  await page.getByRole("button", { name: `Move to… ${first}` }).press("Enter");
  await dialog.getByRole("button", { name: "Turn it down" }).press("Enter");
  const why = page.getByRole("alertdialog", { name: "Turn it down" });
  await why.getByLabel("Why is it turned down?").fill("Another agreement says the same");
  await why.getByRole("button", { name: "Turn it down" }).press("Enter");
  await expect(column("Turned down").getByRole("link", { name: first })).toBeVisible();
  await expect(page.getByRole("button", { name: `Move to… ${first}` })).toHaveCount(0);

  // Somebody who takes no such step is offered none.
  await signInAs("legal");
  await page.goto(`/agreements?q=${encodeURIComponent(word)}&view=board`);
  await page.getByRole("button", { name: `Move to… ${second}` }).press("Enter");
  await expect(dialog.getByText(/There is no step for you to take here/)).toBeVisible();
  await expect(dialog.getByRole("listitem").getByRole("button")).toHaveCount(0);
});

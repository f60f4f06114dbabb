/** A school's public page: what a family reads and prints, and the two words that put a program there. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, test } from "../world";

const address = "/help/alderbrook/alderbrook-school";
const halfLetter = "396 612";

// One school's page is read and changed here: side by side, one test would read what another took down.
test.describe.configure({ mode: "default" });

/** The page as a PDF on the paper that it asks for: the size of each sheet in points, and whatever it links to. */
async function printed(page: Page): Promise<{ sizes: string[]; file: string }> {
  const file = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...file.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  return { sizes: boxes.map(([, width, height]) => `${Number(width)} ${Number(height)}`), file };
}

/** What the sheet lists, once it is there: an empty page lists nothing and would agree with any "not". */
async function programs(page: Page): Promise<string[]> {
  await expect(page.getByRole("main").getByRole("img", { name: /^(QR code|Código QR)/ })).toBeVisible();
  return page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents();
}

test("a family that is not signed in reads and prints half a page, in English and in Spanish", async ({
  page,
}) => {
  await page.goto(`${address}?lang=en`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who can help at Alderbrook School");
  expect(await programs(page)).toEqual(["Counseling", "Family evenings", "Mural studio", "Reading tutoring"]);
  await expect(page.getByText("4 free programs for students and families")).toBeVisible();
  await expect(page.getByText("Current on January 27, 2020.")).toBeVisible();
  await expect(page.getByRole("img", { name: "QR code" })).toBeVisible();
  await expectAccessible(page);
  expect((await printed(page)).sizes).toEqual([halfLetter]);
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quién puede ayudar en Alderbrook School");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByText("Pregunte a la maestra de su hijo.")).toBeVisible();
  await expect(page.getByText("Martes y jueves, 3:45 a 5:00 p. m.")).toBeVisible();
  await expectAccessible(page);
  expect((await printed(page)).sizes).toEqual([halfLetter]);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
});

test("on a phone it reads in one column, in light and dark, and the code is left to paper", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${address}?lang=en`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoOverflow(page);
    await expectAccessible(page);
  }
  await expect(page.getByRole("img", { name: "QR code" })).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("img", { name: "QR code" })).toBeVisible();
});

test("what does not fit on half a page goes on with its number, and nothing is left out", async ({
  page,
}) => {
  const count = 12;
  // the demonstration's school has four; the rest of the way from the answer to the paper is the real one
  await page.route("**/api/v1/half-sheets/**", async (route) => {
    const answer = await route.fetch();
    const body: { items: { name: object; phone: string }[] } = await answer.json();
    const [one] = body.items;
    body.items = Array.from({ length: count }, (_, place) => ({
      ...one,
      name: { text: `Program ${place + 1}`, language: "en" },
      phone: `(312) 555-01${String(place).padStart(2, "0")}`,
    }));
    await route.fulfill({ response: answer, json: body });
  });
  await page.goto(`${address}?lang=en`);
  await expect(page.getByText(`${count} free programs for students and families`)).toBeVisible();
  const { sizes, file } = await printed(page);
  expect(new Set(sizes)).toEqual(new Set([halfLetter]));
  expect(sizes).toHaveLength(2);
  const called = [...file.matchAll(/tel:31255501(\d\d)/g)].map(([, place]) => Number(place));
  expect(new Set(called.filter((place) => place < count)).size).toBe(count);
});

test("the office agrees to a partner's words, families read them, and it takes them down at once", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto("/schools");
  await page.goto(await keeping(page));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("4 programs are on the public page today");
  await expectAccessible(page);
  const row = page.getByRole("row").filter({ hasText: "Kindling" });
  await expect(row).toContainText("Waits for agreement");
  await row.getByRole("button", { name: "Read and agree" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Read a book a month and talk about it.");
  await expect(dialog).toContainText("$5 for each book");
  await expectAccessible(page);
  await dialog.getByLabel("When, in Spanish").fill("Martes, 3:45 a 4:45 p. m.");
  await dialog.getByRole("button", { name: "Show these words" }).click();
  await expect(row).toContainText("Shown today");
  const name = (await row.getByRole("link").first().textContent()) ?? "";
  await page.goto(`${address}?lang=es`);
  expect(await programs(page)).toContain(name);
  await expect(page.getByText("Martes, 3:45 a 4:45 p. m.")).toBeVisible();
  await page.goto(await keeping(page));
  await row.getByRole("button", { name: "Take down" }).click();
  await expect(row).toContainText("Waits for agreement");
  await page.goto(`${address}?lang=en`);
  expect(await programs(page)).not.toContain(name);
});

test("the partner takes its word back, the program is gone at once, and comes back with the same words", async ({
  page,
  signInAs,
  complaints,
}) => {
  await signInAs("partner");
  await openWords(page);
  await expect(page.getByRole("dialog").getByLabel("How to join", { exact: true })).toHaveValue(
    "Ask your child’s teacher.",
  );
  await expectAccessible(page);
  await page.getByLabel("How to join", { exact: true }).fill("");
  await page.getByRole("button", { name: "Save the public words" }).click();
  await expect(page.getByText("Say how a family joins").first()).toBeVisible();
  expect(complaints.splice(0)).toEqual([expect.stringContaining("422")]);
  await page.getByLabel("How to join", { exact: true }).fill("Ask your child’s teacher.");
  await page.getByRole("button", { name: "Take it back now" }).click();
  await expect(page.getByRole("dialog").getByText("Not public", { exact: true })).toBeVisible();
  await page.goto(`${address}?lang=en`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await programs(page)).not.toContain("Reading tutoring");
  await openWords(page);
  await page.getByRole("button", { name: "Make it public" }).click();
  await expect(page.getByRole("dialog").getByRole("link", { name: "Alderbrook School" })).toBeVisible();
  await page.goto(`${address}?lang=en`);
  await expect(page.getByRole("heading", { name: "Reading tutoring" })).toBeVisible();
});

test("a principal reads who decides, and an address that is none says so", async ({
  page,
  signInAs,
  complaints,
}) => {
  await signInAs("principal");
  await page.goto(await keeping(page));
  await expect(page.getByRole("button", { name: "Read and agree" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Take down" }).first()).toBeVisible();
  await page.getByRole("link", { name: "Who decides" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "The district office decides what schools’ public pages show",
  );
  await expect(page.getByRole("button", { name: "Save" })).toBeHidden();
  await page.goto("/help/alderbrook/nowhere?lang=en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page here");
  expect(complaints.splice(0)).toEqual([expect.stringContaining("404")]);
});

/** The page on which staff keep Alderbrook's. */
async function keeping(page: Page): Promise<string> {
  const id = await page.evaluate(async () => {
    const answer = await fetch("/api/v1/schools?q=Alderbrook%20School");
    const body: { items: { id: string }[] } = await answer.json();
    return body.items[0]?.id;
  });
  return `/schools/${id}/half-sheet`;
}

async function openWords(page: Page): Promise<void> {
  await page.goto("/profile");
  await page.getByRole("button", { name: "Reading tutoring" }).first().click();
  await page.getByRole("button", { name: "What families read" }).click();
}

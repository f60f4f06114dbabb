import type { Page } from "@playwright/test";
import { papers, sheets } from "../print";
import { expect, expectAccessible, test } from "../world";

type Part = { id: string };
type Seen = { id: string; name: string; parts: number };

/** The threads of the partnerships that have targets, and of some that something keeps out, the fullest first. */
async function fullest(page: Page, most: number): Promise<Seen[]> {
  return page.evaluate(async (limit) => {
    const read = async (path: string) => {
      const answer = await fetch(`/api/v1${path}`);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return answer.json();
    };
    const lists = [
      "/partnerships?cleared=false&limit=20",
      `/partnerships?limit=100&partner=${(await read("/partners?q=Riverbend%20Learning")).items[0].id}`,
    ];
    const found = new Map<string, Seen>();
    for (const list of lists)
      for (const { id, program, school } of (await read(list)).items) {
        const { needs, agreements, targets, partnership } = await read(`/partnerships/${id}/thread`);
        const parts = [needs, agreements, targets, partnership.clearance.blockers];
        const sum = parts.reduce((all: number, each: Part[]) => all + each.length, 0);
        found.set(id, { id, name: `${program.name} at ${school.name}`, parts: sum });
      }
    return [...found.values()].sort((one, other) => other.parts - one.parts).slice(0, limit);
  }, most);
}

async function story(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const schools = await (await fetch("/api/v1/schools?q=Alderbrook%20School")).json();
    const list = await fetch(`/api/v1/partnerships?limit=100&school=${schools.items[0].id}`);
    const { items }: { items: { id: string; program: { name: string } }[] } = await list.json();
    return items.find(({ program }) => program.name === "Reading tutoring")?.id ?? "";
  });
}

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/partnerships/${id}/thread`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

test("each step of the story is one click away, and says who decided it and when", async ({
  page,
  signInAs,
}) => {
  await signInAs("coordinator");
  const id = await story(page);
  const steps = page.locator("main ol > li");
  for (const [name, decided, address] of [
    ["Need", "Approved by Carla Whitfield.", /\/needs\//],
    ["Partner", "Started by Carla Whitfield.", /\/partners\//],
    ["Agreement", "Signed by Tomas Adeyemi and Harold Lindqvist.", /\/agreements\//],
    ["Target", "Agreed by Carla Whitfield for the school and Tomas Adeyemi for the partner.", /\/targets\//],
    ["Result", "Reported by Tomas Adeyemi, checked by Renee Castellano.", /\/targets\//],
  ] as const) {
    await open(page, id);
    const step = steps.filter({ hasText: name }).filter({ hasText: decided });
    await expect(step, name).toHaveCount(1);
    await expect(step).toContainText(/(Sep|Oct|Jan) \d+, 20(19|20)/);
    await step.getByRole("heading", { level: 2 }).getByRole("link").click();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Alderbrook School and Riverbend");
  }
  await expectAccessible(page);
});

test("each page of the story leads back to its thread", async ({ page, signInAs }) => {
  await signInAs("coordinator");
  const id = await story(page);
  const thread = new RegExp(`/partnerships/${id}/thread$`);
  const steps = page.locator("main ol > li");
  const named = page.getByRole("link", { name: "Thread of Reading tutoring at Alderbrook School" });
  for (const [name, back] of [
    ["Need", page.getByRole("link", { name: "Reading tutoring with Riverbend Learning" })],
    ["Partner", named],
    ["Agreement", named],
    ["Target", page.getByRole("link", { name: "From need to result at Alderbrook School" })],
  ] as const) {
    await open(page, id);
    const step = steps.filter({ has: page.getByText(name, { exact: true }) });
    await step.getByRole("heading", { level: 2 }).getByRole("link").click();
    await expect(page).not.toHaveURL(thread);
    await expect(back, name).toBeVisible();
    await back.click();
    await expect(page, name).toHaveURL(thread);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Alderbrook School and Riverbend");
  }
  await page.goto("/schools");
  const school = await page.evaluate(
    async () => (await (await fetch("/api/v1/schools?q=Alderbrook%20School")).json()).items[0].id,
  );
  await page.goto(`/schools/${school}`);
  await named.click();
  await expect(page).toHaveURL(thread);
});

test("the story prints on exactly one sheet of either paper", async ({ page, signInAs }) => {
  await signInAs("coordinator");
  await open(page, await story(page));
  for (const paper of papers) expect(await sheets(page, paper), paper).toBe(1);
});

test("the fullest threads print on exactly one sheet of either paper", async ({ page, signInAs }) => {
  test.setTimeout(120_000);
  await signInAs("district");
  const threads = await fullest(page, 4);
  expect(threads[0]?.parts, "parts of the fullest").toBeGreaterThanOrEqual(4);
  for (const { id, name } of threads) {
    await open(page, id);
    for (const paper of papers) expect(await sheets(page, paper), `${name} on ${paper}`).toBe(1);
  }
});

test("however long its words are it stays on one sheet, and a second sheet would be counted", async ({
  page,
  signInAs,
}) => {
  await signInAs("coordinator");
  await open(page, await story(page));
  await page.evaluate(() => {
    for (const paragraph of document.querySelectorAll("main ol p"))
      paragraph.append(" Something that both sides wrote at length.".repeat(40));
  });
  for (const paper of papers) expect(await sheets(page, paper), paper).toBe(1);
  await page.evaluate(() => {
    const more = document.createElement("p");
    more.textContent = "One line more. ".repeat(900);
    document.querySelector("main")?.append(more);
  });
  expect(await sheets(page, "Letter")).toBeGreaterThan(1);
});

import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test, type Who } from "../world";

const alder = "Alderbrook School";
const fox = "Foxglove School";

/** Everybody sees the same page of a target; who is signed in decides what it offers. */
type Opens = (who: Who, id: string) => Promise<void>;

function idOf(page: Page): string {
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

/** Goes on with Tab until this has the focus, as somebody without a mouse does. */
async function reach(page: Page, wanted: Locator, most = 60): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stops = 0; stops < most; stops++) {
    if (await wanted.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(wanted).toBeFocused();
}

async function press(page: Page, wanted: Locator): Promise<void> {
  await reach(page, wanted);
  await page.keyboard.press("Enter");
}

/** A draft of the partner's over two schools, made without the form, for tests that are about later steps. */
async function draft(page: Page, name: string, verbs: readonly string[] = []): Promise<string> {
  return page.evaluate(
    async ({ name, verbs }) => {
      const send = async (path: string, body?: object) => {
        const answer = await fetch(`/api/v1/targets${path}`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          ...(body && { body: JSON.stringify(body) }),
        });
        if (!answer.ok) throw new Error(await answer.text());
        return answer.json();
      };
      const schools = ["Alderbrook School", "Foxglove School"];
      type Place = { id: string; school: { name: string }; program: { name: string } };
      const found: { items: Place[] } = await (await fetch("/api/v1/partnerships?limit=200")).json();
      const places = found.items.filter(
        (each) => each.program.name === "Reading tutoring" && schools.includes(each.school.name),
      );
      const made = await send("", {
        partnership_ids: places.map((each) => each.id),
        school_year: "2019-2020",
        name,
        kind: "better_off",
        measure: "Tutored students who finish a book",
        unit: "percent",
        direction: "increase",
        aggregation: "latest",
        population: "students_served",
        population_words: "Students tutored in reading",
        baseline_numerator: 4,
        baseline_denominator: 14,
        baseline_population: "students_served",
        target_method: "absolute",
        target_input: 80,
        period_starts_on: "2019-10-14",
        period_ends_on: "2020-06-12",
        pace: "linear",
        reporting_interval_days: 45,
      });
      for (const verb of verbs) await send(`/${made.id}/${verb}`);
      return made.id;
    },
    { name, verbs },
  );
}

/** Nothing of a test is left in the lists of the next: what is open is revised, and the new draft withdrawn. */
async function putAway(page: Page, id: string): Promise<void> {
  await page.evaluate(async (target) => {
    const send = (path: string, body?: object) =>
      fetch(`/api/v1/targets/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
    const { status } = await (await fetch(`/api/v1/targets/${target}`)).json();
    const revised = status === "open" && (await send(`${target}/revise`, { reason: "Tried out" }));
    const last = revised ? (await revised.json()).id : target;
    await send(`${last}/withdraw`);
  }, id);
}

/** Takes the step of a dialog and hears that it was done. */
async function take(page: Page, name: string, done: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByRole("button", { name, exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: done })).toBeFocused();
  await expect(dialog).toBeHidden();
}

function opens(page: Page, signInAs: (who: Who) => Promise<void>): Opens {
  return async (who, id) => {
    await signInAs(who);
    await page.goto(`/targets/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  };
}

test("a target goes from a proposal for two schools to a checked result", async ({ page, signInAs }) => {
  test.setTimeout(150_000);
  const name = `Books finished ${Date.now()}`;
  const as = opens(page, signInAs);

  await signInAs("partner");
  await page.goto("/targets");
  await page.getByRole("link", { name: "Set a target" }).click();
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("group", { name: /things need fixing/ })).toBeFocused();
  await expectAccessible(page);
  await page
    .getByRole("combobox", { name: "Program" })
    .selectOption({ label: "Reading tutoring, Riverbend Learning" });
  await page.getByRole("checkbox", { name: alder }).check();
  await page.getByRole("checkbox", { name: fox }).check();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await expect(page.getByRole("textbox", { name: "In words" })).toHaveValue("Students in Reading tutoring");
  await page.getByRole("textbox", { name: "How many", exact: true }).fill("4");
  await page.getByRole("textbox", { name: "Of how many" }).fill("14");
  await page.getByRole("textbox", { name: /^Value to reach/ }).fill("70");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name}: 70% by June 30, 2020` })).toBeFocused();
  await expect(page.getByRole("heading", { name: "What is proposed" })).toBeVisible();
  const id = idOf(page);

  await page.getByRole("link", { name: "Edit the definition" }).click();
  await page.getByRole("textbox", { name: /^Value to reach/ }).fill("80");
  await page.getByRole("button", { name: "Save the definition" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name}: 80% by June 30, 2020` })).toBeFocused();
  await page.getByRole("button", { name: "Propose the target" }).click();
  await take(page, "Propose the target", "Proposed.");
  await expect(page.getByText(`Waiting for ${alder}, ${fox}`)).toBeVisible();

  await as("principal", id);
  await page.getByRole("button", { name: "Not for our school" }).click();
  const refusing = page.getByRole("dialog", { name: `Keep ${alder} out of this target` });
  await refusing.getByRole("button", { name: `Keep ${alder} out` }).click();
  await expect(refusing.getByRole("link", { name: "Say why, in a sentence or two" })).toBeVisible();
  await refusing.getByLabel("Why not, and what would have to change?").fill("Not before the book fair.");
  await take(page, `Keep ${alder} out`, `${alder} stays out of this target.`);
  await expect(page.getByText("Not before the book fair.")).toBeVisible();
  await page.getByRole("button", { name: `Agree for ${alder}` }).click();
  await take(page, `Agree for ${alder}`, `${alder} has agreed.`);
  await expect(page.getByRole("heading", { name: "1 of 2 schools agreed" })).toBeVisible();

  await as("partner", id);
  await page.getByRole("button", { name: "Open the target" }).click();
  await take(page, "Open the target", "Open. Results can be entered.");
  await page.getByRole("link", { name: "Add a result", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Add results: ${name}` })).toBeFocused();
  const many = page.getByRole("textbox", { name: `${alder}, How many`, exact: true });
  await many.fill("nine");
  await page.getByRole("textbox", { name: `${alder}, Of how many` }).fill("8");
  await page.getByRole("button", { name: "Save the result" }).click();
  await expect(page.getByRole("link", { name: `${alder}: enter a whole number, such as 12` })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: `${alder}: enter a whole number, such as 12` }).click();
  await expect(many).toBeFocused();
  await expect(many).toHaveAttribute("aria-invalid", "true");
  await many.fill("9");
  await page.getByRole("button", { name: "Save the result" }).click();
  await expect(page.getByRole("link", { name: `${alder}: the part is larger than the whole` })).toBeVisible();
  await many.fill("6");
  await page.getByRole("button", { name: "Save the result" }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 result saved" })).toBeFocused();
  await page.getByRole("link", { name: "See the target" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name}: 6 of 8 students` })).toBeFocused();
  await expect(page.getByRole("region", { name: "One result is not verified" })).toContainText(
    "Tomas Adeyemi",
  );

  await as("principal", id);
  await page.getByRole("button", { name: "Verify the result" }).click();
  await expect(page.getByRole("dialog", { name: "Is this result so?" })).toContainText("6 of 8 (75%)");
  await take(page, "Verify the result", "The result is verified.");
  await expect(page.getByText("That is 75%, up from 28.6%.")).toBeVisible();
  await expect(
    page.getByRole("figure", { name: /of the way from the baseline to the target/ }),
  ).toBeVisible();
  await expect(page.getByRole("cell", { name: "75.0%" })).toBeVisible();
  await expectAccessible(page);

  await as("partner", id);
  await page.getByRole("button", { name: "Start a new version" }).click();
  await page.getByLabel("What has to change, and why?").fill("Fewer students than planned.");
  await page.getByRole("dialog").getByRole("button", { name: "Start a new version" }).click();
  await expect(page).not.toHaveURL(new RegExp(id));
  await page.getByRole("button", { name: "Withdraw the target" }).click();
  await take(page, "Withdraw the target", "Withdrawn.");
});

test("by keyboard alone: a draft is proposed, agreed, opened, filled from a spreadsheet and read", async ({
  page,
  context,
  signInAs,
}) => {
  test.setTimeout(150_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const name = `Books by keyboard ${Date.now()}`;
  const as = opens(page, signInAs);
  await signInAs("partner");
  const id = await draft(page, name);
  await page.goto("/targets?status=draft");
  await press(page, page.getByRole("link", { name }));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await press(page, page.getByRole("button", { name: "Propose the target" }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "Propose the target" }));
  await expect(page.getByRole("status").filter({ hasText: "Proposed." })).toBeFocused();

  await as("principal", id);
  await press(page, page.getByRole("button", { name: `Agree for ${alder}` }).first());
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: `Agree for ${alder}` }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("dialog").getByRole("button", { name: `Agree for ${alder}` }));
  await expect(page.getByRole("status").filter({ hasText: `${alder} has agreed.` })).toBeFocused();

  await as("partner", id);
  await press(page, page.getByRole("button", { name: "Open the target" }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "Open the target" }));
  await expect(page.getByRole("status").filter({ hasText: "Open. Results" })).toBeFocused();
  await press(page, page.getByRole("link", { name: "Add a result", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.evaluate(() =>
    navigator.clipboard.writeText("School\tFinished\tStudents\nAlderbrook School\t5\t8\nElsewhere\t1\t2\n"),
  );
  const many = page.getByRole("textbox", { name: `${alder}, How many`, exact: true });
  await reach(page, many);
  await page.keyboard.press("ControlOrMeta+V");
  await expect(many).toHaveValue("5");
  await expect(page.getByRole("textbox", { name: `${alder}, Of how many` })).toHaveValue("8");
  await expect(page.getByText("1 row filled in. No row here for: Elsewhere").first()).toBeVisible();
  await press(page, page.getByRole("button", { name: "Save the result" }));
  await expect(page.getByRole("status").filter({ hasText: "1 result saved" })).toBeFocused();
  await press(page, page.getByRole("link", { name: "See the target" }));
  await expect(page.getByRole("heading", { level: 1, name: `${name}: 5 of 8 students` })).toBeFocused();
  await expect(page.getByText("On track", { exact: true }).first()).toBeVisible();
  await putAway(page, id);
});

test("what was typed stays when the target changed meanwhile, and when the answer is an error", async ({
  page,
  signInAs,
  browser,
  baseURL,
  complaints,
}) => {
  test.setTimeout(90_000);
  const name = `Books twice ${Date.now()}`;
  await signInAs("partner");
  const id = await draft(page, name, ["propose"]);
  await page.goto(`/targets/${id}/edit`);
  await page.getByRole("textbox", { name: /^Value to reach/ }).fill("75");
  await page.getByRole("textbox", { name: /^Where results come from/ }).fill("Book cards");
  const other = await browser.newPage(baseURL ? { baseURL } : {});
  await other.context().addCookies(await page.context().cookies());
  await other.goto(`/targets/${id}/edit`);
  await other.getByRole("textbox", { name: /^Value to reach/ }).fill("90");
  await other.getByRole("button", { name: "Save the definition" }).click();
  await expect(other.getByRole("heading", { level: 1, name: /90%/ })).toBeVisible();
  await other.close();
  await page.getByRole("button", { name: "Save the definition" }).click();
  await expect(
    page.getByRole("heading", { name: "Somebody changed this since you opened it" }),
  ).toBeVisible();
  await expectAccessible(page);
  // The browser notes the refusal that this test is about.
  expect(complaints.splice(0)).toEqual([expect.stringContaining("412")]);
  await page.getByRole("radio", { name: "90" }).check();
  await page.getByRole("button", { name: "Use these and save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /90%/ })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Book cards" })).toBeVisible();

  await page.goto(`/targets/${id}/edit`);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Typed and kept");
  await page.route(`**/api/v1/targets/${id}`, (route) =>
    route.request().method() === "PATCH" ? route.abort() : route.continue(),
  );
  await page.getByRole("button", { name: "Save the definition" }).click();
  await expect(
    page
      .getByRole("alert")
      .or(page.getByRole("group", { name: /needs? fixing/ }))
      .first(),
  ).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Typed and kept");
  complaints.splice(0);
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByRole("alertdialog", { name: "Leave without saving?" })).toBeVisible();
  await page.getByRole("alertdialog").getByRole("button", { name: "Leave the page" }).click();
  await expect(page).toHaveURL(new RegExp(`/targets/${id}$`));
  await putAway(page, id);
});

import type { Page } from "@playwright/test";
import { makeAgreement } from "../agreement";
import { expect, expectAccessible, test, type Who } from "../world";

type Made = { id: string; title: string };

/** A draft of the partner's for the demonstration's spring. */
async function draft(page: Page, title: string, verbs: readonly string[] = []): Promise<Made> {
  const id = await makeAgreement(page, { title, starts_on: "2020-01-27", ends_on: "2020-06-12" }, verbs);
  return { id, title };
}

async function withdraw(page: Page, { id }: Made): Promise<void> {
  await page.evaluate(async (agreement) => {
    await fetch(`/api/v1/agreements/${agreement}/withdraw`, { method: "POST" });
  }, id);
}

/** Opens the dialog of a step, takes the step, and hears that it was done. */
async function take(page: Page, name: string, done: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByRole("button", { name, exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: done })).toBeFocused();
  await expect(dialog).toBeHidden();
}

async function sign(page: Page, name: string, title: string): Promise<void> {
  await page.getByRole("button", { name: "Sign", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Sign the agreement" });
  await expect(dialog).toContainText(/Fingerprint of the text you sign: [0-9a-f]{64}/);
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(dialog.getByRole("group", { name: "3 things need fixing" })).toBeFocused();
  await expectAccessible(page);
  await dialog.getByLabel("Your full name").fill(name);
  await dialog.getByLabel("Your title").fill(title);
  await dialog.getByLabel(/I agree to sign electronically/).check();
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "You signed." })).toBeFocused();
}

test("an agreement goes from a draft to being in force, through four people's hands", async ({
  page,
  signInAs,
  complaints,
}) => {
  test.setTimeout(120_000);
  const title = `Reading after school ${Date.now()}`;
  const as = async (who: Who, id: string) => {
    await signInAs(who);
    await page.goto(`/agreements/${id}`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  };

  await signInAs("partner");
  await page.goto("/agreements/new");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("group", { name: /things need fixing/ })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Title" }).fill(title);
  await page
    .getByRole("textbox", { name: /^Purpose/ })
    .fill("More students of grades 3–5 who read on grade level.");
  for (const [action, field, typed] of [
    ["Choose programs", /Programs/, "Reading"],
    ["Choose schools", /Schools/, "Alderbrook School"],
  ] as const) {
    await page.getByRole("button", { name: action }).click();
    await expect(page.getByRole("combobox", { name: field })).toBeFocused();
    await page.getByRole("combobox", { name: field }).fill(typed);
    await page.getByRole("option", { name: typed }).first().click();
    await page.keyboard.press("Escape");
  }
  await page.getByRole("button", { name: "Add what somebody does" }).click();
  await page.getByLabel("Does what").fill("Two students with one tutor.");
  await page.getByRole("button", { name: "Add what somebody gives" }).click();
  await page.getByLabel("Gives what").fill("A quiet room for every session");
  await page.getByRole("combobox", { name: "Type" }).selectOption({ label: "Agreement (MOA)" });
  for (const [name, month, day] of [
    ["First day", "1", "27"],
    ["Last day", "6", "12"],
  ] as const) {
    const asked = page.getByRole("group", { name });
    await asked.getByLabel("Month").fill(month);
    await asked.getByLabel("Day").fill(day);
    await asked.getByLabel("Year").fill("2020");
  }
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const id = new URL(page.url()).pathname.split("/")[2] ?? "";

  await take(page, "Send for review", "Sent for review.");
  await expect(page.getByRole("region", { name: "Alderbrook School confirmed" })).toContainText(
    "Waiting for Denise Okafor",
  );

  await as("district", id);
  await take(page, "Start review", "The review has started.");
  await expect(page.getByText(/Approve it for signature.*is possible once this is there/)).toBeVisible();

  await as("principal", id);
  await expect(page.getByText("In review, with you")).toBeVisible();
  await take(page, "Confirm for Alderbrook School", "Confirmed for Alderbrook School.");
  await expect(page.getByText("1 of 1 confirmed.")).toBeVisible();

  await as("district", id);
  await take(page, "Approve", "Approved.");
  await take(page, "Send for signature", "Sent for signature. The text is fixed.");

  await as("partner", id);
  await sign(page, "Tomas Adeyemi", "Executive director");
  await expect(page.getByText("Out for signature; one of two has signed.")).toBeVisible();

  await as("signatory", id);
  await sign(page, "Harold Lindqvist", "Chief of schools");
  await expect(page.getByText("Fully signed. Expires in 137 days (Jun 12, 2020).")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing is missing" })).toBeVisible();
  await expect(page.getByRole("list", { name: "History" })).toContainText(
    "Harold Lindqvist signed for the district.",
  );
  await expectAccessible(page);

  await as("district", id);
  await page.getByRole("button", { name: "End the agreement" }).click();
  const ending = page.getByRole("alertdialog", { name: "End it early" });
  await ending.getByRole("button", { name: "End the agreement" }).click();
  await expect(ending.getByRole("link", { name: "Write down why, so that the others know" })).toBeVisible();
  await expectAccessible(page);
  await ending.getByLabel("Why does it end?").fill("The tutors move to another school.");
  // The agreed notice stands in the field; a shorter one is refused beside it.
  await expect(ending.getByText("With the agreed notice February 26, 2020 or later.")).toBeVisible();
  await ending.getByLabel("Day").fill("25");
  await ending.getByRole("button", { name: "End the agreement" }).click();
  await expect(ending.getByText("This is shorter than the notice that was agreed").first()).toBeVisible();
  expect(complaints.splice(0)).toEqual([expect.stringContaining("422")]);
  await ending.getByLabel("Day").fill("26");
  await ending.getByRole("button", { name: "End the agreement" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The end is set." })).toBeFocused();
  await expect(page.getByText("Ends early. Expires in 29 days (Feb 25, 2020).")).toBeVisible();
  await expect(page.getByText("The tutors move to another school.").first()).toBeVisible();
});

test("a principal finds what waits for her and confirms her school by keyboard alone", async ({
  page,
  signInAs,
}) => {
  await signInAs("partner");
  const made = await draft(page, `Reading by keyboard ${Date.now()}`, ["submit"]);
  await signInAs("principal");
  await page.goto("/agreements?waits_for_me=1");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/waits? for you/);
  const link = page.getByRole("link", { name: made.title });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: made.title })).toBeFocused();
  const confirm = page.getByRole("button", { name: "Confirm for Alderbrook School" });
  // The refusing way stands in the sentence before the button.
  for (
    let stops = 0;
    stops < 6 && !(await confirm.evaluate((node) => node === document.activeElement));
    stops++
  ) {
    await page.keyboard.press("Tab");
  }
  await expect(confirm).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Confirm this agreement for Alderbrook School" });
  await expect(dialog).toContainText("It does not sign anything.");
  await page.keyboard.press("Escape");
  await expect(confirm).toBeFocused();
  await page.keyboard.press("Enter");
  const yes = dialog.getByRole("button", { name: "Confirm for Alderbrook School" });
  for (
    let stops = 0;
    stops < 4 && !(await yes.evaluate((node) => node === document.activeElement));
    stops++
  ) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("status").filter({ hasText: "Confirmed for Alderbrook School." }),
  ).toBeFocused();
  await signInAs("partner");
  await withdraw(page, made);
});

test("a late edit keeps what was typed and shows both sides", async ({
  page,
  signInAs,
  browser,
  baseURL,
  complaints,
}) => {
  await signInAs("partner");
  const made = await draft(page, `Reading twice ${Date.now()}`);
  await page.goto(`/agreements/${made.id}/edit`);
  await page.getByRole("textbox", { name: /^Purpose/ }).fill("Mine");
  await page.getByRole("textbox", { name: /^Schedule/ }).fill("Tuesdays");
  const other = await browser.newPage(baseURL ? { baseURL } : {});
  await other.context().addCookies(await page.context().cookies());
  await other.goto(`/agreements/${made.id}/edit`);
  await other.getByRole("textbox", { name: /^Purpose/ }).fill("Theirs");
  await other.getByRole("button", { name: "Save the text" }).click();
  await expect(other.getByRole("heading", { level: 1, name: made.title })).toBeVisible();
  await other.close();
  await page.getByRole("button", { name: "Save the text" }).click();
  await expect(
    page.getByRole("heading", { name: "Somebody changed this since you opened it" }),
  ).toBeVisible();
  await expectAccessible(page);
  // The browser notes the refusal that this test is about.
  expect(complaints.splice(0)).toEqual([expect.stringContaining("412")]);
  await page.getByRole("radio", { name: "Theirs" }).check();
  await page.getByRole("button", { name: "Use these and save" }).click();
  await expect(page).toHaveURL(new RegExp(`/agreements/${made.id}$`));
  await expect(page.getByRole("definition").filter({ hasText: "Theirs" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Tuesdays" })).toBeVisible();
  await withdraw(page, made);
});

test("the office records one signed elsewhere with its paper, and anybody who sees it downloads it", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto("/agreements/record");
  await page.getByRole("button", { name: "Choose the partner" }).click();
  await page.getByRole("combobox", { name: "Partner" }).fill("Riverbend");
  await page.getByRole("option", { name: "Riverbend Learning" }).first().click();
  for (const [action, field, typed] of [
    ["Choose programs", /Programs/, "Reading"],
    ["Choose schools", /Schools/, "Alderbrook School"],
  ] as const) {
    await page.getByRole("button", { name: action }).click();
    await expect(page.getByRole("combobox", { name: field })).toBeFocused();
    await page.getByRole("combobox", { name: field }).fill(typed);
    await page.getByRole("option", { name: typed }).first().click();
    await page.keyboard.press("Escape");
  }
  const title = `Room use on paper ${Date.now()}`;
  await page.getByRole("textbox", { name: "Title" }).fill(title);
  await page.getByRole("combobox", { name: "Type" }).selectOption({ label: "Letter of agreement" });
  const days = { "First day": ["1", "6"], "Last day": ["6", "12"], "Signed on": ["1", "3"] };
  for (const [name, [month, day]] of Object.entries(days)) {
    const asked = page.getByRole("group", { name });
    await asked.getByLabel("Month").fill(month ?? "");
    await asked.getByLabel("Day").fill(day ?? "");
    await asked.getByLabel("Year").fill("2020");
  }
  await page.getByLabel("The signed paper").setInputFiles({
    name: "signed.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await page.getByRole("button", { name: "Record the agreement" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(/Fully signed\./)).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "signed.pdf" }).click();
  expect((await download).suggestedFilename()).toBe("signed.pdf");
  await page.getByRole("button", { name: "End the agreement" }).click();
  const ending = page.getByRole("alertdialog", { name: "End it early" });
  await ending.getByLabel("Why does it end?").fill("Only a trial.");
  await ending.getByRole("button", { name: "End the agreement" }).click();
  await expect(page.getByText("Ended before its last day.")).toBeVisible();
});

test("the list narrows by address, tells its finding, and looks at another day", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto("/agreements");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/agreements? (is|are) in force/);
  await page.getByRole("link", { name: "Expiring in 90 days" }).click();
  await expect(page).toHaveURL(/standing=expiring_soon/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/ends? within 90 days/);
  const first = page.getByRole("table").getByRole("row").nth(1);
  await expect(first).toContainText(/Expires in \d+ days/);
  await page.getByLabel("As of the day").fill("2020-05-01");
  await expect(page).toHaveURL(/effective_on=2020-05-01/);
  await expect(page.getByText("As of Friday, May 1, 2020, not today.")).toBeVisible();
  await page.getByRole("searchbox").fill("no such agreement");
  await expect(page.getByRole("heading", { name: "No agreement matches." })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await page.getByRole("button", { name: "Filter by partner or school" }).click();
  await page.getByRole("combobox", { name: "Partner" }).fill("Riverbend");
  await page.getByRole("option", { name: "Riverbend Learning" }).click();
  await expect(page).toHaveURL(/partner=/);
  await expect(page.getByRole("table").getByRole("row").nth(1)).toContainText("Riverbend Learning");
});

import { sheets } from "../print";
import { expect, expectAccessible, expectNoOverflow, test } from "../world";

/** From March on the endorsement is asked of programs with a room; Kindling's waits for review since January. */
const whenAsked = "2020-03-02";
const endorsement = "Additional insured endorsement of Kindling Reading";

type Rows = { items: { id: string; partner: { name: string } }[] };
type Record = { clearance: { blockers: { words: string }[] } };

test("risk management accepts a paper from the queue, and what kept the program out is gone", async ({
  page,
  signInAs,
}) => {
  await signInAs("risk");
  await page.goto("/papers/queue");
  const waiting = page.getByRole("link", { name: endorsement });
  await expect(waiting).toBeVisible();
  await expect(page.getByRole("main")).toContainText("1 program has one paper less to come");
  await expectAccessible(page);

  // the answers come from the same address that the partnership's own page asks
  const ask = (path: string) => page.evaluate(async (at) => (await fetch(at)).json(), path);
  const rows: Rows = await ask("/api/v1/partnerships?stage=active&limit=500");
  const kindling = rows.items.find(({ partner }) => partner.name === "Kindling Reading");
  const missing = async () => {
    const record: Record = await ask(`/api/v1/partnerships/${kindling?.id}?effective_on=${whenAsked}`);
    return record.clearance.blockers.map(({ words }) => words);
  };
  const before = await missing();
  expect(before.join(" ")).toContain("endorsement waits for review");

  await waiting.click();
  await expect(page.getByRole("heading", { level: 1, name: endorsement })).toBeFocused();
  await expect(page.getByRole("main")).toContainText("asked of all programs (with a place of their own");
  await expect(page.getByRole("link", { name: /Open endorsement\.pdf/ })).toHaveAttribute("download", /pdf$/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 720 });
  await expectNoOverflow(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  // by keyboard alone: a reason is asked for, Escape goes back, then it is accepted
  await page.getByRole("button", { name: "Turn down" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Turn down" }).press("Enter");
  await expect(dialog.getByRole("link", { name: "Say what is wrong, in a sentence or two" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Turn down" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Accept" }).press("Enter");
  await expect(page).toHaveURL(/done=/);
  await expect(page.getByRole("main")).toContainText(
    "Accepted: Additional insured endorsement of Kindling Reading",
  );
  await expect(page.getByRole("main").getByRole("link", { name: endorsement })).toBeHidden();

  const after = await missing();
  expect(after.join(" ")).not.toContain("endorsement");
  expect(after.length).toBeLessThan(before.length);
});

test("the front office reads names, looks at another day, and hands the list to its visitor system", async ({
  page,
  signInAs,
}) => {
  await signInAs("frontOffice");
  await page.goto("/");
  const table = page.getByRole("table", { name: /Who may enter Alderbrook School, by name/ });
  await expect(table.getByRole("row", { name: /Priya Anand/ })).toContainText("Riverbend Learning");
  // her checks ran out on January 11
  await expect(table).not.toContainText("Nadia Voss");
  await expectAccessible(page);
  await page.goto("/?effective_on=2020-01-06");
  await expect(table.getByRole("row", { name: /Nadia Voss/ })).toBeVisible();

  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "List for the visitor system (CSV)" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe("who-may-enter-2020-01-06.csv");

  await page.getByText("By time").click();
  await expect(page).toHaveURL(/by=time/);
  await expect(page.getByRole("main")).toContainText("Nadia Voss");
});

test("a principal opens who may enter from the school's page, prints it, and hands it to whoever sits at the desk", async ({
  page,
  signInAs,
}) => {
  await signInAs("principal");
  await page.goto("/");
  await page.getByRole("link", { name: "All by name, and the list for a visitor system" }).first().click();
  await expect(page).toHaveURL(/\/schools\/[0-9a-f-]{36}\/door$/);
  const address = new URL(page.url()).pathname;

  await page.goto(address.replace("/door", ""));
  await page.getByRole("link", { name: "Who may enter, by name" }).click();
  await expect(page).toHaveURL((url) => url.pathname === address);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(/^\d+ people may enter by name\.$/);
  await expect(heading).toBeFocused();
  const table = page.getByRole("table", { name: /Who may enter Alderbrook School, by name/ });
  await expect(table.getByRole("row", { name: /Priya Anand/ })).toContainText("Riverbend Learning");

  // on paper: the day and every name stay, what is pressed does not, and it fits on a few sheets
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Showing Monday, January 27, 2020.")).toBeVisible();
  await expect(table.getByRole("row", { name: /Priya Anand/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByText("By time")).toBeHidden();
  const letter = await sheets(page, "Letter");
  expect(letter).toBeLessThanOrEqual(2);

  // another day, by time: both are in the address, and the file is of that day
  await page.goto(`${address}?effective_on=2020-01-06&by=time`);
  await expect(page.getByRole("main")).toContainText("Nadia Voss");
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "List for the visitor system (CSV)" }).click();
  expect((await coming).suggestedFilename()).toBe("who-may-enter-2020-01-06.csv");

  await signInAs("frontOffice");
  await page.goto("/");
  await page.getByRole("link", { name: "This list as a page of its own" }).click();
  await expect(page).toHaveURL((url) => url.pathname === address);
  await expect(table.getByRole("row", { name: /Priya Anand/ })).toBeVisible();

  // the district office reads it too; a partner sees only its own there, which is no list of who may enter
  await signInAs("district");
  await page.goto(address);
  await expect(table.getByRole("row", { name: /Priya Anand/ })).toBeVisible();
  await signInAs("partner");
  await page.goto(address);
  await expect(page.getByRole("main")).toContainText("The people of the school and the district office read");
  await expect(page.getByRole("main").getByRole("table")).toHaveCount(0);
});

test("risk management gives a waiver by keyboard and ends it early, with its author shown", async ({
  page,
  signInAs,
}) => {
  await signInAs("risk");
  await page.goto("/papers/waivers");
  const reason = `The insurer writes it this week (${Date.now()}).`;
  await page.getByRole("button", { name: "Give a waiver" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByRole("combobox", { name: "Partner" }).pressSequentially("Second Bell Arts, Inc");
  await expect(page.getByRole("option", { name: "Second Bell Arts, Inc." })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog
    .getByLabel("Which paper they go without")
    .selectOption({ label: "Additional insured endorsement" });
  await dialog.getByLabel("Why").fill(reason);
  const last = dialog.getByRole("group", { name: "Last day" });
  await last.getByLabel("Month").fill("6");
  await last.getByLabel("Day").fill("30");
  await last.getByLabel("Year").fill("2020");
  await dialog.getByRole("button", { name: "Give the waiver" }).press("Enter");
  await expect(dialog).toBeHidden();
  const row = page.getByRole("row").filter({ hasText: reason });
  await expect(row).toContainText("Paula Nystrom");
  await expect(row).toContainText("Holds");
  await row.getByRole("button", { name: /End early/ }).press("Enter");
  await dialog.getByLabel("Why it ends early").fill("It came.");
  await dialog.getByRole("button", { name: "End it today" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(row).toContainText("Ended early on Jan 27, 2020");
});

test("the district asks for a paper from a day, and reads it in a sentence", async ({ page, signInAs }) => {
  await signInAs("district");
  await page.goto("/settings/requirements");
  await expect(page.getByRole("main")).toContainText(
    "General liability insurance of at least $1,000,000 each and $2,000,000 in all, asked from Aug 1, 2019.",
  );
  await expect(page.getByRole("main")).toContainText(
    "Asked of: People ever alone with students · before school, after school, summer",
  );
  await page.getByRole("button", { name: "Ask for a paper" }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  const title = `Cyber cover ${Date.now()}`;
  await dialog.getByLabel("What people call it").fill(title);
  await dialog.getByLabel("What the insurance covers").selectOption("cyber");
  await dialog.getByLabel(/At least, for each occurrence/).fill("250,000");
  // what few change is folded; its line says what is chosen, and the keyboard opens it
  await expect(dialog.getByText("All programs", { exact: true })).toBeVisible();
  await expect(dialog.getByLabel("Online", { exact: true })).toBeHidden();
  await dialog.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await dialog.getByLabel("Online", { exact: true }).check();
  await dialog.getByLabel("Alone with students or not").selectOption("alone");
  await dialog.getByRole("combobox", { name: /Only in these areas/ }).pressSequentially("Climate");
  await page.getByRole("option", { name: "Climate and belonging" }).click();
  await page.keyboard.press("Escape");
  await expect(dialog.locator("summary")).toContainText(
    "Online programs · Climate and belonging and everything under it · people ever alone with students",
  );
  await dialog.getByLabel("Month").fill("9");
  await dialog.getByLabel("Day", { exact: true }).fill("1");
  await dialog.getByLabel("Year").fill("2020");
  await dialog.getByRole("button", { name: "Ask for it" }).click();
  await expect(dialog).toBeHidden();
  const item = page.getByRole("listitem").filter({ hasText: title });
  await expect(item).toContainText(
    "Cyber liability insurance of at least $250,000 each, asked from Sep 1, 2020.",
  );
  await expect(item).toContainText(
    "Asked of: Online programs · Climate and belonging and everything under it · people ever alone with students",
  );
  // gone again, so that later journeys find the list as it was
  await item.getByRole("button", { name: /Stop asking/ }).click();
  await dialog.getByRole("button", { name: "Stop asking" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("main")).not.toContainText(title);
});

test("the district finds whom to call for a later day", async ({ page, signInAs }) => {
  await signInAs("district");
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Whom to call" }).click();
  await expect(page).toHaveURL(/partnerships\/calls/);
  await page.goto("/partnerships/calls?effective_on=2020-09-01");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^On Sep 1, 2020, \d+ partners at \d+ schools will not be cleared\. Call \d+ people\.$/,
  );
  await expect(page.getByRole("heading", { name: "People to call" })).toBeVisible();
  await expectAccessible(page);
});

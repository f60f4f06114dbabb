import { expect, expectAccessible, expectNoOverflow, test } from "../world";

// the first moves the day on which school begins, of which the second reads
test.describe.configure({ mode: "serial" });

/** Whom the page of calls has for a day: partners, schools and people in its heading. */
const calls = (day: string) => `/partnerships/calls?effective_on=${day}`;

test("the office says when school begins, and until then nobody is called about what does not run", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto("/settings/agreements");
  const main = page.getByRole("main");
  await expect(main).toContainText("Aug 31, 2020 to Jun 15, 2021");
  await expectNoOverflow(page);
  await page.getByRole("button", { name: "Change the days of instruction" }).press("Enter");
  const dialog = page.getByRole("dialog");
  const next = dialog.getByRole("group", { name: "2020–2021" });
  const first = next.getByRole("group", { name: "First day of instruction" });
  await expect(first.getByLabel("Month")).toHaveValue("8");
  await expectAccessible(page);

  // a day outside the school year is refused at its field, before anything is sent
  await first.getByLabel("Year").fill("2021");
  await dialog.getByRole("button", { name: "Save the days" }).click();
  await expect(first).toContainText("Enter a day from Jul 1, 2020 to Jun 30, 2021");
  await first.getByLabel("Month").fill("9");
  await first.getByLabel("Day").fill("8");
  await first.getByLabel("Year").fill("2020");
  await dialog.getByRole("button", { name: "Save the days" }).click();
  await expect(dialog).toBeHidden();
  await expect(main).toContainText("Sep 8, 2020 to Jun 15, 2021");

  // on 1 September school has not begun: the agreements that ended in June are nobody's call yet
  const finding = page.getByRole("heading", { level: 1 });
  const partners = async (day: string) => {
    await page.goto(calls(day));
    await expect(finding).not.toHaveText("");
    return Number(/(\d+) partners? at/.exec(await finding.innerText())?.[1] ?? 0);
  };
  const before = await partners("2020-09-07");
  const after = await partners("2020-09-08");
  expect(after).toBeGreaterThan(before);

  // as the demonstration had it, for the journeys that follow
  await page.goto("/settings/agreements");
  await page.getByRole("button", { name: "Change the days of instruction" }).click();
  await first.getByLabel("Month").fill("8");
  await first.getByLabel("Day").fill("31");
  await dialog.getByRole("button", { name: "Save the days" }).click();
  await expect(main).toContainText("Aug 31, 2020 to Jun 15, 2021");
});

test("in July the door says of an after-school program only that it does not run, and from when it does", async ({
  page,
  signInAs,
}) => {
  await signInAs("principal");
  await page.goto("/");
  await page.getByRole("link", { name: "All by name, and the list for a visitor system" }).first().click();
  await expect(page).toHaveURL(/\/schools\/[0-9a-f-]{36}\/door$/);
  const address = new URL(page.url()).pathname;
  const main = page.getByRole("main");
  await expect(main.getByRole("row", { name: /Priya Anand/ })).toBeVisible();

  await page.goto(`${address}?effective_on=2020-07-15`);
  const resting = main.getByText(/^\d+ programs? do(es)? not run on this day$/);
  await expect(resting).toBeVisible();
  await expect(main.getByRole("row", { name: /Priya Anand/ })).toHaveCount(0);
  await resting.click();
  await expect(main).toContainText("Does not run in summer; school begins on August 31, 2020.");
  await expectAccessible(page);

  // the record says the same, and nobody's turn in it
  await main.getByRole("link", { name: "Riverbend Learning" }).first().click();
  await page.goto(`${new URL(page.url()).pathname}?effective_on=2020-07-15`);
  await expect(main).toContainText("Does not run in summer; school begins on August 31, 2020.");
  await expect(main).toContainText("what is listed here nobody misses before it runs again");
});

import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, test } from "../world";

// Several of these change the same agreement: one after the other.
test.describe.configure({ mode: "default" });

/** The first agreement that a search finds for whoever is signed in. */
async function agreement(page: Page, title: string): Promise<string> {
  return page.evaluate(async (q) => {
    const answer = await fetch(`/api/v1/agreements?q=${encodeURIComponent(q)}`);
    return (await answer.json()).items[0].id;
  }, title);
}

test("a coordinator opens the revisit from the first page and gives the school's word by keyboard", async ({
  page,
  signInAs,
}) => {
  await signInAs("coordinator");
  await page.goto("/");
  await page.getByRole("link", { name: "Look again at “Counseling at Fernhollow”" }).click();
  await expect(page).toHaveURL(/\/revisit$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Your word is missing for Fernhollow High School",
  );
  await expect(page.getByText("Nobody is kept out meanwhile")).toBeVisible();
  const aside = page.getByRole("complementary", { name: "Who has answered" });
  await expect(aside).toContainText("Lantern Family Center: Goes on, with changes.");
  await expect(page.getByText("The counselor shares the room with the speech therapist")).toBeVisible();
  await expectAccessible(page);

  const send = page.getByRole("button", { name: "Give our word" });
  await send.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "One thing needs fixing" })).toBeFocused();
  await page.getByRole("radio", { name: "Goes on as it is" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Goes on, with changes" })).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("What should change?")).toBeFocused();
  await page.keyboard.type("A room with a door on every day.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Your word is given." })).toBeFocused();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("It goes on, with changes");
  await expect(aside).toContainText("A room with a door on every day.");
  await expect(page.getByRole("heading", { name: "Write the changes into an amendment" })).toBeVisible();
  await expectAccessible(page);
});

test("the office answers once for many schools with one exception, on a phone", async ({
  page,
  signInAs,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signInAs("district");
  await page.goto(`/agreements/${await agreement(page, "Money basics")}/revisit`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Both sides still have to answer");
  await page.getByRole("radio", { name: "Goes on as it is" }).check();
  await page.getByRole("button", { name: "Answer differently for one school" }).click();
  await expect(page.getByRole("combobox", { name: "School" })).toBeFocused();
  await page.getByRole("combobox", { name: "School" }).selectOption({ label: "Fernhollow High School" });
  await page.getByRole("combobox", { name: "How does it go on there?" }).selectOption("revised");
  await page.getByLabel("What should change?").fill("Wednesdays instead of Fridays.");
  await expectNoOverflow(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Give our word for 18 schools" }).click();
  await expect(page.getByText("Your word is given for 18 schools.")).toBeVisible();
  await expect(page.getByText("Wednesdays instead of Fridays.")).toBeVisible();
  await page.getByRole("button", { name: "Change your word" }).click();
  await expect(page.getByRole("radio", { name: "Goes on as it is" })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "School" })).toHaveValue(/.+/);
  await expectNoOverflow(page);
});

test("the office finds what is overdue by school, one click from the revisit", async ({ page, signInAs }) => {
  await signInAs("district");
  await page.goto("/agreements");
  await page.getByRole("link", { name: "overdue revisits, by school" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 revisit is overdue, at 1 school");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Clay and kiln at Eastlight" }).click();
  await expect(page.getByText("It was due by December 31, 2019.")).toBeVisible();
  await page.goto("/agreements/revisits?effective_on=2019-12-31");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No revisit is overdue");
});

test("who receives a promise says that it was not delivered, and takes it back", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto(`/agreements/${await agreement(page, "Counseling at Fernhollow")}`);
  await page.getByRole("button", { name: "Not delivered? “A counselor, every school day”" }).click();
  const dialog = page.getByRole("dialog", { name: "This was not delivered" });
  await dialog.getByLabel("What did not come, or why?").fill("Nobody came in the second week of January.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Say that it was not delivered" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Noted as not delivered." })).toBeFocused();
  await expect(page.getByText("Jan 27 · Renee Castellano")).toBeVisible();
  await page.getByRole("button", { name: "Take it back, “A counselor, every school day”" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Taken back" })).toBeFocused();
  // Beside the promise nothing is said any more; the history keeps who said what.
  const promises = page.getByRole("region", { name: "What each side will do" });
  await expect(promises).not.toContainText("Nobody came in the second week");
  await expect(page.getByRole("list", { name: "History" })).toContainText("Nobody came in the second week");
});

test("the office offers a signed agreement to one more school and takes the offer back", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto(`/agreements/${await agreement(page, "Counseling at Fernhollow")}`);
  await page.getByRole("button", { name: "Offer it to one more school" }).click();
  const dialog = page.getByRole("dialog", { name: "Offer it to one more school" });
  await dialog.getByRole("combobox", { name: "School" }).fill("Alderbrook");
  await page.getByRole("option", { name: "Alderbrook School" }).click();
  await dialog.getByRole("button", { name: "Offer it to the school" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Offered." })).toBeFocused();
  const schools = page.getByRole("complementary", { name: "Schools" });
  await expect(schools).toContainText("Waiting for Denise Okafor");
  await expect(schools).toContainText("Offered by Renee Castellano for the office, Jan 27");
  await expectAccessible(page);
  await schools.getByRole("button", { name: "Take the offer back, Alderbrook School" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "The offer is taken back." })).toBeFocused();
  await expect(schools).not.toContainText("Alderbrook School");
});

test("the office sets when revisits open, and a day that is none is refused beside its field", async ({
  page,
  signInAs,
}) => {
  await signInAs("district");
  await page.goto("/agreements");
  await page.getByRole("link", { name: "settings for agreements" }).click();
  const opens = page.getByLabel("How long before that day does it open?");
  const save = page.getByRole("button", { name: "Save the settings" });
  await expectAccessible(page);
  await opens.fill("soon");
  await save.press("Enter");
  await expect(page.getByRole("group", { name: "One thing needs fixing" })).toBeFocused();
  await opens.fill("75");
  await save.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "The settings are saved" })).toBeFocused();
  await page.reload();
  await expect(opens).toHaveValue("75");
  await opens.fill("60");
  await save.click();
  await expect(page.getByText("The settings are saved and in force.")).toBeVisible();
});

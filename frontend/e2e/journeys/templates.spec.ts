import type { Page } from "@playwright/test";
import { makeAgreement } from "../agreement";
import { expect, expectAccessible, expectNoOverflow, test, type Who } from "../world";

// They change the district's own settings: one after the other.
test.describe.configure({ mode: "default" });

const terms = "Standing terms for community partners";

type Listed = { id: string; name: string; published_version_id: string };

async function template(page: Page, name = terms): Promise<Listed> {
  return page.evaluate(async (called) => {
    const answer = await fetch("/api/v1/agreement-templates");
    return (await answer.json()).items.find((each: { name: string }) => each.name === called);
  }, name);
}

async function saved(page: Page, words: string): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: words })).toBeFocused();
}

test("the office publishes a next version, and agreements of the earlier one keep what they say", async ({
  page,
  signInAs,
  complaints,
}) => {
  test.setTimeout(120_000);
  await signInAs("district");
  const { id, published_version_id: version } = await template(page);
  const old = await makeAgreement(page, {
    type: "mou",
    title: `Of version 2 ${Date.now()}`,
    starts_on: "2020-02-03",
    ends_on: "2020-06-12",
    template_version_id: version,
  });

  await page.goto("/agreements");
  await page.getByRole("link", { name: "settings for agreements" }).click();
  await page.getByRole("link", { name: "templates of standing terms" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 templates are in use");
  await page.getByRole("link", { name: terms }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(terms);
  await expect(page.getByText("Clause, finalized before signing").first()).toBeVisible();

  await page.getByRole("button", { name: "Write the next version" }).click();
  await page.getByLabel("What is new in this version").fill("Photographs need consent");
  await page.getByRole("button", { name: "Add a section" }).click();
  const added = page.getByRole("group", { name: "Section 5" });
  await expect(added.getByLabel("Heading")).toBeFocused();
  await added.getByLabel("Heading").fill("Term");
  await added.getByLabel("Text").fill("No photograph without consent, says {who}.");
  await page.getByRole("button", { name: "Save the text" }).click();
  await expect(added.getByText("Every agreement has a section of this name already")).toBeVisible();
  await expect(added.getByText(/In braces only one of these/)).toBeVisible();
  expect(complaints.splice(0)).toEqual([expect.stringContaining("422")]);
  await expectAccessible(page);
  await added.getByLabel("Heading").fill("Photographs");
  await added.getByLabel("Text").fill("No photograph without consent, says ");
  await added.getByText("Put in what each agreement says itself").click();
  await added.getByRole("button", { name: "The partner" }).click();
  await expect(added.getByLabel("Text")).toHaveValue("No photograph without consent, says {partner}");
  await page.getByRole("button", { name: "Save the text" }).click();
  await saved(page, "The text is saved. Nobody uses it before it is published.");
  await expect(page.getByText("No photograph without consent, says Example Partner")).toBeVisible();

  await page.getByLabel("Compare version 3 with").selectOption({ label: "Version 2" });
  await expect(page.getByText("Added: No photograph without consent, says {partner}")).toBeVisible();
  await page.getByRole("button", { name: "Publish version 3" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Publish version 3" }).click();
  await saved(page, "Version 3 is published.");
  await expect(page.getByText("Photographs need consent")).toBeVisible();

  await page.goto(`/agreements/${old}`);
  await expect(page.getByRole("link", { name: `${terms}, version 2` })).toBeVisible();
  await page.goto(`/agreements/${old}/text`);
  await expect(page.getByRole("heading", { name: "Insurance" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Photographs" })).toBeHidden();

  await page.goto("/agreements/new");
  await page.getByRole("combobox", { name: "Type" }).selectOption({ label: "Agreement (MOU)" });
  await page.getByLabel("Template").selectOption({ label: `${terms}, version 3` });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/settings/templates/${id}?version=3&since=1`);
  await expect(page.getByText("Added: Phones stay out of classrooms and changing rooms.")).toBeVisible();
  await expectNoOverflow(page);
});

test("a template is written, published and taken out of use by keyboard alone", async ({
  page,
  signInAs,
  complaints,
}) => {
  test.setTimeout(120_000);
  const name = `Visits ${Date.now()}`;
  await signInAs("district");
  await page.goto("/settings/templates");
  await page.getByRole("button", { name: "Write a template" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Name of the template")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Name of the template").focus();
  await page.keyboard.type(terms);
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Another template has this name").first()).toBeVisible();
  expect(complaints.splice(0)).toEqual([expect.stringContaining("422")]);
  await dialog.getByLabel("Name of the template").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByText("Not published yet").first()).toBeVisible();
  await expect(page.getByText("Write at least one section first.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Change the text" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add a section" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Visits");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Staff of {schools} stay in the room.");
  await page.getByRole("button", { name: "Save the text" }).focus();
  await page.keyboard.press("Enter");
  await saved(page, "The text is saved.");
  await page.getByRole("button", { name: "Publish version 1" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Publish version 1" }).focus();
  await page.keyboard.press("Enter");
  await saved(page, "Version 1 is published.");
  await page.getByRole("button", { name: "Take it out of use" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Take it out of use" }).focus();
  await page.keyboard.press("Enter");
  await saved(page, "It is out of use.");
  await expect(page.getByText("Out of use", { exact: true })).toBeVisible();
});

test("a template for student records begins whole; its author moves, adds and removes sections", async ({
  page,
  signInAs,
  complaints,
}) => {
  test.setTimeout(120_000);
  const name = `Student records ${Date.now()}`;
  await signInAs("district");
  await page.goto("/settings/templates");
  await page.getByRole("button", { name: "Write a template" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the template").fill(name);
  await dialog.getByLabel("Type of agreement").selectOption({ label: "Data sharing agreement" });
  await dialog.getByRole("button", { name: "Begin it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByRole("heading", { name: "Destruction" })).toBeVisible();
  await page.getByRole("button", { name: "Change the text" }).click();
  const last = page.getByRole("group", { name: "Section 11" });
  await expect(last.getByLabel("Heading")).toHaveValue("Signatures");
  await expect(last.getByText(/^It stays: every agreement of this type/)).toBeVisible();
  await expect(last.getByRole("button", { name: "Remove Section 11" })).toHaveCount(0);

  await page.getByRole("button", { name: "Add a section" }).click();
  const added = page.getByRole("group", { name: "Section 12" });
  await added.getByLabel("Heading").fill("Training");
  await added.getByLabel("Text").fill("{{partner}} trains its people each year.");
  await page.getByRole("button", { name: "Save the text" }).click();
  await expect(added.getByText("A brace opens or closes nothing")).toBeVisible();
  expect(complaints.splice(0)).toEqual([expect.stringContaining("422")]);
  await added.getByLabel("Text").fill("{partner} trains its people each year.");
  await page.getByRole("button", { name: "Move up: Section 12" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Move up: Section 11" })).toBeFocused();
  await expect(page.getByRole("group", { name: "Section 12" }).getByLabel("Heading")).toHaveValue(
    "Signatures",
  );
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoOverflow(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "Remove Section 11" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Save the text" }).click();
  await saved(page, "The text is saved. Nobody uses it before it is published.");
  const own = page.getByRole("heading", { level: 3 });
  await expect(own.filter({ hasText: "Training" })).toBeVisible();
  expect((await own.allTextContents()).findIndex((text) => text.startsWith("Training"))).toBeLessThan(
    (await own.allTextContents()).findIndex((text) => text.startsWith("Signatures")),
  );
});

test("another lead of an answer gives the author another type and route", async ({ page, signInAs }) => {
  const answers = async () => {
    await page.goto("/agreements/new");
    for (const question of ["money", "records"])
      await page
        .getByRole("radiogroup", { name: question === "money" ? /Does money/ : /student records/ })
        .getByLabel("No")
        .check();
    await page
      .getByRole("radiogroup", { name: /Is space used for long/ })
      .getByLabel("Yes")
      .check();
    await page
      .getByRole("radiogroup", { name: /How much is done/ })
      .getByLabel("Every week, school staff near")
      .check();
  };
  await signInAs("district");
  await answers();
  await expect(page.getByText("Recommended: Space use agreement, which binds both sides")).toBeVisible();

  await page.goto("/settings/tree");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Each of the nine answers leads the usual way",
  );
  const change = page.getByRole("button", { name: "Change: Space is used for long" });
  await change.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Where it leads: Space is used for long" });
  await dialog.getByLabel("Type it decides on").selectOption({ label: "Agreement (MOA)" });
  await dialog.getByLabel("The board’s vote").focus();
  await page.keyboard.press("Space");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).focus();
  await page.keyboard.press("Enter");
  await saved(page, "Saved for: Space is used for long");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "1 of nine answers leads where the district says",
  );

  await answers();
  await expect(page.getByText("Recommended: Agreement (MOA), which binds both sides")).toBeVisible();
  await expect(page.getByText(/Who has to say yes: .*board/)).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Type" })).toHaveValue("moa");

  await page.goto("/settings/tree");
  await page.getByRole("button", { name: "Back to usual: Space is used for long" }).focus();
  await page.keyboard.press("Enter");
  const back = page.getByRole("dialog", { name: "Back to the usual way: Space is used for long" });
  await expect(back.getByText("Now: Agreement (MOA), which binds both sides.")).toBeVisible();
  await expect(back.getByText("The usual way: Space use agreement, which binds both sides.")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoOverflow(page);
  await back.getByRole("button", { name: "Go back to the usual way" }).focus();
  await page.keyboard.press("Enter");
  await saved(page, "It leads the usual way again: Space is used for long");
  await expect(page.getByRole("button", { name: "Back to usual: Space is used for long" })).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await answers();
  await expect(page.getByText("Recommended: Space use agreement, which binds both sides")).toBeVisible();
});

test("each side says how far a clause is, and the history tells it", async ({ page, signInAs }) => {
  await signInAs("district");
  await page.goto("/settings/agreements");
  await expect(page.getByLabel("Keep a checklist of clauses")).toBeChecked();
  await signInAs("partner");
  const { published_version_id: version } = await template(page);
  const id = await makeAgreement(
    page,
    {
      type: "mou",
      title: `With clauses ${Date.now()}`,
      starts_on: "2020-02-03",
      ends_on: "2020-06-12",
      template_version_id: version,
    },
    ["submit"],
  );
  const say = async (who: Who, state: string, note: string) => {
    await signInAs(who);
    await page.goto(`/agreements/${id}`);
    await page.getByRole("button", { name: "Say how far it is: Insurance" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "How far is it: Insurance" });
    await expect(
      dialog.getByText(/^Riverbend Learning.* is insured for the work at Alderbrook/),
    ).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel(state).check();
    await dialog.getByLabel("What the other side should know").fill(note);
    await dialog.getByRole("button", { name: "Save" }).click();
    await saved(page, "Saved for: Insurance");
  };
  await say("district", "Under discussion", "Is one million enough?");
  await say("partner", "Finalized", "Two million, from February.");
  await expect(page.getByText(/Tomas Adeyemi, on January 27, 2020: Finalized. Two million/)).toBeVisible();
  const history = page.getByRole("region", { name: "History" });
  await expect(history.getByText("Tomas Adeyemi called the clause “Insurance” finalized.")).toBeVisible();
  await expect(
    history.getByText("Renee Castellano put the clause “Insurance” under discussion."),
  ).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoOverflow(page);

  await signInAs("district");
  await page.goto("/settings/agreements");
  await page.getByLabel("Keep a checklist of clauses").uncheck();
  await page.getByRole("button", { name: "Save the settings" }).click();
  await page.goto(`/agreements/${id}`);
  await expect(page.getByRole("heading", { name: "Terms" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Checklist of clauses" })).toBeHidden();
  await page.goto("/settings/agreements");
  await page.getByLabel("Keep a checklist of clauses").check();
  await page.getByRole("button", { name: "Save the settings" }).click();
  await page.goto(`/agreements/${id}`);
  await expect(page.getByRole("heading", { name: "Checklist of clauses" })).toBeVisible();
});

test("an author says a standing term otherwise in the draft, and its clause is open again", async ({
  page,
  signInAs,
}) => {
  await signInAs("partner");
  const { published_version_id: version } = await template(page);
  const id = await makeAgreement(page, {
    type: "mou",
    title: `Own words ${Date.now()}`,
    starts_on: "2020-02-03",
    ends_on: "2020-06-12",
    template_version_id: version,
  });
  await page.goto(`/agreements/${id}`);
  await page.getByRole("button", { name: "Say how far it is: Insurance" }).click();
  await page.getByRole("dialog").getByLabel("Finalized").check();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await saved(page, "Saved for: Insurance");

  await page.goto(`/agreements/${id}/edit`);
  const insurance = page.getByRole("group", { name: "Insurance" });
  await insurance.getByLabel("Text").fill("");
  await page.getByRole("button", { name: "Save the text" }).click();
  await expect(insurance.getByText("Insurance: write what this section says")).toBeVisible();
  await expectAccessible(page);
  await insurance.getByLabel("Text").focus();
  await page.keyboard.type("{partner} is insured for two million at {schools}.");
  await page.getByRole("button", { name: "Save the text" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Open again on January 27, 2020: its text was changed.")).toBeVisible();
  await page.getByRole("link", { name: "Read the full text" }).click();
  await expect(
    page.getByText(/^Riverbend Learning.* is insured for two million at Alderbrook/),
  ).toBeVisible();
});

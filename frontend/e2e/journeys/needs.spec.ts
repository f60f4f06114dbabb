import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, test, type Who } from "../world";

const school = "Alderbrook School";

/** Sends a request as whoever is signed in; for what a test needs but is not about. */
async function send<T>(page: Page, method: string, path: string, body?: object): Promise<T> {
  return page.evaluate(
    async ({ method, path, body }) => {
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: { "Content-Type": "application/json", "If-Match": "*" },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.status === 204 ? null : answer.json();
    },
    { method, path, body },
  );
}

async function schoolId(page: Page, name = school): Promise<string> {
  const found = await send<{ items: { id: string }[] }>(
    page,
    "GET",
    `/schools?q=${encodeURIComponent(name)}`,
  );
  return found.items[0]?.id ?? "";
}

/** Tabs on until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, role: "link" | "button" | "textbox" | "combobox", name: string | RegExp) {
  const goal = page.getByRole(role, { name }).first();
  await expect(goal).toBeVisible();
  for (let stops = 0; stops < 90; stops++) {
    if (await goal.evaluate((node) => node === document.activeElement)) return goal;
    await page.keyboard.press("Tab");
  }
  await expect(goal).toBeFocused();
  return goal;
}

async function press(page: Page, role: "link" | "button", name: string | RegExp) {
  await tabTo(page, role, name);
  await page.keyboard.press("Enter");
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

test("a school's needs go from the first finding to published, and programs that fit are found", async ({
  page,
  signInAs,
}) => {
  test.setTimeout(180_000);
  await signInAs("coordinator");
  await page.goto(`/schools/${await schoolId(page)}`);
  await page.getByRole("link", { name: "Start a needs assessment" }).click();
  await expect(heading(page, "Start a needs assessment")).toBeFocused();
  // The school is known from its page; what exists already is said before anybody begins it twice.
  await expect(page.getByRole("combobox", { name: "School", exact: true })).not.toHaveValue("");
  await expect(page.getByText("Alderbrook School has this for 2019–20 already")).toBeVisible();
  await expect(page.getByRole("button", { name: "Start the assessment" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "School year" }).selectOption({ label: "2020–21" });
  await page.getByRole("button", { name: "Start the assessment" }).click();
  await expect(heading(page, "What Alderbrook School needs, 2020–21")).toBeFocused();
  await expect(page.getByRole("heading", { name: "No need is recorded yet" })).toBeVisible();
  const address = page.url();

  // Proposed evidence is accepted, and the need is recorded from it.
  await page.getByRole("link", { name: /^Record a need from this ?: Suspensions/ }).click();
  await expect(heading(page, "Record a need")).toBeFocused();
  await expect(page.getByRole("checkbox", { name: /^Suspensions per 100 students/ })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "Area" })).toHaveValue("behavior");
  await page.getByRole("button", { name: "Record the need" }).click();
  await expect(page.getByRole("group", { name: "One thing needs fixing" })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Title" }).fill("Calmer middle grades");
  await page.getByLabel("What is it like now?").fill("12 suspensions per 100 students.");
  await page.getByLabel("What do you hope for?").fill("Eight or fewer by June 2021.");
  for (const grade of ["K", "1", "2", "6", "7", "8"])
    await page.getByRole("checkbox", { name: grade, exact: true }).check();
  for (const [rating, value] of [
    [/^Impact/, "5, high"],
    [/^Urgency/, "5, high"],
    [/^How many students/, "3"],
    [/^Can be done/, "4"],
    [/^Fits the school’s plan/, "4"],
  ] as const)
    await page
      .getByRole("radiogroup", { name: rating })
      .getByRole("radio", { name: value, exact: true })
      .check();
  await page.getByRole("radio", { name: "The school and a partner together" }).check();
  await page.getByRole("button", { name: "Record the need" }).click();
  await expect(heading(page, /2020–21/)).toBeFocused();
  const calm = page.getByRole("listitem").filter({ hasText: "Calmer middle grades" }).first();
  // A gap stays a gap: nothing is said of grades 3 to 5.
  await expect(calm).toContainText(/Students in grades K–\u2060?2, 6–\u2060?8, how many is not known/);
  await expect(calm).toContainText("Rated 4.2 of 5; 1 piece of evidence.");

  // A second one without evidence: what it lacks is said; an account is written down and taken away again.
  await page.getByRole("link", { name: "Record a need", exact: true }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Reading together");
  await page.getByRole("combobox", { name: "Area" }).selectOption({ label: "Reading" });
  await page.getByLabel("What is it like now?").fill("Half read below grade level.");
  await page.getByRole("button", { name: "Record the need" }).click();
  await expect(page.getByText("For a priority it lacks evidence and all five ratings.")).toBeVisible();
  await page.getByRole("link", { name: /^Complete it ?“Reading together”/ }).click();
  await expect(heading(page, "Reading together")).toBeFocused();
  await page.getByRole("button", { name: "Write down what people say" }).click();
  const dialog = page.getByRole("dialog", { name: "What people say" });
  await dialog.getByLabel("What was said").fill("Parents ask for books at home");
  await dialog.getByLabel("Where it was said").fill("Family meeting, October");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add as evidence" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: /^Remove ?: Parents ask/ }).click();
  await expect(page.getByText("No evidence has been given.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Parents ask for books at home", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Change the ratings" }).click();
  await expect(heading(page, "Edit “Reading together”")).toBeFocused();
  for (const rating of [/^Impact/, /^Urgency/, /^How many students/, /^Can be done/, /^Fits/])
    await page
      .getByRole("radiogroup", { name: rating })
      .getByRole("radio", { name: "2", exact: true })
      .check();
  await page.getByRole("button", { name: "Save the need" }).click();
  await expect(page.getByText("Rather low (2 of 5)")).toHaveCount(5);
  await page.goto(address);
  for (const title of ["Calmer middle grades", "Reading together"]) {
    await page.getByRole("button", { name: new RegExp(`^Make it a priority ?“${title}”`) }).click();
    await expect(page.getByRole("link", { name: title, exact: true })).toBeFocused();
  }

  // The order by hand asks why; back in the order of the ratings it asks nothing.
  await page.getByRole("button", { name: "Change the order" }).click();
  await page.getByRole("button", { name: "Move “Reading together” up" }).click();
  await page.getByRole("button", { name: "Save the order" }).click();
  await expect(page.getByRole("group", { name: "One thing needs fixing" })).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("Why is “Reading together” number 1?").fill("The board has set reading first.");
  await page.getByRole("button", { name: "Save the order" }).click();
  await expect(page.getByRole("heading", { name: "2 needs in order" })).toBeFocused();
  await expect(
    page.getByText("Placed by hand, number 2 by its ratings: The board has set reading first."),
  ).toBeVisible();
  await expectAccessible(page);

  await step(page, "Send to the principal", "Sent to the principal.");
  await expect(page.getByText("Next for the principal of Alderbrook School")).toBeVisible();
  await signInAs("principal");
  await page.goto(address);
  await step(page, "Approve", "Approved.");
  await step(page, "Publish", "Published.");

  await page.getByRole("link", { name: /^Programs that fit “Calmer middle grades”/ }).click();
  await expect(heading(page, "Calmer middle grades")).toBeFocused();
  const best = page
    .getByRole("region", { name: /programs, best fit first$/ })
    .getByRole("listitem")
    .first();
  await expect(best).toContainText("Grades:");
  await expect(page.getByText("Not known:").first()).toBeAttached();
  await expect(page.getByRole("definition").filter({ hasText: "how many is not known" })).toBeVisible();
  await expectAccessible(page);

  await signInAs("partner");
  await page.goto(address);
  await expect(page.getByRole("link", { name: "Reading together", exact: true })).toBeVisible();
  await expect(page.getByText(/Rated|Placed by hand/)).toHaveCount(0);
});

/** Opens the dialog of a step, takes the step, and hears that it was done. */
async function step(page: Page, name: string, done: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("status").filter({ hasText: done })).toBeVisible();
}

test("the same by keyboard alone", async ({ page, signInAs }) => {
  test.setTimeout(180_000);
  const as = async (who: Who, address: string) => {
    await signInAs(who);
    await page.goto(address);
    await expect(heading(page, /.+/)).toBeVisible();
  };
  await signInAs("coordinator");
  await page.goto(`/schools/${await schoolId(page)}`);
  await press(page, "link", "Start a needs assessment");
  await expect(heading(page, "Start a needs assessment")).toBeFocused();
  await tabTo(page, "combobox", "School year");
  await page.keyboard.type("2020");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Needs assessment of one part of the school" })).toBeChecked();
  await press(page, "button", "Start the assessment");
  await expect(heading(page, "What Alderbrook School needs, 2020–21")).toBeFocused();
  const address = page.url();

  for (const [title, statement, rating] of [
    ["Mornings", "The first bus comes late", 4],
    ["Evenings", "The doors close at three", 2],
  ] as const) {
    await press(page, "link", /^Record a need$/);
    await expect(heading(page, "Record a need")).toBeFocused();
    await tabTo(page, "textbox", "Title");
    await page.keyboard.type(title);
    await tabTo(page, "combobox", "Area");
    await page.keyboard.type("Attendance");
    await tabTo(page, "textbox", /^What is it like now/);
    await page.keyboard.type("One student in five is late.");
    await tabTo(page, "textbox", /^What families, students or staff say/);
    await page.keyboard.type(statement);
    await tabTo(page, "textbox", /^Where it was said/);
    await page.keyboard.type("Family meeting, October");
    for (const name of [/^Impact/, /^Urgency/, /^How many students/, /^Can be done/, /^Fits/]) {
      const first = page.getByRole("radiogroup", { name }).getByRole("radio").first();
      for (
        let stops = 0;
        stops < 40 && !(await first.evaluate((node) => node === document.activeElement));
        stops++
      )
        await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      for (let at = 1; at < rating; at++) await page.keyboard.press("ArrowRight");
    }
    await press(page, "button", "Record the need");
    await expect(heading(page, /2020–21/)).toBeFocused();
    await press(page, "button", new RegExp(`^Make it a priority ?“${title}”`));
    await expect(page.getByRole("link", { name: title, exact: true })).toBeFocused();
  }

  await press(page, "button", "Change the order");
  await press(page, "button", "Move “Evenings” up");
  // At the top there is no way up: the focus stays with the need it was on.
  await expect(page.getByRole("button", { name: "Move “Evenings” down" })).toBeFocused();
  await tabTo(page, "textbox", "Why is “Evenings” number 1?");
  await page.keyboard.type("It can be done this year.");
  await press(page, "button", "Save the order");
  await expect(page.getByRole("heading", { name: "2 needs in order" })).toBeFocused();

  await page.goto(address);
  for (const [who, name, done] of [
    ["coordinator", "Send to the principal", "Sent to the principal."],
    ["principal", "Approve", "Approved."],
    ["principal", "Publish", "Published."],
  ] as const) {
    await as(who, address);
    await press(page, "button", name);
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    const yes = dialog.getByRole("button", { name, exact: true });
    for (
      let stops = 0;
      stops < 6 && !(await yes.evaluate((node) => node === document.activeElement));
      stops++
    )
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: done })).toBeVisible();
  }
  await press(page, "link", /^Programs that fit “Mornings”/);
  await expect(heading(page, "Mornings")).toBeFocused();
  await expect(page.getByRole("heading", { level: 2, name: /program/ }).first()).toBeVisible();
});

test("a principal publishes the top three needs in nine fields and two presses", async ({
  page,
  signInAs,
}) => {
  await signInAs("principal");
  await page.goto("/needs/new");
  const form = page.getByRole("form", { name: "Top needs" });
  // Nothing but a title, an area and a sentence is asked, three times; the year is filled in.
  await expect(form.getByRole("textbox")).toHaveCount(6);
  await expect(form.getByRole("combobox")).toHaveCount(4);
  await expect(form.getByRole("combobox", { name: "School year" })).toHaveValue("2019-2020");
  await expectAccessible(page);
  await form.getByRole("combobox", { name: "School year" }).selectOption("2020-2021");
  for (const [place, title, area] of [
    [1, "Come every day", "Attendance"],
    [2, "Read by grade 3", "Reading"],
    [3, "A place after school", "After school"],
  ] as const) {
    await form.getByLabel(`Title of need ${place}`).fill(title);
    await form.getByLabel(`Area of need ${place}`).selectOption({ label: area });
    await form
      .getByLabel(`What is need ${place} like now?`)
      .fill(`Not as it should be, says number ${place}.`);
  }
  await form.getByRole("button", { name: "See how it will read" }).click();
  await expect(page.getByRole("heading", { name: "What Alderbrook School needs, 2020–21" })).toBeFocused();
  await expect(page.getByText("Once published, every school of the district")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoOverflow(page);
  await form.getByRole("button", { name: "Change something" }).click();
  await expect(form.getByLabel("Title of need 1")).toHaveValue("Come every day");
  await form.getByRole("button", { name: "See how it will read" }).click();
  await form.getByRole("button", { name: "Publish these needs" }).click();
  await expect(heading(page, "What Alderbrook School needs, 2020–21")).toBeFocused();
  await expect(page.getByText("Published Jan 27, 2020.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 3 })).toHaveText([
    /Come every day/,
    /Read by grade 3/,
    /A place after school/,
  ]);
  // Whoever comes again is led to it instead of typing it twice.
  await page.goto("/needs/new");
  await page.getByRole("combobox", { name: "School year" }).selectOption("2020-2021");
  await expect(page.getByRole("link", { name: "Open it" })).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

test("a coordinator's top needs go to the principal, and the page says so", async ({ page, signInAs }) => {
  await signInAs("coordinator");
  await page.goto("/needs/new");
  await expect(page.getByText("They go to the principal, who publishes them.")).toBeVisible();
  const form = page.getByRole("form", { name: "Top needs" });
  await form.getByRole("button", { name: "See how it will read" }).click();
  await expect(page.getByRole("group", { name: "4 things need fixing" })).toBeFocused();
  await form
    .getByRole("combobox", { name: "School", exact: true })
    .selectOption({ label: "Fernhollow High School" });
  await form.getByLabel("Title of need 1").fill("Ninth grade on track");
  await form.getByLabel("Area of need 1").selectOption({ label: "Ninth grade on track" });
  await form.getByLabel("What is need 1 like now?").fill("One in four is not.");
  await form.getByRole("button", { name: "See how it will read" }).click();
  await expect(page.getByText("Until then nobody outside the school sees it.")).toBeVisible();
  await form.getByRole("button", { name: "Send to the principal" }).click();
  await expect(page.getByText("Next for the principal of Fernhollow High School")).toBeVisible();
});

test("late edits of a need and of the order keep what was typed", async ({ page, signInAs, complaints }) => {
  await signInAs("principal");
  const made = await send<{ id: string }>(page, "POST", "/needs-assessments", {
    school_id: await schoolId(page),
    school_year: "2020-2021",
    kind: "needs_and_assets",
  });
  const at = `/needs-assessments/${made.id}`;
  const [one, two] = await Promise.all(
    ["One", "Two"].map((title) =>
      send<{ id: string }>(page, "POST", `${at}/needs`, {
        title,
        area_code: "reading",
        impact: title === "One" ? 5 : 1,
      }),
    ),
  );
  await page.goto(`/needs/${one?.id}/edit`);
  await page.getByLabel("What is it like now?").fill("Mine");
  await page.getByLabel("Root causes").fill("Buses");
  await send(page, "PATCH", `/needs/${one?.id}`, { current_condition: "Theirs", languages: ["Spanish"] });
  await page.getByRole("button", { name: "Save the need" }).click();
  await expect(
    page.getByRole("heading", { name: "Somebody changed this since you opened it" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use these and save" }).click();
  await expect(heading(page, "One")).toBeVisible();
  for (const kept of ["Mine", "Buses", "Spanish"])
    await expect(page.getByRole("definition").filter({ hasText: kept }).first()).toBeVisible();

  await page.goto(`/needs/assessments/${made.id}`);
  await page.getByRole("button", { name: "Change the order" }).click();
  await page.getByRole("button", { name: "Move “Two” up" }).click();
  await page.getByLabel("Why is “Two” number 1?").fill("It hurts most.");
  await send(page, "PATCH", `/needs/${two?.id}`, { urgency: 1 });
  await page.getByRole("button", { name: "Save the order" }).click();
  await expect(page.getByText("Somebody changed the needs since you opened this")).toBeVisible();
  await expect(page.getByLabel("Why is “Two” number 1?")).toHaveValue("It hurts most.");
  await page.getByRole("button", { name: "Save the order" }).click();
  await expect(page.getByText(/It hurts most\./)).toBeVisible();
  // The browser notes the two refusals that this test is about.
  expect(complaints.splice(0)).toEqual([expect.stringContaining("412"), expect.stringContaining("412")]);
  for (const need of [one, two]) await send(page, "DELETE", `/needs/${need?.id}`);
});

test("every role finds the list of needs, or is told why not", async ({ page, signInAs, complaints }) => {
  test.setTimeout(90_000);
  for (const who of ["district", "signatory", "principal", "coordinator", "teacher", "partner"] as const) {
    await signInAs(who);
    await page.goto("/needs");
    await expect(heading(page, /published needs$/)).toBeVisible();
    await page.getByRole("combobox", { name: "Area" }).selectOption({ label: "Reading" });
    await expect(page).toHaveURL(/area=reading/);
    await expect(page.getByRole("table").first().getByRole("row").nth(1)).toContainText("Reading");
    const starts = page.getByRole("link", { name: "Start a needs assessment" });
    await expect(starts).toHaveCount(who === "principal" || who === "coordinator" ? 1 : 0);
  }
  await page.goto("/needs/00000000-0000-7000-8000-000000000000");
  await expect(heading(page, /not|There is no/i)).toBeVisible();
  complaints.splice(0);
});

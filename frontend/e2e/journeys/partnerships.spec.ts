import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../world";

/** A published need of the story school for which the reader may start a partnership, by its place among them. */
async function needToMeet(page: Page): Promise<string> {
  const id = await page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api/v1${path}`)).json();
    const [school] = (await read("/schools?q=Alderbrook%20School")).items;
    for (const need of (await read(`/needs?school=${school.id}&published=true`)).items) {
      const { items = [] } = await read(`/needs/${need.id}/fits`);
      if (items.some((fit: { may_start: boolean }) => fit.may_start)) return need.id;
    }
    return null;
  });
  expect(id, "a need that a program may meet").toBeTruthy();
  return id;
}

type Act = (target: Locator) => Promise<void>;
const byMouse: Act = (target) => target.click();

/** Tab by tab, as far as it takes, and Enter: nothing here is reached that a person without a mouse does not reach. */
const byKeyboard: Act = async (target) => {
  await expect(target).toBeVisible();
  const page = target.page();
  const isThere = () => target.evaluate((node) => node === document.activeElement);
  for (let stops = 0; stops < 120 && !(await isThere()); stops++) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
  await page.keyboard.press("Enter");
};

// One after the other: both take the first program that fits, and a school has it once.
test.describe.configure({ mode: "serial" });

for (const [means, act] of [
  ["mouse", byMouse],
  ["keyboard alone", byKeyboard],
] as const) {
  test(`a coordinator starts a partnership from a need, the principal confirms, the thread joins it: by ${means}`, async ({
    page,
    signInAs,
  }) => {
    test.setTimeout(180_000);
    await signInAs("coordinator");
    await page.goto(`/needs/${await needToMeet(page)}/fits`);
    await act(page.getByRole("button", { name: /^Start a partnership/ }).first());
    await expect(page).toHaveURL(/\/partnerships\/[0-9a-f-]{36}$/);
    const address = page.url();
    const heading = page.getByRole("heading", { level: 1, name: / at Alderbrook School$/ });
    await expect(heading).toBeFocused();

    const missing = page.getByRole("table", { name: "What keeps the program out" });
    await expect(missing.getByRole("row", { name: /No agreement covers this program/ })).toContainText("You");
    const principal = missing.getByRole("row", { name: /The principal has not confirmed/ });
    await expect(principal).toContainText("Denise Okafor");
    await expectAccessible(page);

    await act(page.getByRole("button", { name: "Start planning" }));
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Nobody comes to the school yet.");
    await expectAccessible(page);
    await act(dialog.getByRole("button", { name: "Start planning" }));
    await expect(page.getByRole("status").filter({ hasText: "Planning has begun." })).toBeFocused();

    await act(page.getByRole("button", { name: "Draft the agreement" }));
    await expect(page).toHaveURL(/\/agreements\/[0-9a-f-]{36}/);
    const agreementId = new URL(page.url()).pathname.split("/")[2] ?? "";
    await act(page.getByRole("button", { name: "Send for review" }).first());
    await act(dialog.getByRole("button", { name: "Send for review" }));
    await expect(page.getByRole("status").filter({ hasText: "Sent for review." })).toBeFocused();

    await signInAs("principal");
    await page.goto(address);
    await expect(missing.getByRole("row", { name: /The principal has not confirmed/ })).toContainText("You");
    await act(page.getByRole("link", { name: "Open the agreement" }));
    await act(page.getByRole("button", { name: "Confirm for Alderbrook School" }));
    await act(dialog.getByRole("button", { name: "Confirm for Alderbrook School" }));
    await expect(
      page.getByRole("status").filter({ hasText: "Confirmed for Alderbrook School." }),
    ).toBeFocused();
    await page.goto(address);
    await expect(missing.getByRole("row", { name: /The agreement waits for review/ })).toBeVisible();
    await expect(missing.getByRole("row", { name: /The principal has not confirmed/ })).toHaveCount(0);

    await act(page.getByRole("link", { name: "See the whole thread" }));
    await expect(page).toHaveURL(/\/thread$/);
    const steps = page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link");
    for (const [place, record] of [
      [0, /\/needs\//],
      [1, /\/partners\//],
      [2, /\/agreements\//],
    ] as const) {
      await act(steps.nth(place));
      await expect(page).toHaveURL(record);
      await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
      await page.goBack();
      await expect(page).toHaveURL(/\/thread$/);
    }
    await expect(page.getByText("Both sides have agreed no target yet.")).toBeVisible();
    await expectAccessible(page);

    await page.goto(address);
    await act(page.getByRole("button", { name: "Not a fit" }).first());
    const ending = page.getByRole("alertdialog", { name: "Not a fit for Alderbrook School" });
    await act(ending.getByRole("button", { name: "Not a fit" }));
    await expect(ending.getByRole("link", { name: /Write down why/ })).toBeVisible();
    await expectAccessible(page);
    await ending.getByLabel("Why is it not a fit?").focus();
    await page.keyboard.type("The same hour as another program.");
    await act(ending.getByRole("button", { name: "Not a fit" }));
    await expect(page.getByRole("status").filter({ hasText: "Noted as not a fit." })).toBeFocused();
    await expect(page.getByRole("list", { name: "History" })).toContainText(
      "Denise Okafor found it to be no fit.",
    );

    await signInAs("coordinator");
    await page.evaluate(async (agreement) => {
      await fetch(`/api/v1/agreements/${agreement}/withdraw`, { method: "POST" });
    }, agreementId);
  });
}

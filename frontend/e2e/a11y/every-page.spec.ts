import { visits } from "../../src/app/route-table";
import { addressOf, expect, expectAccessible, expectNoOverflow, test } from "../world";

const looks = [
  { name: "light", scheme: "light", width: 1280, height: 808 },
  { name: "dark", scheme: "dark", width: 1280, height: 808 },
  { name: "320 wide", scheme: "light", width: 320, height: 640 },
] as const;

for (const visit of visits) {
  for (const look of looks) {
    test(`${visit.route} in ${look.name} has nothing axe knows is wrong and does not scroll sideways`, async ({
      page,
      signInAs,
    }) => {
      await page.emulateMedia({ colorScheme: look.scheme });
      await page.setViewportSize({ width: look.width, height: look.height });
      if (visit.as !== "anyone") await signInAs(visit.as);
      await page.goto(await addressOf(page, visit));
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page).toHaveTitle(/\S.* – Alongside$/);
      await expectAccessible(page);
      await expectNoOverflow(page);
    });
  }

  test(`${visit.route} holds text twice as large and widely spaced`, async ({ page, signInAs }) => {
    if (visit.as !== "anyone") await signInAs(visit.as);
    await page.setViewportSize({ width: 1280, height: 808 });
    await page.goto(await addressOf(page, visit));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await expectNoOverflow(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "";
      for (const element of document.querySelectorAll<HTMLElement>("body *")) {
        element.style.letterSpacing = "0.12em";
        element.style.wordSpacing = "0.16em";
        element.style.lineHeight = "1.5";
      }
    });
    await expectNoOverflow(page);
  });
}

test("no two pages share a title", async ({ page, signInAs }) => {
  // it opens every page there is, so its time grows with them
  test.setTimeout(visits.length * 6_000);
  const titles: string[] = [];
  for (const visit of visits) {
    if (visit.as !== "anyone") await signInAs(visit.as);
    await page.goto(await addressOf(page, visit));
    await expect(page).toHaveTitle(/ – Alongside$/);
    titles.push(await page.title());
  }
  expect(new Set(titles).size).toBe(visits.length);
});

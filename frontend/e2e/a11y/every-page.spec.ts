import { visits, type Visit } from "../../src/app/route-table";
import { addressOf, expect, expectAccessible, expectNoOverflow, test } from "../world";

const looks = [
  { name: "light", scheme: "light", width: 1280, height: 808 },
  { name: "dark", scheme: "dark", width: 1280, height: 808 },
  { name: "320 wide", scheme: "light", width: 320, height: 640 },
] as const;

// five looks at each page where another test has one
test.describe.configure({ timeout: 150_000 });

/** Each page is opened once and then looked at in every way: what holds only after a reload does not hold. */
for (const visit of visits) {
  test(`${visit.route} has nothing axe knows is wrong and never scrolls sideways`, async ({
    page,
    signInAs,
  }) => {
    if (visit.as !== "anyone") await signInAs(visit.as);
    await page.goto(await addressOf(page, visit));
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/\S.* – Alongside$/);
    for (const look of looks) {
      await test.step(`in ${look.name}`, async () => {
        await page.emulateMedia({ colorScheme: look.scheme });
        await page.setViewportSize({ width: look.width, height: look.height });
        await expectAccessible(page);
        await expectNoOverflow(page);
      });
    }
    await test.step("with text twice as large", async () => {
      await page.setViewportSize({ width: 1280, height: 808 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      await expectNoOverflow(page);
    });
    await test.step("with text widely spaced on a phone", async () => {
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
  });
}

test("no two pages share a title", async ({ page, signInAs }) => {
  // it opens every page there is, so its time grows with them
  test.setTimeout(visits.length * 6_000);
  const titles: string[] = [];
  let signedIn: Visit["as"] = "anyone";
  for (const visit of visits) {
    if (visit.as !== "anyone" && visit.as !== signedIn) await signInAs(visit.as);
    signedIn = visit.as === "anyone" ? signedIn : visit.as;
    await page.goto(await addressOf(page, visit));
    await expect(page).toHaveTitle(/ – Alongside$/);
    titles.push(await page.title());
  }
  expect(new Set(titles).size).toBe(visits.length);
});

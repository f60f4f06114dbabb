/** Addresses as letters and newsletters hand them on: with words added that no page of ours knows. */
import { visits, type Visit } from "../../src/app/route-table";
import { addressOf, expect, test } from "../world";

test("no page falls over a word in its address that it does not know", async ({
  page,
  signInAs,
  complaints,
}) => {
  // it opens every page there is, so its time grows with them
  test.setTimeout(visits.length * 6_000);
  let signedIn: Visit["as"] = "anyone";
  const fallen: string[] = [];
  for (const visit of visits) {
    if (visit.as !== "anyone" && visit.as !== signedIn) await signInAs(visit.as);
    signedIn = visit.as === "anyone" ? signedIn : visit.as;
    const address = await addressOf(page, visit);
    await page.goto(`${address}${address.includes("?") ? "&" : "?"}utm_source=letter`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    if (complaints.length > 0) fallen.push(`${visit.route}: ${complaints.splice(0).join(" | ")}`);
  }
  expect(fallen).toEqual([]);
});

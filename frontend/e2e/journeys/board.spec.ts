/** Review with notes, changes, the text again, a vote of the board over three agreements, and signing. */
import type { Page } from "@playwright/test";
import { makeAgreement } from "../agreement";
import { expect, expectAccessible, test } from "../world";

/** A contract that goes to legal review, risk review and the board, for one school whose principal is here. */
async function contract(page: Page, title: string, year: number): Promise<string> {
  const term = { starts_on: `${year}-07-06`, ends_on: `${year}-07-31` };
  const terms = { type: "services_contract", title, purpose: "Calm", ...term };
  return makeAgreement(page, terms, ["submit", "start-review"]);
}

/** One request of whoever is signed in, for the steps that this journey is not about. */
async function post(page: Page, path: string, body: object = {}): Promise<void> {
  await page.evaluate(
    async ({ path, body }) => {
      const answer = await fetch(`/api/v1/agreements${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    { path, body },
  );
}

test("legal asks for changes beside a section, the board votes on three, and they go to signature", async ({
  page,
  signInAs,
}) => {
  test.setTimeout(180_000);
  const stamp = Date.now();
  const titles = ["Summer reading", "Summer writing", "Summer speaking"].map((each) => `${each} ${stamp}`);
  await signInAs("district");
  const ids: string[] = [];
  for (const [place, title] of titles.entries())
    ids.push(await contract(page, title, 2030 + (stamp % 40) * 3 + place));
  const [first = "", second = "", third = ""] = ids;
  const alder = await page.evaluate(
    async () => (await (await fetch("/api/v1/schools?q=Alderbrook%20School")).json()).items[0].id,
  );

  await signInAs("legal");
  await page.goto(`/agreements/${first}`);
  await expect(page.getByText("One after the other: each is asked")).toBeVisible();
  await page.getByRole("button", { name: "Ask for changes" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What has to change?").fill("Say for whom.");
  await dialog.getByText("Write beside a section of the text").click();
  await expectAccessible(page);
  await dialog.getByLabel("Purpose").fill("For which grades?");
  await dialog.getByRole("button", { name: "Ask for changes" }).click();
  await expect(page.getByRole("status").filter({ hasText: "It went back" })).toBeFocused();
  await page.goto(`/agreements/${first}/text`);
  await expect(page.getByRole("complementary").filter({ hasText: "For which grades?" })).toBeVisible();

  await signInAs("district");
  await page.evaluate(async (id) => {
    const own = `/api/v1/agreements/${id}`;
    const tag = (await fetch(own)).headers.get("ETag") ?? "";
    const headers = { "Content-Type": "application/merge-patch+json", "If-Match": tag };
    const body = JSON.stringify({ purpose: "Calm in grades 3 to 5" });
    const answer = await fetch(own, { method: "PATCH", headers, body });
    if (!answer.ok) throw new Error(await answer.text());
  }, first);
  await post(page, `/${first}/submit`);
  await post(page, `/${first}/start-review`);

  await signInAs("legal");
  await page.goto(`/agreements/${first}`);
  const changed = page.getByRole("region", { name: "What was changed for this review" });
  await expect(changed.getByRole("deletion")).toHaveText(/Taken out: Calm$/);
  await expect(changed.getByRole("insertion")).toHaveText(/Added: Calm in grades 3 to 5/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Approve this step" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve this step" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your word is given." })).toBeFocused();
  for (const id of [second, third])
    await post(page, `/${id}/reviews`, { step: "legal", decision: "approved" });
  await signInAs("principal");
  for (const id of ids) await post(page, `/${id}/schools/${alder}/confirm`);
  await signInAs("risk");
  for (const id of ids) await post(page, `/${id}/reviews`, { step: "risk", decision: "approved" });

  await signInAs("district");
  await page.goto(`/agreements/${first}`);
  await page.getByRole("link", { name: "Open the board’s page" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /wait for the board’s vote/ })).toBeFocused();
  await expect(page.getByRole("cell", { name: "Risk review approved" })).toBeVisible();
  await page.getByLabel("All of them").press("Space");
  await expect(page.getByRole("button", { name: "Record the vote" })).toBeHidden();
  for (const title of titles) await page.getByRole("checkbox", { name: title }).press("Space");
  await page.getByRole("link", { name: "See the packet of what is chosen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Board packet: 3 agreements" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: /^[123]\. Summer/ })).toHaveCount(3);
  await expectAccessible(page);
  const paper = await page.evaluate(
    async (address) => {
      const answer = await fetch(address ?? "");
      return [answer.status, answer.headers.get("Content-Type")];
    },
    await page.getByRole("link", { name: "Download as PDF" }).getAttribute("href"),
  );
  expect(paper).toEqual([200, "application/pdf"]);

  await page.goto("/agreements/board");
  await page.getByLabel("All of them").press("Space");
  for (const title of titles) await page.getByRole("checkbox", { name: title }).press("Space");
  await page.getByRole("button", { name: "Record the vote" }).press("Enter");
  const vote = page.getByRole("dialog", { name: "Record the board’s vote on 3 agreements" });
  await vote.getByRole("button", { name: "Record the vote" }).click();
  await expect(vote.getByRole("group", { name: "3 things need fixing" })).toBeFocused();
  await expectAccessible(page);
  await vote.getByLabel("Month").fill("1");
  await vote.getByLabel("Day", { exact: true }).fill("22");
  await vote.getByLabel("Year").fill("2020");
  await vote.getByLabel("Item of the agenda").fill("7.3");
  await vote.getByLabel("Resolution").fill("20-0122-PR4");
  await vote.getByRole("button", { name: "Record the vote" }).press("Enter");
  await expect(
    page.getByRole("status").filter({ hasText: "resolution 20-0122-PR4: approved" }),
  ).toBeFocused();

  await page.goto(`/agreements/${third}`);
  await expect(page.getByText("item 7.3, resolution 20-0122-PR4; recorded by")).toBeVisible();
  await page.getByRole("button", { name: "Send for signature" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send for signature" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Sent for signature." })).toBeFocused();
  // The partner signs first: for the district's signatory there is nothing to do yet.
  await signInAs("signatory");
  await page.goto(`/agreements/${third}`);
  await expect(page.getByRole("heading", { level: 1, name: titles[2] ?? "" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign", exact: true })).toBeHidden();
  await signInAs("partner");
  await page.goto(`/agreements/${third}`);
  await expect(page.getByRole("button", { name: "Sign", exact: true })).toBeVisible();
});

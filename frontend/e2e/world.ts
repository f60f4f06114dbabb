/** What every browser test has: people to sign in as, and an ear for anything the browser complains about. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";
import type { Visit } from "../src/app/route-table";

export const password = "alongside-demo";

export const people = {
  district: "district@demo.example.org",
  signatory: "signatory@demo.example.org",
  principal: "principal@demo.example.org",
  coordinator: "coordinator@demo.example.org",
  teacher: "teacher@demo.example.org",
  families: "families@demo.example.org",
  frontOffice: "front-office@demo.example.org",
  legal: "legal@demo.example.org",
  risk: "risk@demo.example.org",
  data: "data@demo.example.org",
  partner: "partner@demo.example.org",
  stranger: "stranger@other.example.org",
} as const;

export type Who = keyof typeof people;

type World = {
  /** Signs in without the form, for tests that are about something else. */
  signInAs: (who: Who) => Promise<void>;
  /** Console errors, page errors and policy violations; a test that leaves any here fails. */
  complaints: string[];
};

/** Asking who is signed in, before anybody is, is answered 401; the browser notes every such answer. */
const expected = /the server responded with a status of 401/;

export const test = base.extend<World>({
  complaints: [
    async ({ page }, give) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" && !expected.test(message.text())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          // oxlint-disable-next-line no-console
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await give(complaints);
      expect(complaints, "the browser complained").toEqual([]);
    },
    { auto: true },
  ],
  signInAs: async ({ page }, give) => {
    await give(async (who) => {
      await page.goto("/sign-in");
      const status = await page.evaluate(
        async (body) => {
          const answer = await fetch("/api/v1/session", {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(body),
          });
          return answer.status;
        },
        // some work in several districts, and another journey may have left them in the other one
        { email: people[who], password, ...(who !== "stranger" && { tenant: "alderbrook" }) },
      );
      expect(status, `signing in as ${who}`).toBe(201);
    });
  },
});

/** Where a visit leads: the address itself, or the page of the first record of its list. */
export async function addressOf(page: Page, visit: Visit): Promise<string> {
  if (!visit.among) return visit.path;
  const ids = await page.evaluate(async (list) => {
    const answer = await fetch(list);
    const body: { items?: { id?: string }[] } = await answer.json();
    return body.items?.map(({ id }) => id ?? "") ?? [];
  }, visit.among);
  const asked = { "{id}": ids[0], "{other}": ids[1] };
  return Object.entries(asked).reduce((path, [place, id]) => {
    if (!path.includes(place)) return path;
    expect(id, `a record among ${visit.among}`).toBeTruthy();
    return path.replace(place, id ?? "");
  }, visit.path);
}

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Nothing axe knows is wrong. The one written exception: a combo box hides the page while its list is open. */
export async function expectAccessible(page: Page, options: { comboBoxOpen?: boolean } = {}): Promise<void> {
  // Nothing is wrong with a page that is not there yet, or everything: its heading comes with its data.
  await page.locator("main h1").first().waitFor({ state: "attached" });
  const axe = new AxeBuilder({ page }).withTags(standards);
  if (options.comboBoxOpen) axe.disableRules(["aria-hidden-focus", "page-has-heading-one", "region"]);
  const { violations } = await axe.analyze();
  const found = violations.map((violation) => ({
    rule: violation.id,
    where: violation.nodes.map((node) => `${node.target.join(" ")} ${node.html}`),
  }));
  expect(found).toEqual([]);
}

/** The page never scrolls sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "pixels of sideways scrolling").toBe(0);
}

export { expect };

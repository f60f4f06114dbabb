/** What the browser would put on paper, and how many sheets that takes. */
import type { Page } from "@playwright/test";

export const papers = ["Letter", "A4"] as const;
type Paper = (typeof papers)[number];

/**
 * Prints the page and counts the sheets, by the page objects in the file. Chromium writes them uncompressed; the
 * tree of pages says the same number again, so that a change of the format is noticed and not miscounted.
 */
export async function sheets(page: Page, paper: Paper): Promise<number> {
  await page.emulateMedia({ media: "print" });
  const margin = { top: "0.6in", bottom: "0.6in", left: "0.6in", right: "0.6in" };
  const file = (await page.pdf({ format: paper, margin })).toString("latin1");
  await page.emulateMedia({ media: null });
  const objects = file.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  const told = Math.max(0, ...[...file.matchAll(/\/Count\s+(\d+)/g)].map(([, count]) => Number(count)));
  if (objects === 0 || objects !== told) throw new Error(`${objects} pages in the file, ${told} in its tree`);
  return objects;
}

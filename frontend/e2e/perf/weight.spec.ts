import { addressOf, expect, test } from "../world";
import { visits, type Visit } from "../../src/app/route-table";

/** Kilobytes over the wire, headers and all, before anybody does anything: script by kind of page, and style. */
const bars: Record<NonNullable<Visit["kind"]>, number> = {
  door: 130,
  public: 138,
  entry: 175,
  home: 180,
  list: 200,
  record: 220,
};
const style = 25;

for (const visit of visits) {
  const { kind } = visit;
  if (!kind) continue;
  test(`${visit.route} carries at most ${bars[kind]} KB of script, ${style} of style and one font`, async ({
    page,
    signInAs,
  }) => {
    if (visit.as !== "anyone") await signInAs(visit.as);
    const address = await addressOf(page, visit);
    await page.goto("about:blank");
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Network.enable");
    await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
    const types = new Map<string, string>();
    const bytes: Record<string, number> = {};
    cdp.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
    cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId) ?? "Other";
      bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
    });
    await page.goto(address, { waitUntil: "networkidle" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect((bytes["Script"] ?? 0) / 1024).toBeGreaterThan(20);
    expect((bytes["Script"] ?? 0) / 1024, "script, KB").toBeLessThanOrEqual(bars[kind]);
    expect((bytes["Stylesheet"] ?? 0) / 1024, "style, KB").toBeLessThanOrEqual(style);
    expect((bytes["Font"] ?? 0) / 1024, "font, KB").toBeLessThanOrEqual(30);
  });
}

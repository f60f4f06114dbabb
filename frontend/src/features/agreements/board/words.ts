/** What is said of the agreements that wait for the board. */
import { plural, t } from "@lingui/core/macro";
import { isApiError, isRecord } from "@/api/problem";
import { formatDay } from "@/lib/dates";
import { formatMoney } from "@/lib/numbers";
import { needName } from "../needs";
import type { Packet, PacketItem, Vote } from "./api";

export function boardFinding(ready: number): string {
  if (ready === 0) return t`No agreement is ready for the board’s vote`;
  return plural(ready, {
    one: "# agreement waits for the board’s vote",
    other: "# agreements wait for the board’s vote",
  });
}

export function agreementsCount(count: number): string {
  return plural(count, { one: "# agreement", other: "# agreements" });
}

export function packetTitle(packet: Packet): string {
  const counted = agreementsCount(packet.count);
  if (packet.meets_on === null) return t`Board packet: ${counted}`;
  const day = formatDay(packet.meets_on, "long");
  return t`Board packet: ${counted} for the meeting of ${day}`;
}

/** “Together they cost the district $58,500. 1 of 4 states no amount.” */
export function costWords(items: readonly PacketItem[]): string {
  const stated = items.flatMap(({ cost }) => (cost === null ? [] : [Number(cost)]));
  const sum = formatMoney(String(stated.reduce((before, each) => before + each, 0)));
  const count = items.length;
  const without = count - stated.length;
  const together = t`Together they cost the district ${sum}.`;
  if (without === 0) return together;
  const unknown = plural(without, {
    one: `# of ${count} states no amount.`,
    other: `# of ${count} state no amount.`,
  });
  return `${together} ${unknown}`;
}

export function kindWords(item: PacketItem): string {
  if (item.kind === "amendment") return item.amends ? t`Amendment of ${item.amends.number}` : t`Amendment`;
  if (item.kind === "new") return t`New`;
  return item.renews ? t`Renewal of ${item.renews.number}` : t`Renewal`;
}

export function termWords(item: Pick<PacketItem, "starts_on" | "ends_on">): string {
  const first = formatDay(item.starts_on);
  const last = formatDay(item.ends_on);
  return t`${first} to ${last}`;
}

export function lackWords(needs: readonly string[]): string {
  return needs.map(needName).join("; ");
}

export function voteWords(vote: Pick<Vote, "met_on" | "item" | "resolution" | "outcome">): string {
  const { item, resolution } = vote;
  const day = formatDay(vote.met_on, "long");
  return vote.outcome === "approved"
    ? t`Board of ${day}, item ${item}, resolution ${resolution}: approved`
    : t`Board of ${day}, item ${item}, resolution ${resolution}: turned down`;
}

export type Late = { number: string; title: string; needs: string[] };

/** The agreements that do not wait for the board now, as a refused vote names them; null for any other refusal. */
export function notWaiting(error: unknown): Late[] | null {
  if (!isApiError(error) || error.slug !== "not-waiting") return null;
  const named = error.problem["not_waiting"];
  if (!Array.isArray(named)) return [];
  return named.filter(isRecord).map((each) => ({
    number: String(each["number"]),
    title: String(each["title"]),
    needs: Array.isArray(each["needs"]) ? each["needs"].map(String) : [],
  }));
}

/** What the packet's address says: which agreements, and for which meeting. */
import { day, type Search } from "@/lib/url-state";

export type PacketSearch = { agreements?: string; meets_on?: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readPacketSearch(search: Search): PacketSearch {
  const agreements = chosen(String(search["agreements"] ?? ""));
  const meets = day(search, "meets_on");
  return {
    ...(agreements.length > 0 && { agreements: agreements.join(",") }),
    ...(meets && { meets_on: meets }),
  };
}

/** The agreements that the address names; none: all that are ready. */
export function chosen(written: string | undefined): string[] {
  return (written ?? "").split(",").filter((each) => uuid.test(each));
}

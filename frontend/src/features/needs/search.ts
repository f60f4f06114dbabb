/** What the address of the list of needs says. */
import { text, type Search } from "@/lib/url-state";

export type NeedsSearch = { school?: string; area?: string };

export function readNeedsSearch(search: Search): NeedsSearch {
  const school = text(search, "school");
  const area = text(search, "area");
  return { ...(school && { school }), ...(area && { area }) };
}

/** For which school something is begun; nothing while it is not chosen. */
export type SchoolSearch = { school?: string };

export function readSchoolSearch(search: Search): SchoolSearch {
  const school = text(search, "school");
  return school ? { school } : {};
}

/** The finding that a need is recorded from. */
export type ProposalSearch = { proposal?: string };

export function readProposalSearch(search: Search): ProposalSearch {
  const proposal = text(search, "proposal");
  return proposal ? { proposal } : {};
}

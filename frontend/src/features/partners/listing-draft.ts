/** What a program's public words are in their form, and what the form sends. */
import type { ListingRead, ListingWrite } from "@/api/gen/types.gen";

export type TextField =
  | "summary"
  | "cost"
  | "how_to_join"
  | "contact"
  | "phone"
  | "name_es"
  | "summary_es"
  | "cost_es"
  | "how_to_join_es";
type ListingDraft = Record<TextField, string> & { is_free: boolean };
/** With whether it is public, which is a button's word and another person's edit as well. */
export type ListingValues = ListingDraft & { is_public: boolean };

export function readListing(listing: ListingRead): ListingValues {
  const said = (value: string | null) => value ?? "";
  return {
    is_public: listing.is_public,
    is_free: listing.is_free ?? false,
    summary: said(listing.summary),
    cost: said(listing.cost),
    how_to_join: said(listing.how_to_join),
    contact: said(listing.contact),
    phone: said(listing.phone),
    name_es: said(listing.name_es),
    summary_es: said(listing.summary_es),
    cost_es: said(listing.cost_es),
    how_to_join_es: said(listing.how_to_join_es),
  };
}

/** A cost is not sent for what is free: it would be said again when the mark is taken off. */
export function writeListing(draft: ListingValues): ListingWrite {
  const said = (value: string) => value.trim() || null;
  return {
    is_public: draft.is_public,
    is_free: draft.is_free,
    summary: said(draft.summary),
    cost: draft.is_free ? null : said(draft.cost),
    how_to_join: said(draft.how_to_join),
    contact: said(draft.contact),
    phone: said(draft.phone),
    name_es: said(draft.name_es),
    summary_es: said(draft.summary_es),
    cost_es: draft.is_free ? null : said(draft.cost_es),
    how_to_join_es: said(draft.how_to_join_es),
  };
}

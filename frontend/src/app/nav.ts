/** The places of the app in their order, for district and school staff and for partner staff. */
import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { can, isPartnerStaff, type SessionFacts } from "@/lib/session";

export type Place = {
  to: string;
  label: MessageDescriptor;
  scope?: string;
  /** Its settings, which have addresses of their own. */
  settings?: readonly string[];
};

const staff: readonly Place[] = [
  { to: "/", label: msg`Home` },
  { to: "/schools", label: msg`Schools`, scope: "schools:read", settings: ["/settings/half-sheets"] },
  { to: "/partners", label: msg`Partners`, scope: "partners:read" },
  { to: "/needs", label: msg`Needs`, scope: "needs:read" },
  {
    to: "/agreements",
    label: msg`Agreements`,
    scope: "agreements:read",
    settings: ["/settings/agreements", "/settings/routes", "/settings/templates", "/settings/tree"],
  },
  { to: "/partnerships", label: msg`Partnerships`, scope: "partnerships:read" },
  { to: "/targets", label: msg`Targets`, scope: "targets:read" },
  {
    to: "/papers/queue",
    label: msg`Papers`,
    scope: "papers:read",
    settings: ["/settings/requirements", "/settings/files"],
  },
  { to: "/import", label: msg`Bring a spreadsheet`, scope: "imports:write" },
];

const partner: readonly Place[] = [
  { to: "/", label: msg`Home` },
  { to: "/agreements", label: msg`Our agreements`, scope: "agreements:read" },
  { to: "/partnerships", label: msg`Our partnerships`, scope: "partnerships:read" },
  { to: "/targets", label: msg`Our targets`, scope: "targets:read" },
  { to: "/papers", label: msg`Our papers`, scope: "papers:read" },
  { to: "/profile", label: msg`Profile`, scope: "partners:read" },
  { to: "/packs", label: msg`Other districts`, scope: "packs:carry" },
];

/** What this person may open, among the pages that exist. */
export function placesFor(session: SessionFacts, exists: (address: string) => boolean): readonly Place[] {
  const places = isPartnerStaff(session) ? partner : staff;
  return places.filter(
    (place) => exists(place.to) && (place.scope === undefined || can(session, place.scope)),
  );
}

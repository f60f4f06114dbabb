/**
 * Every page of the app, for the specs that visit all of them: accessibility, reflow, titles, weight.
 * A test holds it against the router's own list, so that a new page cannot be forgotten.
 */
export type Visit = {
  /** As the router knows it. */
  route: string;
  /** The address to open; `{id}` stands for the first record of `among`. */
  path: string;
  /** The API's list that a record's page is found in: ids differ in every demonstration. */
  among?: string;
  /** Who opens it: nobody signed in, or one of the demonstration's people. */
  as: "anyone" | "district" | "signatory" | "risk" | "principal" | "coordinator" | "teacher" | "partner";
  /** Which weight it may have; none for a page that only developers open. */
  kind?: "door" | "home" | "list" | "record";
};

export const visits: readonly Visit[] = [
  { route: "/sign-in", path: "/sign-in", as: "anyone", kind: "door" },
  { route: "/join", path: "/join", as: "anyone", kind: "record" },
  { route: "/join/confirm", path: "/join/confirm", as: "anyone", kind: "record" },
  { route: "/decide", path: "/decide", as: "anyone", kind: "list" },
  { route: "/kitchen", path: "/kitchen", as: "anyone" },
  { route: "/", path: "/", as: "coordinator", kind: "home" },
  { route: "/schools", path: "/schools", as: "district", kind: "list" },
  {
    route: "/schools/$schoolId",
    path: "/schools/{id}",
    among: "/api/v1/schools?q=Alderbrook%20School",
    as: "coordinator",
    kind: "record",
  },
  { route: "/needs", path: "/needs", as: "district", kind: "list" },
  { route: "/needs/new", path: "/needs/new", as: "coordinator", kind: "record" },
  { route: "/needs/start", path: "/needs/start", as: "coordinator", kind: "record" },
  {
    route: "/needs/$needId",
    path: "/needs/{id}",
    among: "/api/v1/needs?published=true",
    as: "district",
    kind: "record",
  },
  {
    route: "/needs/$needId/fits",
    path: "/needs/{id}/fits",
    among: "/api/v1/needs?published=true",
    as: "district",
    kind: "record",
  },
  {
    route: "/needs/$needId/edit",
    path: "/needs/{id}/edit",
    among: "/api/v1/needs?published=true",
    as: "coordinator",
    kind: "record",
  },
  {
    route: "/needs/assessments/$assessmentId/add",
    path: "/needs/assessments/{id}/add",
    among: "/api/v1/needs-assessments",
    as: "coordinator",
    kind: "record",
  },
  {
    route: "/needs/assessments/$assessmentId",
    path: "/needs/assessments/{id}",
    among: "/api/v1/needs-assessments",
    as: "district",
    kind: "record",
  },
  { route: "/import", path: "/import", as: "district", kind: "record" },
  {
    route: "/import/$spreadsheetId",
    path: "/import/{id}",
    among: "/api/v1/spreadsheets",
    as: "district",
    kind: "record",
  },
  { route: "/partners", path: "/partners", as: "district", kind: "list" },
  {
    route: "/partners/$partnerId",
    path: "/partners/{id}",
    among: "/api/v1/partners?q=Second%20Bell%20Arts,%20Inc.",
    as: "district",
    kind: "record",
  },
  {
    route: "/partners/$partnerId/merge",
    path: "/partners/{id}/merge",
    among: "/api/v1/partners?q=Second%20Bell%20Arts,%20Inc.",
    as: "district",
    kind: "record",
  },
  { route: "/partners/new", path: "/partners/new", as: "district", kind: "record" },
  { route: "/agreements", path: "/agreements", as: "district", kind: "list" },
  {
    route: "/agreements/$agreementId",
    path: "/agreements/{id}",
    among: "/api/v1/agreements?q=Afternoon%20mentoring",
    as: "principal",
    kind: "record",
  },
  {
    route: "/agreements/$agreementId/text",
    path: "/agreements/{id}/text",
    among: "/api/v1/agreements?q=Afternoon%20mentoring",
    as: "coordinator",
    kind: "record",
  },
  {
    route: "/agreements/$agreementId/edit",
    path: "/agreements/{id}/edit",
    among: "/api/v1/agreements?status=changes_requested",
    as: "district",
    kind: "record",
  },
  {
    route: "/agreements/$agreementId/revisit",
    path: "/agreements/{id}/revisit",
    among: "/api/v1/agreements?q=Counseling%20at%20Fernhollow",
    as: "coordinator",
    kind: "record",
  },
  { route: "/agreements/revisits", path: "/agreements/revisits", as: "district", kind: "list" },
  { route: "/agreements/board", path: "/agreements/board", as: "district", kind: "list" },
  { route: "/agreements/board/packet", path: "/agreements/board/packet", as: "district", kind: "list" },
  { route: "/agreements/new", path: "/agreements/new", as: "coordinator", kind: "record" },
  { route: "/agreements/record", path: "/agreements/record", as: "district", kind: "record" },
  { route: "/targets", path: "/targets", as: "district", kind: "list" },
  {
    route: "/targets/$targetId",
    path: "/targets/{id}",
    among: "/api/v1/targets?status=open",
    as: "coordinator",
    kind: "record",
  },
  {
    route: "/targets/$targetId/enter",
    path: "/targets/{id}/enter",
    among: "/api/v1/targets?status=open",
    as: "coordinator",
    kind: "record",
  },
  {
    route: "/targets/$targetId/edit",
    path: "/targets/{id}/edit",
    among: "/api/v1/targets?status=proposed",
    as: "partner",
    kind: "record",
  },
  { route: "/targets/new", path: "/targets/new", as: "coordinator", kind: "record" },
  { route: "/papers", path: "/papers", as: "partner", kind: "list" },
  { route: "/notices", path: "/notices", as: "district", kind: "list" },
  { route: "/account", path: "/account", as: "coordinator", kind: "record" },
  { route: "/mailbox", path: "/mailbox", as: "partner", kind: "list" },
  {
    route: "/mailbox/$mailId",
    path: "/mailbox/{id}",
    among: "/api/v1/me/mailbox",
    as: "partner",
    kind: "record",
  },
  { route: "/papers/staff", path: "/papers/staff", as: "partner", kind: "list" },
  { route: "/papers/new", path: "/papers/new", as: "partner", kind: "record" },
  {
    route: "/papers/$paperId",
    path: "/papers/{id}",
    among: "/api/v1/papers?status=accepted",
    as: "partner",
    kind: "record",
  },
  {
    route: "/papers/$paperId/edit",
    path: "/papers/{id}/edit",
    among: "/api/v1/papers?status=rejected",
    as: "district",
    kind: "record",
  },
  {
    route: "/partners/$partnerId/papers",
    path: "/partners/{id}/papers",
    among: "/api/v1/partners?q=Second%20Bell%20Arts,%20Inc.",
    as: "district",
    kind: "list",
  },
  { route: "/profile", path: "/profile", as: "partner", kind: "record" },
  { route: "/partnerships", path: "/partnerships", as: "coordinator", kind: "list" },
  { route: "/partnerships/calls", path: "/partnerships/calls", as: "district", kind: "list" },
  {
    route: "/partnerships/$partnershipId",
    path: "/partnerships/{id}",
    among: "/api/v1/partnerships?stage=active",
    as: "coordinator",
    kind: "record",
  },
  {
    route: "/partnerships/$partnershipId/thread",
    path: "/partnerships/{id}/thread",
    among: "/api/v1/partnerships?stage=active",
    as: "coordinator",
    kind: "record",
  },
  { route: "/papers/queue", path: "/papers/queue", as: "risk", kind: "list" },
  {
    route: "/papers/queue/$paperId",
    path: "/papers/queue/{id}",
    among: "/api/v1/papers?status=accepted&kind=insurance_certificate",
    as: "risk",
    kind: "record",
  },
  { route: "/papers/waivers", path: "/papers/waivers", as: "risk", kind: "list" },
  { route: "/settings/routes", path: "/settings/routes", as: "district", kind: "list" },
  { route: "/settings/requirements", path: "/settings/requirements", as: "district", kind: "list" },
];

import { expect, test } from "vitest";
import { byDay, dayHeading } from "./days";
import { ownPath } from "./letter-text";
import { aNotice, somePreferences } from "./notices.test.data";
import { choicesOf, reconcile, toSend, type Choice } from "./preferences";
import { recordAddress } from "./record-address";
import { knownSearch } from "./known-search";
import { readNoticesSearch } from "./search";

const partner = { id: "018f0000-0000-7000-8000-000000000003", name: "Riverbend Learning" };
const school = "018f0000-0000-7000-8000-000000000009";
const record = "018f0000-0000-7000-8000-000000000002";

test("notices stand under the district's day, in the order in which they came", () => {
  const at = ["2020-01-27T15:00:00Z", "2020-01-27T05:30:00Z", "2020-01-26T20:00:00Z", "2020-01-02T12:00:00Z"];
  const days = byDay(
    at.map((created_at) => aNotice({ created_at })),
    "America/Chicago",
  );
  expect(days.map(({ day, notices }) => [day, notices.map(({ created_at }) => created_at)])).toEqual([
    ["2020-01-27", [at[0]]],
    ["2020-01-26", [at[1], at[2]]],
    ["2020-01-02", [at[3]]],
  ]);
  expect(days.map(({ day }) => dayHeading(day, "2020-01-27"))).toEqual([
    "Today, Monday, January 27, 2020",
    "Yesterday, Sunday, January 26, 2020",
    "Thursday, January 2, 2020",
  ]);
});

test("a notice leads to where its reader does what it tells, or to its record", () => {
  const of = (type: string, kind = "any") => ({
    kind,
    object: { type, id: record, title: null },
    partner,
    school: { id: school, name: "Alderbrook School" },
    on: "2020-09-01",
  });
  expect(recordAddress(of("agreement"), null)).toBe(`/agreements/${record}`);
  expect(recordAddress(of("agreement", "revisit_due"), null)).toBe(`/agreements/${record}/revisit`);
  expect(recordAddress(of("agreement", "revisit_answered"), null)).toBe(`/agreements/${record}/revisit`);
  expect(recordAddress(of("agreement", "agreement_for_board"), null)).toBe("/agreements/board");
  expect(recordAddress(of("agreement", "join_asked"), null)).toBe(`/agreements/${record}`);
  expect(recordAddress(of("agreement", "join_answered"), null)).toBe(`/schools/${school}`);
  expect(recordAddress(of("target"), partner.id)).toBe(`/targets/${record}`);
  expect(recordAddress(of("partner"), null)).toBe(`/partners/${record}`);
  expect(recordAddress(of("partner"), record)).toBe("/profile");
  expect(recordAddress(of("paper", "paper_ending"), null)).toBe(`/partners/${partner.id}/papers`);
  expect(recordAddress(of("paper", "paper_ending"), partner.id)).toBe("/papers");
  expect(recordAddress(of("paper", "paper_for_review"), null)).toBe(`/papers/queue/${record}`);
  expect(recordAddress(of("paper", "paper_decided"), partner.id)).toBe(`/papers/${record}`);
  expect(recordAddress({ ...of("paper"), partner: null }, null)).toBe(`/papers/${record}`);
  const partners = {
    ...of("partner", "check_ending"),
    object: { type: "partner", id: partner.id, title: null },
  };
  expect(recordAddress(partners, null)).toBe(`/papers/staff?partner=${partner.id}`);
  expect(recordAddress(partners, partner.id)).toBe("/papers/staff");
  expect(recordAddress({ ...partners, kind: "check_for_review" }, null)).toBe("/papers/queue");
  expect(recordAddress({ ...partners, kind: "waiver_ending" }, null)).toBe("/papers/waivers");
  expect(recordAddress({ ...partners, kind: "requirement_due" }, partner.id)).toBe("/papers");
  const asked = { ...of("paper_requirement", "requirement_due"), partner: null };
  expect(recordAddress(asked, null)).toBe("/partnerships/calls?effective_on=2020-09-01");
  expect(recordAddress({ ...of("spreadsheet"), partner: null }, null)).toBe(`/import/${record}`);
});

test("the address says what the list shows; what nobody knows is left out", () => {
  expect(knownSearch(readNoticesSearch({ unread: "1", kind: "result_due" }))).toEqual({
    unread: true,
    kind: "result_due",
  });
  expect(knownSearch(readNoticesSearch({ unread: "no", kind: "gossip" }))).toEqual({});
});

test("only addresses of this app become links in an e-mail's text", () => {
  const origin = "https://app.example.org";
  expect(ownPath("https://app.example.org/agreements/1?day=2", origin)).toBe("/agreements/1?day=2");
  expect(ownPath("https://app.example.org.evil.example/agreements/1", origin)).toBeNull();
  expect(ownPath("javascript:alert(1)", origin)).toBeNull();
  expect(ownPath("Hello", origin)).toBeNull();
});

const ending = { kind: "agreement_ending", in_app: true, email: "instant", is_default: true } as const;
const posted = { kind: "result_posted", in_app: true, email: "weekly", is_default: false } as const;
const base = somePreferences(3, [ending, posted]);

test("what stays at its default is not sent, so that it follows the default", () => {
  const chosen = choicesOf(base);
  expect(toSend(base, chosen)).toEqual([{ kind: "result_posted", in_app: true, email: "weekly" }]);
  expect(toSend(base, { ...chosen, agreement_ending: { in_app: false, email: "off" } })).toEqual([
    { kind: "agreement_ending", in_app: false, email: "off" },
    { kind: "result_posted", in_app: true, email: "weekly" },
  ]);
});

test("late choices join what was saved meanwhile; only what both changed differently is disputed", () => {
  const was = choicesOf(base);
  const off: Choice = { in_app: true, email: "off" };
  const daily: Choice = { in_app: true, email: "daily" };
  expect(reconcile(was, { ...was, agreement_ending: off }, { ...was, result_posted: daily })).toEqual({
    choices: { agreement_ending: off, result_posted: daily },
    disputed: [],
  });
  expect(reconcile(was, { ...was, agreement_ending: off }, { ...was, agreement_ending: daily })).toEqual({
    choices: { ...was, agreement_ending: off },
    disputed: ["agreement_ending"],
  });
  expect(
    reconcile(was, { ...was, agreement_ending: off }, { ...was, agreement_ending: off }).disputed,
  ).toEqual([]);
});

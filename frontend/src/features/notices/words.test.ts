import { afterEach, describe, expect, test } from "vitest";
import { activateLanguage } from "@/lib/i18n";
import { groupName, kindName } from "./kind-names";
import { groupOf, kinds } from "./kinds";
import { aNotice } from "./notices.test.data";
import { noticeWords } from "./words";

const today = "2020-01-27";
const school = { id: "018f0000-0000-7000-8000-000000000009", name: "Alderbrook School" };
const what = "“Reading club” with Riverbend Learning";

const told: [kind: string, answer: string | null, words: string][] = [
  ["application_submitted", null, "Riverbend Learning applied to become a partner"],
  ["application_decided", "approved", "The district approved Riverbend Learning as a partner"],
  ["application_decided", "review_started", "The district is reading the application of Riverbend Learning"],
  ["partner_standing", "suspended", "The district put Riverbend Learning on hold"],
  ["partner_standing", "reinstated", "The district ended the hold on Riverbend Learning"],
  ["partner_standing", "deactivated", "The record of Riverbend Learning was closed"],
  ["partner_standing", "reopened", "The record of Riverbend Learning was opened again"],
  ["application_decided", "declined", "The district declined the application of Riverbend Learning"],
  [
    "application_decided",
    "changes_requested",
    "The district asked Riverbend Learning for changes to its application",
  ],
  ["agreement_for_review", null, `${what} was sent for review`],
  ["review_asked", null, `${what} waits for your review`],
  ["school_to_confirm", null, `${what} asks for your word for your school`],
  ["school_to_confirm", "again", `${what} still waits for your word for your school`],
  ["program_for_review", null, "“Reading club”, a program of Riverbend Learning, waits for the district"],
  ["program_approved", null, "The district approved “Reading club”, a program of Riverbend Learning"],
  ["opening_asked", null, `The district asks whether other districts may join ${what}`],
  ["opening_answered", "agreed", "Riverbend Learning agreed: other districts may join “Reading club”"],
  [
    "opening_answered",
    "refused",
    "Riverbend Learning does not want other districts to join “Reading club”, and says why",
  ],
  ["opening_answered", "closed_district", "The district closed “Reading club” to other districts"],
  ["opening_answered", "closed_partner", "Riverbend Learning closed “Reading club” to other districts"],
  ["origin_changed", "open", "The agreement whose terms “Reading club” adopts is open again"],
  [
    "origin_changed",
    "on_hold",
    "The agreement whose terms “Reading club” adopts was put on hold in its district",
  ],
  [
    "origin_changed",
    "closed",
    "The agreement whose terms “Reading club” adopts was closed to other districts",
  ],
  ["origin_changed", "over", "The agreement whose terms “Reading club” adopts ended in its district"],
  ["agreement_to_decide", null, `Every other word is in: the office decides on ${what}`],
  ["agreement_for_board", null, `${what} is ready for the board`],
  ["school_answered", "confirmed", `Alderbrook School confirmed ${what}`],
  ["school_answered", "declined", `Alderbrook School declined ${what}`],
  ["join_asked", null, `Alderbrook School asks to join ${what}`],
  ["join_answered", "accepted", `The office said yes: Alderbrook School joined ${what}`],
  [
    "join_answered",
    "offered",
    `The office said yes: Alderbrook School joins ${what} once its principal agrees`,
  ],
  ["join_answered", "refused", `The office said no: Alderbrook School does not join ${what}, and reads why`],
  ["agreement_changes_requested", null, `Changes were asked for in ${what}`],
  ["agreement_approved", null, `${what} was approved`],
  ["agreement_rejected", null, `${what} was rejected`],
  ["agreement_to_sign", null, `${what} is ready for your signature`],
  ["agreement_signed", "district", "The district signed “Reading club”"],
  ["agreement_signed", "partner", "Riverbend Learning signed “Reading club”"],
  ["agreement_executed", null, `${what} is fully signed`],
  ["signature_declined", null, `A signatory does not sign ${what}, and says why`],
  ["word_disowned", null, `Somebody who was asked says that ${what} is not theirs to decide`],
  ["agreement_stopped", "suspended", `${what} was put on hold`],
  ["agreement_stopped", "reinstated", `${what} was taken off hold`],
  ["agreement_stopped", "terminated", `${what} was ended early`],
  ["agreement_stopped", "recalled", `${what} was called back from signature`],
  ["agreement_stopped", "withdrawn", `${what} was withdrawn; nobody is asked about it any more`],
  ["agreement_stopped", "superseded", `Another agreement takes the place of ${what}`],
  ["agreement_stopped", "restored", `${what} goes on; what was to replace it never began`],
  ["agreement_stopped", "amended", `${what} was changed by an amendment`],
  [
    "revisit_answered",
    "partner_confirmed",
    "At the annual revisit Riverbend Learning says that “Reading club” goes on",
  ],
  [
    "revisit_answered",
    "partner_revised",
    "At the annual revisit Riverbend Learning asks for changes in “Reading club”",
  ],
  [
    "revisit_answered",
    "partner_end",
    "At the annual revisit Riverbend Learning says that “Reading club” should end",
  ],
  ["revisit_answered", "school_confirmed", `At the annual revisit the school says that ${what} goes on`],
  ["revisit_answered", "school_revised", `At the annual revisit a school asks for changes in ${what}`],
  ["revisit_answered", "school_end", `At the annual revisit a school says that ${what} should end`],
  [
    "check_for_review",
    null,
    "The background checks of 1 person at Riverbend Learning wait for somebody to see their results",
  ],
  ["check_decided", null, "The district has seen the background checks of 1 person at Riverbend Learning"],
  [
    "check_ending",
    null,
    "A background check of 1 person at Riverbend Learning ends in 30 days (February 26, 2020)",
  ],
  ["waiver_decided", "given", "Riverbend Learning may go without “Reading club” through February 26, 2020"],
  ["waiver_decided", "revoked", "Riverbend Learning may not go without “Reading club” any more"],
  [
    "waiver_ending",
    null,
    "The waiver of “Reading club” for Riverbend Learning ends in 30 days (February 26, 2020)",
  ],
  [
    "requirement_due",
    "partner",
    "“Reading club” is asked for in 30 days (February 26, 2020), and Riverbend Learning does not have it yet",
  ],
  [
    "requirement_due",
    "district",
    "“Reading club” is asked for in 30 days (February 26, 2020); 1 partner is without it",
  ],
  [
    "vetting_ending",
    null,
    "The district’s approval of Riverbend Learning ends in 30 days (February 26, 2020)",
  ],
  ["target_proposed", "again", `The target ${what} still waits for your school’s word`],
  ["spreadsheet_done", "checked", "The spreadsheet “Reading club” is checked: see what would be written"],
  ["spreadsheet_done", "committed", "The spreadsheet “Reading club” is in"],
  ["spreadsheet_done", "failed", "The spreadsheet “Reading club” could not be worked on; open it to see why"],
  ["agreement_ending", null, `${what} ends in 30 days (February 26, 2020)`],
  ["records_to_destroy", null, `The student records of ${what} have to be destroyed by Feb 26, 2020`],
  ["revisit_due", null, `The annual revisit of ${what} asks for both sides’ word by Feb 26, 2020`],
  ["promise_missing", null, `Something promised to or by Alderbrook School was not delivered: ${what}`],
  [
    "paper_ending",
    "insurance_certificate",
    "The insurance certificate of Riverbend Learning ends in 30 days (February 26, 2020)",
  ],
  [
    "paper_ending",
    "endorsement",
    "The endorsement of Riverbend Learning ends in 30 days (February 26, 2020)",
  ],
  [
    "paper_ending",
    "agency_letter",
    "The agency letter of Riverbend Learning ends in 30 days (February 26, 2020)",
  ],
  [
    "paper_ending",
    "staff_present",
    "The arrangement of Riverbend Learning that school staff are present ends in 30 days (February 26, 2020)",
  ],
  ["target_proposed", null, `A target was proposed: ${what}`],
  ["target_answered", "agreed", `A side agreed to the target ${what}`],
  ["target_answered", "declined", `The partner did not agree to the target ${what}`],
  ["target_answered", "opted_out", `A school opted out of the target ${what}`],
  ["result_due", null, `Results for ${what} are due in 30 days (February 26, 2020)`],
  ["result_posted", null, `A result was posted for ${what}`],
];

const notice = (kind: string, answer: string | null) =>
  aNotice({ kind, answer, school, on: "2020-02-26", days_left: 90, count: 1 });

const papers: [kind: string, answer: string | null, title: string, words: string][] = [
  [
    "paper_for_review",
    null,
    "insurance_certificate",
    "The insurance certificate of Riverbend Learning waits for your review",
  ],
  [
    "paper_decided",
    "accepted",
    "endorsement",
    "The endorsement of Riverbend Learning was accepted by the district",
  ],
  [
    "paper_decided",
    "rejected",
    "agency_letter",
    "The agency letter of Riverbend Learning came back from the district, which says why",
  ],
  [
    "paper_decided",
    "withdrawn",
    "insurance_certificate",
    "The insurance certificate of Riverbend Learning was taken back and does not count any more",
  ],
];

const paper = (kind: string, answer: string | null, title: string) =>
  aNotice({ kind, answer, object: { type: "paper", id: school.id, title } });

describe("a notice in words", () => {
  test.each(told)("%s %s", (kind, answer, words) => {
    expect(noticeWords(notice(kind, answer), today)).toBe(words);
  });

  test.each(papers)("%s %s of %s", (kind, answer, title, words) => {
    expect(noticeWords(paper(kind, answer, title), today)).toBe(words);
  });

  test("every kind that can be chosen has words, a name and a place", () => {
    const said = [...told, ...papers].map(([kind]) => kind);
    expect([...new Set(said)].toSorted()).toEqual([...kinds].toSorted());
    expect(new Set(kinds.map(kindName)).size).toBe(kinds.length);
    for (const kind of kinds) expect(groupName(groupOf(kind))).not.toBe("Other events");
  });

  test("counts days to today, not to the day on which it came", () => {
    const on = (day: string) =>
      noticeWords(aNotice({ kind: "agreement_ending", on: day, days_left: 7 }), today);
    expect(on("2020-01-28")).toBe(`${what} ends tomorrow (January 28, 2020)`);
    expect(on("2020-01-27")).toBe(`${what} ends today (January 27, 2020)`);
    expect(on("2020-01-24")).toBe(`${what} ended on January 24, 2020`);
    const due = (day: string) => noticeWords(aNotice({ kind: "result_due", on: day, days_left: 7 }), today);
    expect(due("2020-01-28")).toBe(`Results for ${what} are due tomorrow (January 28, 2020)`);
    expect(due("2020-01-27")).toBe(`Results for ${what} are due today (January 27, 2020)`);
    expect(due("2020-01-24")).toBe(`Results for ${what} were due on January 24, 2020`);
  });

  test("does not name the partner twice", () => {
    const object = {
      type: "agreement",
      id: "018f0000-0000-7000-8000-000000000002",
      title: "Riverbend Learning at five schools",
    };
    expect(noticeWords(aNotice({ object }), today)).toBe("“Riverbend Learning at five schools” was approved");
  });

  test("counts results that were entered together", () => {
    expect(noticeWords(aNotice({ kind: "result_posted", count: 4 }), today)).toBe(
      `4 results were posted for ${what}`,
    );
  });

  test.each([
    ["a kind that this page does not know", { kind: "site_visit_planned" }],
    ["an answer that it does not know", { kind: "agreement_stopped", answer: "paused_by_weather" }],
    ["an end without its day", { kind: "agreement_ending", on: null }],
  ])("leaves %s in the server's words", (_, values) => {
    expect(noticeWords(aNotice(values), today)).toBe("The server's words");
  });
});

describe("in Spanish", () => {
  afterEach(() => activateLanguage("en"));

  test("every sentence and every name of a kind is Spanish", async () => {
    const english = new Set([
      ...told.map(([, , words]) => words),
      ...papers.map(([, , , words]) => words),
      ...kinds.map(kindName),
    ]);
    await activateLanguage("es");
    for (const [kind, answer] of told)
      expect(english).not.toContain(noticeWords(notice(kind, answer), today));
    for (const [kind, answer, title] of papers)
      expect(english).not.toContain(noticeWords(paper(kind, answer, title), today));
    for (const kind of kinds) expect(english).not.toContain(kindName(kind));
    expect(noticeWords(notice("agreement_ending", null), today)).toBe(
      "«Reading club» con Riverbend Learning termina en 30 días (26 de febrero de 2020)",
    );
  });
});

import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import { rememberTag } from "@/api/entity-tags";
import { zMe } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { answer, server, withServer } from "@/testing/server";
import { aReader, aSchool, alder, anAgreement, birch, id } from "../agreement.test.data";
import { SchoolsSection } from "../schools-section";
import { answerWords, offerWords } from "./answer-words";

withServer();

const office = { id: id(33), name: "Renee Castellano" };
const offered = { ...aSchool(birch, "pending"), added_on: "2020-01-20", added_by: office };

test("a row says who acts, who offered it, and since when the school takes part", () => {
  const day = "2020-01-27";
  expect(answerWords(offered, false, day)).toBe("Waiting for Denise Okafor");
  const due = { ...offered, answer_due_on: day };
  expect(answerWords(due, false, day)).toBe("Waiting for Denise Okafor");
  expect(answerWords({ ...due, answer_due_on: "2020-01-26" }, false, day)).toBe(
    "Waiting for Denise Okafor, whose answer was due on Jan 26",
  );
  expect(answerWords({ ...offered, asked: [] }, false, day)).toBe("Waiting for its principal");
  expect(offerWords(offered, day)).toBe("Offered by Renee Castellano for the office, Jan 20");
  const joined = { ...aSchool(birch, "confirmed"), added_on: "2020-01-20", covered_from: "2020-01-22" };
  expect(answerWords(joined, false, day)).toBe("Joined on Jan 22, Omar Haddad");
  expect(offerWords(joined, day)).toBeNull();
  expect(answerWords(aSchool(birch, "confirmed"), false, day)).toBe("Omar Haddad, Jan 21");
});

test("the office takes an offer back, and offers it again to one that declined", async () => {
  answer("get", "/api/v1/me", zMe, aReader());
  const asked = vi.fn();
  const agreement = anAgreement({
    status: "executed",
    can_offer_schools: true,
    schools: [{ ...offered, can_take_back: true }, aSchool(alder, "declined")],
  });
  rememberTag(agreement, '"7-0"');
  for (const method of ["put", "delete"] as const)
    server.use(
      http[method](`*/api/v1/agreements/${id(1)}/schools/:school`, ({ params }) => {
        asked(method, params["school"]);
        return HttpResponse.json(agreement, { headers: { ETag: '"8-0"' } });
      }),
    );
  const { user } = await showRouted(<SchoolsSection agreement={agreement} />);
  await user.click(await screen.findByRole("button", { name: "Take the offer back, Birchwell School" }));
  expect(await screen.findByText("The offer is taken back.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Offer it again to Alderbrook School" }));
  expect(await screen.findByText("Offered again. Its principal is asked.")).toBeVisible();
  expect(asked.mock.calls).toEqual([
    ["delete", birch.id],
    ["put", alder.id],
  ]);
});

test("the office goes on without a school that does not answer", async () => {
  answer("get", "/api/v1/me", zMe, aReader());
  const asked = vi.fn();
  const silent = { ...aSchool(birch, "pending"), can_leave_out: true };
  const agreement = anAgreement({ status: "in_review", schools: [aSchool(alder, "confirmed"), silent] });
  rememberTag(agreement, '"7-0"');
  server.use(
    http.delete(`*/api/v1/agreements/${id(1)}/schools/:school`, ({ params }) => {
      asked(params["school"]);
      return HttpResponse.json(agreement, { headers: { ETag: '"8-0"' } });
    }),
  );
  const { user } = await showRouted(<SchoolsSection agreement={agreement} />);
  expect(screen.queryByRole("button", { name: "Go on without it: Alderbrook School" })).toBeNull();
  await user.click(await screen.findByRole("button", { name: "Go on without it: Birchwell School" }));
  expect(await screen.findByText("Left out. What the other schools said stands.")).toBeVisible();
  expect(asked.mock.calls).toEqual([[birch.id]]);
});

test("a school that has let its day pass is marked as late", async () => {
  answer("get", "/api/v1/me", zMe, aReader());
  const schools = [
    { ...aSchool(alder, "pending"), answer_due_on: "2020-01-20" },
    { ...aSchool(birch, "pending"), answer_due_on: "2020-01-27" },
  ];
  await showRouted(<SchoolsSection agreement={anAgreement({ status: "in_review", schools })} />);
  expect(await screen.findAllByText("Late")).toHaveLength(1);
  expect(screen.getAllByText("Waiting")).toHaveLength(1);
});

test("whoever may not offer sees no way to", async () => {
  answer("get", "/api/v1/me", zMe, aReader());
  await showRouted(<SchoolsSection agreement={anAgreement({ status: "executed", schools: [offered] })} />);
  expect(await screen.findByText("Waiting for Denise Okafor")).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});

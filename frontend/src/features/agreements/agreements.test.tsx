import { http, HttpResponse } from "msw";
import { describe, expect, test, vi } from "vitest";
import { zAgreementRead, zMe } from "@/api/gen/zod.gen";
import { rememberTag } from "@/api/entity-tags";
import { within } from "@testing-library/react";
import type { ReactNode } from "react";
import { screen, showRouted } from "@/testing/render";
import { answer, refuse, server, withServer } from "@/testing/server";
import { ActDialog } from "./act-dialog";
import { aReader, aSchool, alder, anAgreement, anItem, birch, id } from "./agreement.test.data";
import { AgreementsTable, orderOf, writeOrder } from "./agreements-table";
import { emptyValues, toCreate, toRecord, toUpdate, valuesOf } from "./form-model";
import { endProblem, moneyProblem, noticeProblem } from "./form-words";
import { SchoolsSection } from "./schools-section";

withServer();

const path = `/api/v1/agreements/${id(1)}`;

function open(node: ReactNode, ...scopes: string[]) {
  answer("get", "/api/v1/me", zMe, aReader({ scopes }));
  return showRouted(node);
}

describe("the table", () => {
  test("says the name under which the partner signed, where it has another one now", () => {
    const item = anItem({ signed_as: "North Branch Tutors LLC" });
    const rest = {
      day: "2020-01-27",
      timeZone: "America/Chicago",
      order: orderOf(undefined),
      onOrder: vi.fn(),
    };
    open(<AgreementsTable agreements={[item]} {...rest} />);
    return screen
      .findByText(/North Branch Mentors, signed as North Branch Tutors LLC/)
      .then((said) => expect(said).toBeVisible());
  });

  test("says what, where it stands, whose turn it is and when it ends, and sorts by the end", async () => {
    const asked = vi.fn();
    const { user } = await showRouted(
      <AgreementsTable
        agreements={[anItem()]}
        day="2020-01-27"
        timeZone="America/Chicago"
        order={orderOf(undefined)}
        onOrder={asked}
      />,
    );
    const row = screen.getByRole("row", { name: /Afternoon mentoring/ });
    expect(within(row).getByRole("link")).toHaveAttribute("href", `/agreements/${id(1)}`);
    expect(row).toHaveTextContent("In review");
    expect(row).toHaveTextContent("3 of 5 confirmed");
    expect(row).toHaveTextContent("The school and the district office");
    // Changed at nine in the evening there, though the next day in London.
    expect(row).toHaveTextContent("Jan 24");
    await user.click(screen.getByRole("button", { name: "Ends" }));
    expect(asked).toHaveBeenCalledWith({ key: "ends_on", descending: false });
  });

  test("keeps the list's own order out of the address", () => {
    expect(writeOrder(orderOf(undefined))).toBeUndefined();
    for (const sort of ["ends_on", "-ends_on", "updated_at"] as const)
      expect(writeOrder(orderOf(sort))).toBe(sort);
  });
});

describe("the schools", () => {
  /** What the API tells of programs at schools under the agreement. */
  function runs(items: { id: string; program: { name: string }; school: { id: string } }[]) {
    const asked = vi.fn();
    server.use(
      http.get("*/api/v1/partnerships", ({ request }) => {
        asked(new URL(request.url).searchParams.get("agreement"));
        return HttpResponse.json({ items, next_cursor: null, links: {} });
      }),
    );
    return asked;
  }

  test("each lead to the threads of what runs there, and of nothing that runs elsewhere", async () => {
    const asked = runs([
      { id: id(31), program: { name: "Chess" }, school: alder },
      { id: id(32), program: { name: "Go" }, school: alder },
      {
        id: id(33),
        program: { name: "Chess" },
        school: aSchool({ id: id(99), name: "X" }, "confirmed").school,
      },
    ]);
    const schools = [aSchool(alder, "confirmed"), aSchool(birch, "declined")];
    await open(<SchoolsSection agreement={anAgreement({ schools })} />, "partnerships:read");
    const chess = await screen.findByRole("link", { name: `Thread of Chess at ${alder.name}` });
    expect(chess).toHaveAttribute("href", `/partnerships/${id(31)}/thread`);
    expect(screen.getAllByRole("link", { name: /^Thread/ })).toHaveLength(2);
    expect(asked).toHaveBeenCalledWith(id(1));
  });

  test("one that says no keeps its reason and does not hold up the others", async () => {
    const schools = [aSchool(alder, "pending", ["confirm"]), aSchool(birch, "declined")];
    runs([]);
    await open(<SchoolsSection agreement={anAgreement({ schools })} />);
    expect(await screen.findByRole("region", { name: "Schools, one by one" })).toHaveTextContent(
      "0 of 2 confirmed. A school that says no does not hold up the others.",
    );
    const [mine, other] = screen.getAllByRole("listitem");
    expect(mine).toHaveTextContent("Waiting for you");
    expect(other).toHaveTextContent("Omar Haddad, Jan 21");
    expect(other).toHaveTextContent("No room");
  });

  test("of a long list the first dozen, and the rest when asked", async () => {
    const schools = Array.from({ length: 15 }, (_, place) =>
      aSchool({ id: id(100 + place), name: `School ${place}` }, "confirmed"),
    );
    runs([]);
    const { user } = await open(<SchoolsSection agreement={anAgreement({ schools })} />);
    expect(await screen.findAllByRole("listitem")).toHaveLength(12);
    await user.click(screen.getByRole("button", { name: "Show 3 more schools" }));
    expect(screen.getAllByRole("listitem")).toHaveLength(15);
  });
});

describe("a step", () => {
  const agreement = anAgreement({ text_sha256: "a".repeat(64), allowed_moves: [] });
  rememberTag(agreement, '"7-x"');
  const noop = () => undefined;

  test("names its effect, is taken once and hands over the record as it is then", async () => {
    const now = anAgreement({ version: 8 });
    answer("post", `${path}/schools/${alder.id}/confirm`, zAgreementRead, now);
    const done = vi.fn();
    const act = { verb: "confirm", school: alder } as const;
    const { user } = await open(<ActDialog act={act} agreement={agreement} onClose={noop} onDone={done} />);
    const dialog = screen.getByRole("dialog", { name: "Confirm this agreement for Alderbrook School" });
    expect(dialog).toHaveTextContent("It does not sign anything.");
    await user.click(screen.getByRole("button", { name: "Confirm for Alderbrook School" }));
    await vi.waitFor(() => expect(done).toHaveBeenCalledWith(expect.objectContaining({ version: 8 })));
  });

  test("that is refused says what is missing, in words, and stays open", async () => {
    refuse("post", `${path}/approve`, 409, "agreement-cannot-move", { needs: ["schools_answered"] });
    const { user } = await open(
      <ActDialog act={{ verb: "approve" }} agreement={agreement} onClose={noop} onDone={noop} />,
    );
    await user.click(screen.getByRole("button", { name: "Approve" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "This is still missing: Every school confirmed or declined by its principal.",
    );
  });

  test("that needs a reason sends none without it, and keeps the words when it fails", async () => {
    const sent: unknown[] = [];
    server.use(
      http.post(`*${path}/request-changes`, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ title: "x", type: "urn:x:busy" }, { status: 503 });
      }),
    );
    const { user } = await open(
      <ActDialog act={{ verb: "request-changes" }} agreement={agreement} onClose={noop} onDone={noop} />,
    );
    await user.click(screen.getByRole("button", { name: "Ask for changes" }));
    expect(screen.getByRole("group", { name: "One thing needs fixing" })).toHaveFocus();
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText("What has to change?"), " Name the insurance. ");
    await user.click(screen.getByRole("button", { name: "Ask for changes" }));
    await vi.waitFor(() => expect(sent).toEqual([{ notes: [], reason: "Name the insurance." }]));
    expect(await screen.findByText(/went wrong on our side/)).toBeInTheDocument();
    expect(screen.getByLabelText("What has to change?")).toHaveValue(" Name the insurance. ");
  });

  test("signing sends the name, the consent and the fingerprint of the text that was read", async () => {
    const sent: unknown[] = [];
    server.use(
      http.post(`*${path}/sign`, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ title: "x", type: "urn:x:another-text" }, { status: 409 });
      }),
    );
    const { user } = await open(
      <ActDialog act={{ verb: "sign" }} agreement={agreement} onClose={noop} onDone={noop} />,
    );
    await screen.findByRole("dialog", { name: "Sign the agreement" });
    await user.type(screen.getByLabelText("Your full name"), "Harold Lindqvist");
    await user.type(screen.getByLabelText("Your title"), "Chief");
    await user.click(screen.getByRole("button", { name: "Sign" }));
    expect(screen.getByRole("link", { name: /Agree to sign electronically/ })).toBeInTheDocument();
    expect(sent).toEqual([]);
    await user.click(screen.getByLabelText(/I agree to sign electronically/));
    await user.click(screen.getByRole("button", { name: "Sign" }));
    await vi.waitFor(() =>
      expect(sent).toEqual([
        {
          name: "Harold Lindqvist",
          title: "Chief",
          consents: true,
          consent_in: "en",
          sha256: "a".repeat(64),
        },
      ]),
    );
    expect(await screen.findByText(/read it again before you sign/)).toBeInTheDocument();
  });
});

describe("the editor", () => {
  test("writes money, days and empty answers as the wire wants them", () => {
    const values = {
      ...emptyValues({ partner: id(2), school: alder.id }),
      title: " Mentoring ",
      starts_on: "2020-02-24",
      ends_on: "2020-06-11",
      notice_days: "",
      resources: [
        { party: "school" as const, text: " Gym ", value: "$1,800", promised_by_on: "", school_id: "" },
      ],
    };
    expect(toCreate(values)).toMatchObject({
      partner_id: id(2),
      school_ids: [alder.id],
      title: "Mentoring",
      purpose: null,
      notice_days: null,
      resources: [{ party: "school", text: "Gym", value: "1800.00", promised_by_on: null, school_id: null }],
    });
    expect(toCreate(values)).not.toHaveProperty("signed_elsewhere_on");
    expect(toRecord({ ...values, is_district_wide: true })).toMatchObject({
      school_ids: [],
      signed_elsewhere_on: null,
    });
  });

  test("sends only what changed, and schools with the district", () => {
    const values = { ...valuesOf(anAgreement()), is_district_wide: true, title: "New" };
    expect(toUpdate(["title"], values)).toEqual({ title: "New" });
    expect(toUpdate(["is_district_wide"], values)).toEqual({ is_district_wide: true, school_ids: [] });
  });

  test("says what is wrong with days, amounts and notice", () => {
    expect(endProblem("2020-01-01", { starts_on: "2020-01-02" })).toContain("before the first day");
    expect(endProblem("2020-01-02", { starts_on: "2020-01-02" })).toBe(true);
    expect(endProblem("2020-02-30", { starts_on: "2020-01-02" })).toContain("Enter a day");
    expect([moneyProblem(""), moneyProblem("1,800.50")]).toEqual([true, true]);
    expect(moneyProblem("a lot")).toContain("Enter an amount");
    expect([noticeProblem(""), noticeProblem("0"), noticeProblem("365")]).toEqual([true, true, true]);
    for (const wrong of ["366", "-1", "1.5", "soon"]) expect(noticeProblem(wrong)).toContain("whole number");
  });
});

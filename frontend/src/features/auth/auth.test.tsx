import { http, HttpResponse } from "msw";
import { describe, expect, test, vi } from "vitest";
import type { Me } from "@/api/gen/types.gen";
import { zMe } from "@/api/gen/zod.gen";
import { isSessionEnded, markSessionEnded } from "@/api/session-ended";
import { screen, showRouted } from "@/testing/render";
import { answer, refuse, server, withServer } from "@/testing/server";
import { SessionEndedDialog } from "./session-ended-dialog";
import { SignInPage } from "./sign-in-page";
import { standing } from "./standing";

withServer();

const me: Me = {
  person: {
    id: "018f0000-0000-7000-8000-000000000001",
    name: "Marisol Vega",
    email: "marisol@demo.example.org",
    locale: "en",
  },
  credential_id: null,
  tenant: {
    id: "018f0000-0000-7000-8000-000000000002",
    slug: "chicago",
    name: "Chicago",
    kind: "district",
    is_demonstration: true,
    today: "2020-01-27",
    time_zone: "America/Chicago",
    min_n: 10,
    expiring_window_days: 90,
  },
  tenants: [],
  roles: [],
  scopes: [],
};

type User = Awaited<ReturnType<typeof showRouted>>["user"];

async function enter(user: User, email: string, password: string) {
  if (email) await user.type(screen.getByLabelText("E-mail address"), email);
  if (password) await user.type(screen.getByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Sign in" }));
}

describe("signing in", () => {
  test("tells the page who it is and keeps the answer as the session", async () => {
    answer("post", "/api/v1/session", zMe, me, { status: 201 });
    const signedIn = vi.fn();
    const { user, queries } = await showRouted(<SignInPage onSignedIn={signedIn} />);
    await enter(user, " marisol@demo.example.org ", "secret");
    await vi.waitFor(() => expect(signedIn.mock.calls[0]?.[0]).toEqual(me));
    expect(
      queries
        .getQueryCache()
        .getAll()
        .some((query) => query.state.data !== undefined),
    ).toBe(true);
  });

  test("sends the address without the blanks around it, and the password as it is", async () => {
    const sent: unknown[] = [];
    server.use(
      http.post("*/api/v1/session", async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(me, { status: 201 });
      }),
    );
    const { user } = await showRouted(<SignInPage onSignedIn={() => undefined} />);
    await enter(user, " marisol@demo.example.org ", " a secret ");
    await vi.waitFor(() =>
      expect(sent).toEqual([{ email: "marisol@demo.example.org", password: " a secret " }]),
    );
  });

  test("names what is missing before anything is sent", async () => {
    const { user } = await showRouted(<SignInPage onSignedIn={() => undefined} />);
    await enter(user, "marisol", "");
    expect(screen.getByRole("group", { name: "2 things need fixing" })).toHaveFocus();
    expect(screen.getByLabelText("E-mail address")).toBeInvalid();
    await user.click(screen.getByRole("link", { name: "Enter your password" }));
    expect(screen.getByLabelText("Password")).toHaveFocus();
  });

  test.each([
    [401, "wrong-credentials", "do not match"],
    [503, "service-unavailable", "busy"],
    [403, "no-role-here", "no-role-here"],
  ])("a refusal with %s is one sentence", async (status, slug, words) => {
    refuse("post", "/api/v1/session", status, slug);
    const { user } = await showRouted(<SignInPage onSignedIn={() => undefined} />);
    await enter(user, "marisol@demo.example.org", "wrong");
    expect(await screen.findByRole("group", { name: "One thing needs fixing" })).toHaveTextContent(words);
    expect(screen.getByLabelText("E-mail address")).toBeValid();
  });

  test("without a connection says so", async () => {
    server.use(http.post("*/api/v1/session", () => HttpResponse.error()));
    const { user } = await showRouted(<SignInPage onSignedIn={() => undefined} />);
    await enter(user, "marisol@demo.example.org", "secret");
    expect(await screen.findByRole("group", { name: "One thing needs fixing" })).toHaveTextContent(
      "No answer came",
    );
  });

  test("the password is hidden until asked, and again when asked again", async () => {
    const { user } = await showRouted(<SignInPage onSignedIn={() => undefined} />);
    const toggle = screen.getByRole("button", { name: "Show password" });
    expect(screen.getByLabelText("Password")).toHaveAttribute("type", "password");
    await user.click(toggle);
    expect(screen.getByLabelText("Password")).toHaveAttribute("type", "text");
    expect(toggle).toHaveAccessibleName("Hide password");
    await user.click(toggle);
    expect(screen.getByLabelText("Password")).toHaveAttribute("type", "password");
  });

  test("the page changes its language", async () => {
    const { user } = await showRouted(<SignInPage onSignedIn={() => undefined} />);
    await user.click(screen.getByRole("button", { name: "Español" }));
    expect(await screen.findByRole("heading", { name: "Iniciar sesión" })).toBeInTheDocument();
  });
});

describe("a session that ended", () => {
  test("is taken up again in place, with the address filled in", async () => {
    markSessionEnded(true);
    answer("post", "/api/v1/session", zMe, me, { status: 201 });
    const { user } = await showRouted(
      <SessionEndedDialog email="marisol@demo.example.org" tenant="chicago" />,
    );
    expect(screen.getByRole("alertdialog", { name: "Sign in again to go on" })).toBeInTheDocument();
    expect(screen.getByLabelText("E-mail address")).toHaveValue("marisol@demo.example.org");
    await enter(user, "", "secret");
    await vi.waitFor(() => expect(isSessionEnded()).toBe(false));
  });
});

describe("who somebody is here", () => {
  const as = (role: string, schools: string[] = [], partner: string | null = null): Me => ({
    ...me,
    roles: [{ role, scope: "x", school_ids: schools, partner_id: partner, employer_partner_id: null }],
  });

  test.each([
    [as("partnership_coordinator", ["a", "b"]), "Coordinator, 2 schools"],
    [as("school_leader", ["a"]), "Principal"],
    [as("partnership_office"), "District office"],
    [as("partner_admin", [], "p"), "Partner administrator"],
    [as("something_new"), "Member"],
    [me, "No role here"],
  ])("is said in a few words", (session, words) => {
    expect(standing(session)).toBe(words);
  });
});

import { useQueryClient } from "@tanstack/react-query";
import { act } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Me } from "@/api/gen/types.gen";
import { ApiError } from "@/api/problem";
import { markSessionEnded } from "@/api/session-ended";
import { sessionQuery } from "@/features/auth";
import { announce } from "@/lib/announcer";
import { screen, show, showRouted } from "@/testing/render";
import { Announcer } from "./announcer";
import { ErrorPage } from "./error-page";
import { InShell } from "./frame";
import { placesFor } from "./nav";
import { OfflineBanner } from "./offline-banner";
import { Places } from "./places";
import { Shell } from "./shell";

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
    name: "Chicago demonstration",
    kind: "district",
    is_demonstration: true,
    today: "2020-01-27",
    time_zone: "America/Chicago",
    min_n: 10,
    expiring_window_days: 90,
  },
  tenants: [
    { slug: "chicago", name: "Chicago demonstration", kind: "district", roles: ["partnership_coordinator"] },
    { slug: "lakeside", name: "Lakeside network", kind: "network", roles: [] },
  ],
  roles: [
    {
      role: "partnership_coordinator",
      scope: "school",
      school_ids: ["a", "b"],
      partner_id: null,
      employer_partner_id: null,
    },
  ],
  scopes: ["schools:read"],
};

function SignedIn({ as }: { as: Me }) {
  useQueryClient().setQueryData(sessionQuery.queryKey, as);
  return <Shell />;
}

beforeEach(() => markSessionEnded(false));

describe("the frame", () => {
  test("has its landmarks, says where, who and which day, and that the demonstration is invented", async () => {
    await showRouted(<SignedIn as={me} />);
    expect(screen.getByRole("banner")).toHaveTextContent("Chicago demonstration");
    expect(screen.getByRole("banner")).toHaveTextContent("It is Monday, January 27, 2020");
    expect(screen.getByRole("button", { name: /Marisol Vega Coordinator, 2 schools/ })).toBeInTheDocument();
    expect(screen.getByRole("main")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Skip to main content" })).toHaveAttribute("href", "#main");
    expect(screen.getByRole("contentinfo")).toHaveTextContent("School figures are published records");
  });

  test("says nothing of a demonstration where there is none", async () => {
    await showRouted(<SignedIn as={{ ...me, tenant: { ...me.tenant, is_demonstration: false } }} />);
    expect(screen.getByRole("contentinfo")).toBeEmptyDOMElement();
    expect(screen.getByRole("banner")).not.toHaveTextContent("It is");
  });

  test("asks to sign in again when the session ended, without leaving the page", async () => {
    await showRouted(<SignedIn as={me} />);
    act(() => markSessionEnded(true));
    expect(await screen.findByRole("alertdialog", { name: "Sign in again to go on" })).toBeInTheDocument();
  });
});

describe("the places", () => {
  const labels = (session: Me, exists: (address: string) => boolean = () => true) =>
    placesFor(session, exists).map((place) => place.label.message);

  test("are those that exist and that the person may open", () => {
    expect(labels(me)).toEqual(["Home", "Schools"]);
    expect(
      labels({ ...me, scopes: ["schools:read", "needs:read"] }, (address) => address !== "/schools"),
    ).toEqual(["Home", "Needs"]);
  });

  test("are called by their own names for partner staff", () => {
    const roles = [
      { role: "partner_admin", scope: "partner", school_ids: [], partner_id: "p", employer_partner_id: "p" },
    ];
    expect(labels({ ...me, roles, scopes: ["schools:read", "agreements:read"] })).toEqual([
      "Home",
      "Our agreements",
    ]);
  });
});

describe("the place that is open", () => {
  const all = ["schools:read", "partners:read", "agreements:read", "papers:read"];
  const places = placesFor({ ...me, scopes: all }, () => true);

  test.each([
    ["/settings/half-sheets", "Schools"],
    ["/settings/agreements", "Agreements"],
    ["/settings/routes", "Agreements"],
    ["/settings/templates/t1", "Agreements"],
    ["/settings/tree", "Agreements"],
    ["/settings/requirements", "Papers"],
    ["/settings/files", "Papers"],
    ["/partners/queue", "Partners"],
  ])("of %s is %s", async (address, name) => {
    await showRouted(<Places label="Places" places={places} />, address);
    const open = screen.getAllByRole("link").filter((link) => link.hasAttribute("aria-current"));
    expect(open.map((link) => link.textContent)).toEqual([name]);
  });
});

describe("a page that cannot be shown", () => {
  const fail = (error: Error) => (
    <InShell value={true}>
      <ErrorPage error={error} reset={() => undefined} />
    </InShell>
  );

  test.each([
    [new ApiError(404, {}), "There is nothing here that you can see"],
    [new ApiError(403, { detail: "Only the office approves." }), "Your role does not open this page"],
    [new ApiError(0, {}), "No answer came"],
    [new Error("odd"), "This page could not be loaded"],
  ])("%s has one heading that says so", async (error, heading) => {
    await showRouted(fail(error));
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(heading);
  });

  test("gives a reference to quote and can be tried again", async () => {
    const reset = vi.fn();
    const { user } = await showRouted(
      <ErrorPage error={new ApiError(500, { request_id: "r-17" })} reset={reset} />,
    );
    expect(screen.getByRole("main")).toHaveTextContent("Reference r-17");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(reset).toHaveBeenCalledTimes(1);
  });
});

test("being offline is said, and no longer when it is over", () => {
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  show(<OfflineBanner />);
  expect(screen.getByRole("status")).toHaveTextContent("You are offline.");
  online.mockReturnValue(true);
  act(() => {
    window.dispatchEvent(new Event("online"));
  });
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

test("what is announced is in the one polite region", () => {
  show(<Announcer />);
  act(() => announce("3 selected"));
  expect(screen.getByRole("status")).toHaveTextContent("3 selected");
});

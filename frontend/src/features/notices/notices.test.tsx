import { useQueryClient } from "@tanstack/react-query";
import { act, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test } from "vitest";
import type { PreferencesRead, PreferencesWrite } from "@/api/gen/types.gen";
import { zNoticePage, zPreferencesRead, zUnreadRead } from "@/api/gen/zod.gen";
import { rememberTag } from "@/api/entity-tags";
import { sessionQuery } from "@/features/auth";
import { lastAnnouncement } from "@/lib/announcer";
import { screen, showRouted } from "@/testing/render";
import { answer, server, withServer } from "@/testing/server";
import { Bell } from "./bell";
import { NoticesPage } from "./notices-page";
import { aNotice, aReader, somePreferences } from "./notices.test.data";
import { PreferencesForm } from "./preferences-form";
import { unreadQuery } from "./unread";

withServer();

const count = (unread: number) => {
  const newest = unread > 0 ? "2020-01-25T14:00:00Z" : null;
  answer("get", "/api/v1/me/notices/unread", zUnreadRead, { unread, newest_at: newest });
};

describe("the bell", () => {
  test("says how many are unread, and aloud when there are more", async () => {
    count(2);
    const { queries } = await showRouted(<Bell isOn />);
    expect(await screen.findByRole("link", { name: "Notices, 2 unread" }, { timeout: 5000 })).toBeVisible();
    expect(lastAnnouncement()).toBe("");
    count(5);
    await act(() => queries.invalidateQueries({ queryKey: unreadQuery().queryKey }));
    expect(await screen.findByRole("link", { name: "Notices, 5 unread" })).toBeVisible();
    expect(lastAnnouncement()).toBe("3 new notices");
    count(0);
    await act(() => queries.invalidateQueries({ queryKey: unreadQuery().queryKey }));
    expect(await screen.findByRole("link", { name: "Notices" })).toBeVisible();
    expect(lastAnnouncement()).toBe("3 new notices");
  });

  test("asks nothing once the session ended", async () => {
    let asked = 0;
    server.use(
      http.get("*/api/v1/me/notices/unread", () => {
        asked += 1;
        return HttpResponse.json({ unread: 1, newest_at: null });
      }),
    );
    await showRouted(<Bell isOn={false} />);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(asked).toBe(0);
  });
});

function Page() {
  useQueryClient().setQueryData(sessionQuery.queryKey, aReader());
  return <NoticesPage asked={{}} />;
}

describe("the list", () => {
  test("marks all as read until the newest that is shown", async () => {
    const bodies: unknown[] = [];
    count(1);
    answer("get", "/api/v1/me/notice-preferences", zPreferencesRead, { version: 0, items: [] });
    answer("get", "/api/v1/me/notices", zNoticePage, {
      items: [
        aNotice(),
        aNotice({
          id: "018f0000-0000-7000-8000-000000000077",
          kind: "agreement_rejected",
          created_at: "2020-01-24T14:00:00Z",
          read_at: "2020-01-24T15:00:00Z",
        }),
      ],
      next_cursor: null,
      links: { self: "/", next: null },
    });
    server.use(
      http.post("*/api/v1/me/notices/read-all", async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json({ read: 1 });
      }),
    );
    const { user } = await showRouted(<Page />);
    const first = await screen.findByRole("region", { name: "Saturday, January 25, 2020" });
    expect(within(first).getByRole("link")).toHaveAccessibleName(
      "Unread: “Reading club” with Riverbend Learning was approved",
    );
    const second = screen.getByRole("region", { name: "Friday, January 24, 2020" });
    expect(within(second).getByRole("link")).toHaveAccessibleName(
      "“Reading club” with Riverbend Learning was rejected",
    );
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("1 notice you have not read");
    await user.click(screen.getByRole("button", { name: "Mark all as read" }));
    expect(await screen.findByText("1 notice is marked as read.")).toBeVisible();
    expect(bodies).toEqual([{ until: "2020-01-25T14:00:00Z" }]);
  });
});

const path = "/api/v1/me/notice-preferences";
const item = (kind: string, email: "off" | "instant" | "daily" | "weekly", is_default = true) =>
  ({ kind, in_app: true, email, is_default }) as const;
const start = () => somePreferences(0, [item("agreement_ending", "instant"), item("result_posted", "daily")]);

/** Answers what is put at the version asked for, refuses any other, and keeps what came. */
function keeps(now: PreferencesRead): PreferencesWrite[] {
  const bodies: PreferencesWrite[] = [];
  const read = () => HttpResponse.json(now, { headers: { ETag: `"${now.version}"` } });
  server.use(
    http.get(`*${path}`, read),
    http.put<never, PreferencesWrite>(`*${path}`, async ({ request }) => {
      if (request.headers.get("If-Match") !== `"${now.version}"`)
        return HttpResponse.json(
          { type: "urn:alongside:problem:changed", title: "Changed" },
          { status: 412 },
        );
      const body = await request.json();
      bodies.push(body);
      const items = now.items.map((each) => {
        const chosen = body.items.find(({ kind }) => kind === each.kind);
        return chosen ? { ...each, ...chosen, is_default: false } : each;
      });
      now = { version: now.version + 1, items };
      return read();
    }),
  );
  return bodies;
}

async function openForm() {
  const preferences = start();
  rememberTag(preferences, '"0"');
  const shown = await showRouted(<PreferencesForm preferences={preferences} />);
  const email = (event: string) => screen.getByRole("combobox", { name: `By e-mail: ${event}` });
  const save = () => shown.user.click(screen.getByRole("button", { name: "Save choices" }));
  return { ...shown, email, save };
}

describe("the choices", () => {
  test("are saved, only those that differ", async () => {
    const bodies = keeps(start());
    const { user, email, save } = await openForm();
    await user.selectOptions(email("An agreement ends soon"), "Once a week");
    await user.click(screen.getByRole("checkbox", { name: "In the app: An agreement ends soon" }));
    await save();
    expect(await screen.findByText("Your choices are saved.")).toBeVisible();
    expect(bodies).toEqual([{ items: [{ kind: "agreement_ending", in_app: false, email: "weekly" }] }]);
  });

  test("join what another window saved, where only one of the two changed something", async () => {
    const bodies = keeps({
      ...start(),
      version: 1,
      items: [item("agreement_ending", "off", false), item("result_posted", "daily")],
    });
    const { user, email, save } = await openForm();
    await user.selectOptions(email("Results are posted"), "Once a week");
    await save();
    expect(await screen.findByText("Your choices are saved.")).toBeVisible();
    expect(email("An agreement ends soon")).toHaveValue("off");
    expect(bodies.at(-1)?.items).toEqual([
      { kind: "agreement_ending", in_app: true, email: "off" },
      { kind: "result_posted", in_app: true, email: "weekly" },
    ]);
  });

  test("ask which to keep, where both changed the same event", async () => {
    const bodies = keeps({
      ...start(),
      version: 1,
      items: [item("agreement_ending", "off", false), item("result_posted", "daily")],
    });
    const { user, email, save } = await openForm();
    await user.selectOptions(email("An agreement ends soon"), "Once a week");
    await save();
    const choice = await screen.findByRole("radiogroup", { name: "An agreement ends soon" });
    expect(choice).toHaveTextContent("In the app. By e-mail: Once a week");
    expect(bodies).toEqual([]);
    await user.click(within(choice).getByRole("radio", { name: "In the app. By e-mail: No e-mail" }));
    await user.click(screen.getByRole("button", { name: "Use these and save" }));
    await waitFor(() => expect(screen.getByText("Your choices are saved.")).toBeVisible());
    expect(email("An agreement ends soon")).toHaveValue("off");
    expect(bodies.at(-1)?.items).toEqual([{ kind: "agreement_ending", in_app: true, email: "off" }]);
  });
});

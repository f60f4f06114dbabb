import { useSuspenseQuery } from "@tanstack/react-query";
import { http, HttpResponse } from "msw";
import { Suspense } from "react";
import { expect, test, vi } from "vitest";
import { shareWithTag } from "@/api/entity-tags";
import type { PaperRead } from "@/api/gen/types.gen";
import { screen, showRouted } from "@/testing/render";
import { server, withServer } from "@/testing/server";
import { paperQuery } from "./api";
import { aPaper, id } from "./office.test.data";
import { AcceptDialog, RejectDialog } from "./queue-decide-dialog";

withServer();

const problem = (status: number, slug: string) =>
  HttpResponse.json(
    { type: `urn:alongside:problem:${slug}`, title: slug, status, detail: null, instance: "urn:test" },
    { status, headers: { "Content-Type": "application/problem+json" } },
  );

/** A server that holds one paper and takes decisions on its version only. */
function holds(first: PaperRead) {
  const state = { paper: first, reasons: [] as unknown[] };
  const tag = () => `"${state.paper.version}-hash"`;
  const decide = (status: "accepted" | "rejected") => async (request: Request) => {
    if (state.paper.status !== "submitted") return problem(409, "paper-cannot-move");
    if (request.headers.get("If-Match") !== tag()) return problem(412, "precondition-failed");
    if (status === "rejected") state.reasons.push(await request.json());
    state.paper = aPaper({ ...state.paper, status, state: status, version: state.paper.version + 1 });
    return HttpResponse.json(state.paper, { headers: { ETag: tag() } });
  };
  server.use(
    http.get("*/api/v1/papers/:id", () => HttpResponse.json(state.paper, { headers: { ETag: tag() } })),
    http.post("*/api/v1/papers/:id/accept", ({ request }) => decide("accepted")(request)),
    http.post("*/api/v1/papers/:id/reject", ({ request }) => decide("rejected")(request)),
  );
  return state;
}

function Reject({ onDone }: { onDone: () => void }) {
  const paper = useSuspenseQuery(paperQuery(id(2))).data;
  return <RejectDialog paper={paper} onClose={() => undefined} onDone={onDone} />;
}

function Accept({ onDone }: { onDone: () => void }) {
  const paper = useSuspenseQuery(paperQuery(id(2))).data;
  return <AcceptDialog paper={paper} onClose={() => undefined} onDone={onDone} />;
}

test("turning down needs a reason, and sends it with the version that was looked at", async () => {
  const state = holds(aPaper());
  const done = vi.fn();
  const { user } = await showRouted(
    <Suspense>
      <Reject onDone={done} />
    </Suspense>,
  );
  await user.click(await screen.findByRole("button", { name: "Turn down" }));
  expect(await screen.findByRole("link", { name: "Say what is wrong, in a sentence or two" })).toBeVisible();
  expect(state.reasons).toEqual([]);
  await user.type(screen.getByLabelText("What is wrong with it"), "It names the landlord.");
  await user.click(screen.getByRole("button", { name: "Turn down" }));
  await vi.waitFor(() => expect(done).toHaveBeenCalled());
  expect(state.reasons).toEqual([{ reason: "It names the landlord." }]);
});

test("a paper that changed meanwhile is shown again; the reason is kept and goes with the newer version", async () => {
  const state = holds(aPaper());
  const done = vi.fn();
  const { user, queries } = await showRouted(
    <Suspense>
      <Reject onDone={done} />
    </Suspense>,
  );
  queries.setDefaultOptions({ queries: { retry: false, structuralSharing: shareWithTag } });
  await user.type(await screen.findByLabelText("What is wrong with it"), "Too low.");
  state.paper = aPaper({ version: 4, limit_each: "750000.00" });
  await user.click(screen.getByRole("button", { name: "Turn down" }));
  expect(await screen.findByText(/The paper changed since you opened it/)).toBeVisible();
  expect(screen.getByLabelText("What is wrong with it")).toHaveValue("Too low.");
  await user.click(screen.getByRole("button", { name: "Turn down" }));
  await vi.waitFor(() => expect(done).toHaveBeenCalled());
  expect(state.reasons).toEqual([{ reason: "Too low." }]);
});

test("whoever is late learns who decided and what", async () => {
  const state = holds(aPaper());
  const done = vi.fn();
  const { user } = await showRouted(
    <Suspense>
      <Accept onDone={done} />
    </Suspense>,
  );
  await screen.findByRole("button", { name: "Accept" });
  state.paper = aPaper({
    version: 4,
    status: "rejected",
    state: "rejected",
    reviewed_by: { id: id(9), name: "Gordon Abara" },
  });
  await user.click(screen.getByRole("button", { name: "Accept" }));
  expect(await screen.findByText(/Gordon Abara was faster: it is now “Turned down”/)).toBeVisible();
  expect(done).not.toHaveBeenCalled();
});

import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { refuse, server, withServer } from "@/testing/server";
import { activateLanguage } from "@/lib/i18n";
import { ifMatch, rememberTag, shareWithTag } from "./entity-tags";
import { client } from "./gen/client.gen";
import { createQueries } from "./queries";
import { ApiError, isApiError, pointerToField } from "./problem";
import { isSessionEnded, markSessionEnded, onSessionChange } from "./session-ended";

withServer();

beforeEach(() => markSessionEnded(false));

type Sent = { key: string | null; ifMatch: string | null };

/** Answers each POST in turn with these statuses and keeps what was sent. */
function answers(statuses: readonly number[], sent: Sent[], type = "urn:alongside:problem:x"): void {
  const left = [...statuses];
  server.use(
    http.post("*/api/v1/things", ({ request }) => {
      sent.push({ key: request.headers.get("Idempotency-Key"), ifMatch: request.headers.get("If-Match") });
      const status = left.shift() ?? 201;
      if (status === 0) return HttpResponse.error();
      return HttpResponse.json({ type, title: "x", status }, { status });
    }),
  );
}

const create = (body: object) =>
  client.post({ url: "/api/v1/things", body, headers: { "Content-Type": "application/json" } });

async function failure(run: () => Promise<{ error?: unknown }>): Promise<ApiError> {
  const { error } = await run();
  if (!isApiError(error)) throw new Error("it did not fail as it should");
  return error;
}

describe("a write", () => {
  test("keeps its key while no clear answer came, and gets a new one afterwards", async () => {
    const sent: Sent[] = [];
    answers([0, 503, 201, 201], sent);
    for (let press = 0; press < 4; press += 1) await create({ name: "Chess" });
    const keys = sent.map((one) => one.key);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]);
    expect(keys[3]).not.toBe(keys[0]);
  });

  test("that says something else has a key of its own", async () => {
    const sent: Sent[] = [];
    answers([0, 0], sent);
    await create({ name: "Chess" });
    await create({ name: "Checkers" });
    expect(sent[0]?.key).not.toBe(sent[1]?.key);
  });

  test("that is still running keeps its key; one that was refused does not", async () => {
    const sent: Sent[] = [];
    answers([409], sent, "urn:alongside:problem:request-in-flight");
    await create({ name: "Slow" });
    answers([422, 201], sent);
    await create({ name: "Slow" });
    await create({ name: "Slow" });
    expect(sent[1]?.key).toBe(sent[0]?.key);
    expect(sent[2]?.key).not.toBe(sent[0]?.key);
  });

  test("of a session carries no key", async () => {
    const keys: (string | null)[] = [];
    server.use(
      http.post("*/api/v1/session", ({ request }) => {
        keys.push(request.headers.get("Idempotency-Key"));
        return HttpResponse.json({}, { status: 201 });
      }),
    );
    await client.post({ url: "/api/v1/session", body: {} });
    expect(keys).toEqual([null]);
  });
});

test("a conflict that is no problem document still counts as an answer", async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.post("*/api/v1/things", ({ request }) => {
      keys.push(request.headers.get("Idempotency-Key"));
      return new HttpResponse("busy", { status: 409 });
    }),
  );
  await create({ name: "Twice" });
  await create({ name: "Twice" });
  expect(keys[0]).not.toBe(keys[1]);
});

describe("a version", () => {
  test("is remembered with the record and survives an equal answer", async () => {
    server.use(
      http.get("*/api/v1/things/1", () => HttpResponse.json({ a: 1 }, { headers: { ETag: '"3-aa"' } })),
    );
    const { data } = await client.get({ url: "/api/v1/things/1" });
    const read = data as object;
    expect(ifMatch(read)).toEqual({ "If-Match": '"3-aa"' });
    const again = { a: 1 };
    rememberTag(again, '"4-bb"');
    const kept = shareWithTag(read, again);
    expect(kept).toBe(read);
    expect(ifMatch(read)).toEqual({ "If-Match": '"4-bb"' });
    expect(shareWithTag(read, 5)).toBe(5);
  });

  test("of a record that came in a list is the one it carries", () => {
    expect(ifMatch({ version: 7 })).toEqual({ "If-Match": '"7"' });
    const read = { version: 7 };
    rememberTag(read, '"7-aa"');
    expect(ifMatch(read)).toEqual({ "If-Match": '"7-aa"' });
  });

  test("of a record that was never read is not invented", () => {
    expect(() => ifMatch({})).toThrow(/not read/);
  });
});

describe("a failure", () => {
  test("names the fields as the form does, with a reference to quote", async () => {
    refuse("get", "/api/v1/things", 422, "data-validation-failed", {
      detail: "Two values need mending",
      request_id: "r-17",
      errors: [
        { pointer: "/students/0/grade~1level", code: "x", detail: "Enter a grade" },
        { pointer: "#/ends_on", code: "date_order", detail: "Enter a later day" },
        { nothing: true },
      ],
    });
    const error = await failure(() => client.get({ url: "/api/v1/things" }));
    expect(error.message).toBe("Two values need mending");
    expect(error.slug).toBe("data-validation-failed");
    expect(error.reference).toBe("r-17");
    expect(error.fields).toEqual([
      { field: "students.0.grade/level", code: "x", message: "Enter a grade" },
      { field: "ends_on", code: "date_order", message: "Enter a later day" },
    ]);
    expect([error.isOffline, error.isConflict, error.isForbidden, error.isNotFound]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test("without an answer is its own kind", async () => {
    server.use(http.get("*/api/v1/things", () => HttpResponse.error()));
    const error = await failure(() => client.get({ url: "/api/v1/things" }));
    expect(error.isOffline).toBe(true);
    expect(error.slug).toBe("no-answer");
  });

  test("that is no problem document is still told in words", async () => {
    server.use(http.get("*/api/v1/things", () => new HttpResponse("<html>", { status: 502 })));
    const error = await failure(() => client.get({ url: "/api/v1/things" }));
    expect(error.status).toBe(502);
    expect(error.slug).toBe("error");
    expect(error.message).toBe("The request could not be done");
  });

  test("401 ends the session, but not when the password was wrong", async () => {
    let told = 0;
    const leave = onSessionChange(() => (told += 1));
    refuse("post", "/api/v1/session", 401, "wrong-credentials");
    await client.post({ url: "/api/v1/session", body: {} });
    expect(isSessionEnded()).toBe(false);
    refuse("get", "/api/v1/things", 401, "authentication-required");
    await client.get({ url: "/api/v1/things" });
    await client.get({ url: "/api/v1/things" });
    expect(isSessionEnded()).toBe(true);
    expect(told).toBe(1);
    leave();
  });

  test("is said in Spanish to who reads Spanish, else in the server's words", async () => {
    await activateLanguage("es");
    refuse("get", "/api/v1/things", 404, "not-found", { title: "There is nothing here that you may see" });
    const told = await failure(() => client.get({ url: "/api/v1/things" }));
    refuse("get", "/api/v1/things", 404, "x", { title: "There is no such thing" });
    const untold = await failure(() => client.get({ url: "/api/v1/things" }));
    vi.doMock("./spoken/spoken", () => {
      throw new Error("the file of Spanish did not come");
    });
    vi.resetModules();
    refuse("get", "/api/v1/things", 404, "not-found", { title: "There is nothing here that you may see" });
    const unread = await failure(() => client.get({ url: "/api/v1/things" }));
    vi.doUnmock("./spoken/spoken");
    await activateLanguage("en");
    expect(unread.message).toBe("There is nothing here that you may see");
    expect(told.message).toBe("Aquí no hay nada que usted pueda ver");
    expect(untold.message).toBe("There is no such thing");
  });
});

describe("an edit that came too late", () => {
  test("is a conflict, and asks for nothing by itself: the page knows which record to read again", async () => {
    let asked = 0;
    server.use(
      http.get("*/api/v1/things/*", () => {
        asked += 1;
        return HttpResponse.json({});
      }),
    );
    for (const address of ["/api/v1/things/1/approve", "/api/v1/things/1/parts/2/answer"]) {
      refuse("post", address, 412, "optimistic-lock-failed");
      const error = await failure(() => client.post({ url: address }));
      expect([error.isConflict, asked]).toEqual([true, 0]);
    }
    refuse("patch", "/api/v1/things/1", 412, "optimistic-lock-failed");
    const error = await failure(() => client.patch({ url: "/api/v1/things/1", body: { name: "Mine" } }));
    expect([error.isConflict, asked]).toEqual([true, 0]);
  });
});

test("a pointer is read as a path", () => {
  expect(pointerToField("/a/b~0c")).toBe("a.b~c");
  expect(pointerToField("")).toBe("");
});

test("reads are tried again when nobody answered, refusals are not", () => {
  const { retry, retryDelay } = createQueries().getDefaultOptions().queries ?? {};
  if (typeof retry !== "function" || typeof retryDelay !== "function") throw new Error("no rule for retries");
  const failed = (status: number) => new ApiError(status, {});
  expect(retry(0, failed(0))).toBe(true);
  expect(retry(0, failed(503))).toBe(true);
  expect(retry(0, failed(404))).toBe(false);
  expect(retry(2, failed(503))).toBe(false);
  expect(retry(0, new Error("odd"))).toBe(true);
  expect(retryDelay(1, failed(0))).toBe(1000);
});

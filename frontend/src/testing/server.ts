/** Answers requests in unit tests; a body is held against the contract first, so that no invented answer can drift. */
import { http, HttpResponse, type JsonBodyType } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { ZodType } from "zod";
import { startClient } from "@/api/client";

export const server = setupServer();

let started = false;

/** Starts the API client and the server for a test file; call it at the top of the file. */
export function withServer(): void {
  beforeAll(() => {
    server.listen({ onUnhandledFrame: "error" });
    if (!started) startClient();
    started = true;
  });
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
}

type Method = "get" | "post" | "put" | "patch" | "delete";

/** `answer("get", "/api/v1/me", zMe, me)`: the body must be what the contract says. */
export function answer<T extends JsonBodyType>(
  method: Method,
  path: string,
  schema: ZodType<T>,
  body: T,
  init: { status?: number; headers?: Record<string, string> } = {},
): void {
  const checked = schema.parse(body);
  server.use(http[method](`*${path}`, () => HttpResponse.json(checked, init)));
}

/** A problem document, as every failed request is answered. */
export function refuse(
  method: Method,
  path: string,
  status: number,
  slug: string,
  more: Record<string, JsonBodyType> = {},
): void {
  const problem = {
    type: `urn:alongside:problem:${slug}`,
    title: slug,
    status,
    detail: null,
    instance: "urn:test",
    ...more,
  };
  server.use(
    http[method](`*${path}`, () =>
      HttpResponse.json(problem, { status, headers: { "Content-Type": "application/problem+json" } }),
    ),
  );
}

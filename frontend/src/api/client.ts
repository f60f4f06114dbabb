/**
 * Sets the generated client up once: same-origin credentials, one key per intention, versions remembered,
 * and every failure turned into an `ApiError`.
 */
import { rememberTag } from "./entity-tags";
import { client } from "./gen/client.gen";
import { keyFor, settle, takesKey } from "./idempotency";
import { ApiError, isRecord } from "./problem";
import { markSessionEnded } from "./session-ended";

const KEY = "Idempotency-Key";

export function startClient(origin: string = window.location.origin): void {
  client.setConfig({ baseUrl: origin, credentials: "same-origin" });

  client.interceptors.request.use(async (request) => {
    if (takesKey(request) && !request.headers.has(KEY)) {
      const key = await keyFor(request);
      request.headers.set(KEY, key);
    }
    return request;
  });

  client.interceptors.response.use(async (response, request, options) => {
    const tag = response.headers.get("ETag");
    if (tag && response.ok) {
      const transform = options.responseTransformer;
      options.responseTransformer = async (body: unknown) => {
        const record: unknown = transform ? await transform(body) : body;
        rememberTag(record, tag);
        return record;
      };
    }
    if (request.headers.has(KEY)) settle(request, response.status, await slugOf(response));
    return response;
  });

  client.interceptors.error.use(async (error, response, request) => {
    if (!response) return new ApiError(0, { title: "No answer came", detail: reason(error) });
    const signingIn = request?.method === "POST" && new URL(request.url).pathname.endsWith("/session");
    if (response.status === 401 && !signingIn) markSessionEnded(true);
    const problem = isRecord(error) ? error : {};
    const current = response.status === 412 && request ? await readCurrent(request) : undefined;
    return new ApiError(response.status, problem, problem["current"] ?? current);
  });
}

async function slugOf(response: Response): Promise<string | null> {
  if (response.status !== 409) return null;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return isRecord(body) && typeof body["type"] === "string" ? (body["type"].split(":").at(-1) ?? null) : null;
}

/** The record that somebody else changed, read again: from the same address, or a move's parent. */
async function readCurrent(request: Request): Promise<unknown> {
  // What is put as a whole has no address of its own to read: the caller reads its record again.
  if (request.method === "PUT") return undefined;
  const address = new URL(request.url);
  if (request.method === "POST") address.pathname = address.pathname.replace(/\/[^/]+$/, "");
  try {
    const response = await fetch(address, {
      credentials: "same-origin",
      headers: { Accept: "application/json" },
    });
    if (!response.ok) return undefined;
    const record: unknown = await response.json();
    const tag = response.headers.get("ETag");
    if (tag) rememberTag(record, tag);
    return record;
  } catch {
    return undefined;
  }
}

function reason(error: unknown): string | null {
  return error instanceof Error ? error.message : null;
}

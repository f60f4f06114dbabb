/**
 * Sets the generated client up once: same-origin credentials, one key per intention, versions remembered,
 * and every failure turned into an `ApiError`.
 */
import { i18n } from "@lingui/core";
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
    return new ApiError(response.status, await inLanguage(problem));
  });
}

/** Only a reader of Spanish fetches what says it in Spanish, and without it the server's words stand. */
async function inLanguage(problem: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  if (i18n.locale !== "es") return problem;
  const spoken = await import("./spoken/spoken").catch(() => null);
  return spoken === null ? problem : spoken.spokenProblem(problem);
}

async function slugOf(response: Response): Promise<string | null> {
  if (response.status !== 409) return null;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return isRecord(body) && typeof body["type"] === "string" ? (body["type"].split(":").at(-1) ?? null) : null;
}

function reason(error: unknown): string | null {
  return error instanceof Error ? error.message : null;
}

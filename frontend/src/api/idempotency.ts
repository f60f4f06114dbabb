/**
 * One key per intention: a POST that got no clear answer keeps its key when the person presses the button again,
 * so that a lost answer never makes a second record.
 */
const unanswered = new Map<string, string>();
/** A request's body can be read once, before it is sent; the answer is matched by the request itself. */
const intentions = new WeakMap<Request, string>();

async function intention(request: Request): Promise<string> {
  return `${request.method} ${request.url}\n${await request.clone().text()}`;
}

/** Sign-in and tokens are not repeatable by key. */
export function takesKey(request: Request): boolean {
  return request.method === "POST" && !/\/(session|token)(\/|$)/.test(new URL(request.url).pathname);
}

export async function keyFor(request: Request): Promise<string> {
  const what = await intention(request);
  const key = unanswered.get(what) ?? crypto.randomUUID();
  unanswered.set(what, key);
  intentions.set(request, what);
  return key;
}

/** The server answered for good: the next press is a new intention. A 5xx or a request still running is not an answer. */
export function settle(request: Request, status: number, slug: string | null): void {
  const what = intentions.get(request);
  if (what === undefined || status >= 500 || slug === "request-in-flight") return;
  unanswered.delete(what);
}

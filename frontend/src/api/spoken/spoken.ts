/**
 * The server's words in the reader's language. English is as the server says it; Spanish is found by the problem's slug and
 * each field's code, in files that only somebody who reads Spanish and was refused something fetches. What has no Spanish here
 * stays as the server says it.
 */
import { i18n } from "@lingui/core";
import { formatDay } from "@/lib/dates";

/** One sentence for a code, or one for each thing that it is said of, by the server's own; `""` is for all others. */
type Told = string | Readonly<Record<string, string>>;
export type Catalog = Readonly<Record<string, Told>>;

export type Fault = {
  pointer: string;
  code: string;
  detail: string;
  params?: Readonly<Record<string, number | string>> | null;
};
type Said = { title?: unknown; detail?: unknown; type?: unknown; errors?: unknown };

/** A problem document with its words in the language of the page. */
export async function spokenProblem<T extends Said>(problem: T): Promise<T> {
  if (i18n.locale !== "es") return problem;
  const problems = await load(() => import("./problems.es.json"));
  const slug = typeof problem.type === "string" ? (problem.type.split(/[:/]/).at(-1) ?? "") : "";
  const title = words(problems, slug, "", {}) ?? problem.title;
  const exact = typeof problem.detail === "string" ? exactly(problems[slug], problem.detail) : undefined;
  const errors = Array.isArray(problem.errors)
    ? await spokenFaults(problem.errors.filter(isFault))
    : problem.errors;
  // A detail that has no Spanish of its own is told less exactly, but in Spanish.
  const detail = exact ?? (problem.detail && title !== problem.title ? title : problem.detail);
  return { ...problem, title, detail, errors };
}

/** What is wrong with fields, in the language of the page. */
export async function spokenFaults<T extends Fault>(faults: readonly T[]): Promise<T[]> {
  if (i18n.locale !== "es" || faults.length === 0) return [...faults];
  const fields = await load(() => import("./fields.es.json"));
  return faults.map((fault) => ({
    ...fault,
    detail: words(fields, known(fields, fault.code), fault.detail, fault.params ?? {}) ?? fault.detail,
  }));
}

/** Lists of terms are the district's own, so `unknown_grade` and its like are as many as there are lists. */
function known(catalog: Catalog, code: string): string {
  return code in catalog || !code.startsWith("unknown_") ? code : "unknown_term";
}

/** The sentence for a code; `undefined` when there is none or a value is missing that it names. */
export function words(
  catalog: Catalog,
  code: string,
  english: string,
  params: Readonly<Record<string, number | string>>,
): string | undefined {
  const told = catalog[code];
  if (told === undefined) return undefined;
  if (typeof told === "string") return filled(told, params);
  const withValues = Object.values(told).filter((each) => each.includes("{"));
  return told[english] ?? withValues.map((each) => filled(each, params)).find(Boolean) ?? told[""];
}

function exactly(told: Told | undefined, english: string): string | undefined {
  return typeof told === "object" ? told[english] : undefined;
}

function filled(sentence: string, params: Readonly<Record<string, number | string>>): string | undefined {
  let whole = true;
  const said = sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) whole = false;
    return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? formatDay(value, "long")
      : String(value);
  });
  return whole ? said : undefined;
}

/** Without the file (the connection went) the server's own words are better than none. */
async function load(file: () => Promise<{ default: Catalog }>): Promise<Catalog> {
  try {
    return (await file()).default;
  } catch {
    return {};
  }
}

function isFault(error: unknown): error is Fault {
  return (
    typeof error === "object" &&
    error !== null &&
    "pointer" in error &&
    "code" in error &&
    "detail" in error &&
    typeof error.detail === "string" &&
    typeof error.code === "string"
  );
}

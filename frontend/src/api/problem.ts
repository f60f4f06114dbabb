/** What went wrong, typed: every failed request ends as an `ApiError`, whether the server answered or not. */
import type { ProblemDocument } from "./gen/types.gen";

export type FieldProblem = { field: string; code: string; message: string };

export class ApiError extends Error {
  override readonly name = "ApiError";
  /** The HTTP status, or 0 when no answer came. */
  readonly status: number;
  /** The problem's own name, such as `data-validation-failed`. */
  readonly slug: string;
  readonly title: string;
  readonly detail: string | null;
  /** What to quote when asking for help. */
  readonly reference: string | null;
  readonly fields: readonly FieldProblem[];
  /** Whatever else the problem says, such as the moves that are possible. */
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: Readonly<Record<string, unknown>>) {
    const title = text(problem["title"]) ?? "The request could not be done";
    super(text(problem["detail"]) ?? title);
    this.status = status;
    this.title = title;
    this.detail = text(problem["detail"]);
    this.slug = text(problem["type"])?.split(/[:/]/).at(-1) ?? (status === 0 ? "no-answer" : "error");
    this.reference = text(problem["request_id"]) ?? text(problem["instance"]);
    this.fields = fieldsOf(problem["errors"]);
    this.problem = problem;
  }

  get isOffline(): boolean {
    return this.status === 0;
  }

  get isConflict(): boolean {
    return this.status === 412;
  }

  get isForbidden(): boolean {
    return this.status === 403;
  }

  get isNotFound(): boolean {
    return this.status === 404;
  }
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}

/** `/students/0/grade_level` is the form's `students.0.grade_level`. */
export function pointerToField(pointer: string): string {
  return pointer
    .replace(/^#/, "")
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}

function fieldsOf(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isField).map((error) => ({
    field: pointerToField(error.pointer),
    code: error.code,
    message: error.detail,
  }));
}

type WireField = NonNullable<ProblemDocument["errors"]>[number];

function isField(error: unknown): error is WireField {
  return isRecord(error) && typeof error["pointer"] === "string" && typeof error["detail"] === "string";
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

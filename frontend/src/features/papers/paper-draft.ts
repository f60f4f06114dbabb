/** A paper as its form holds it, and what a new one or an edit sends. */
import type { PaperCreate, PaperUpdate } from "@/api/gen/types.gen";
import { parseMoney } from "@/lib/numbers";
import type { Asked, Paper, PaperKind } from "./api";
import { coverages, paperKinds } from "./words";

export type Draft = {
  kind: string;
  coverage: string;
  carrier: string;
  policy_number: string;
  limit_each: string;
  limit_aggregate: string;
  /** Ticked: the district is named as additional insured. */
  names_district: boolean;
  program_id: string;
  effective_on: string;
  expires_on: string;
  note: string;
  file: string;
};

export type FieldName = keyof Draft;

const nothing: Draft = {
  kind: "insurance_certificate",
  coverage: "",
  carrier: "",
  policy_number: "",
  limit_each: "",
  limit_aggregate: "",
  names_district: false,
  program_id: "",
  effective_on: "",
  expires_on: "",
  note: "",
  file: "",
};

/** Which fields a kind of paper has beside its days, its note and its scan. */
const fieldsOf: Record<PaperKind, readonly FieldName[]> = {
  insurance_certificate: [
    "coverage",
    "carrier",
    "policy_number",
    "limit_each",
    "limit_aggregate",
    "names_district",
  ],
  endorsement: ["coverage", "policy_number", "names_district"],
  agency_letter: [],
  staff_present: [],
};

export function kindOf(draft: Pick<Draft, "kind">): PaperKind {
  return paperKinds.find((kind) => kind === draft.kind) ?? "insurance_certificate";
}

export function has(draft: Pick<Draft, "kind">, field: FieldName): boolean {
  return fieldsOf[kindOf(draft)].includes(field);
}

export function readPaper(paper: Paper): Draft {
  return {
    kind: paper.kind,
    coverage: paper.coverage ?? "",
    carrier: paper.carrier ?? "",
    policy_number: paper.policy_number ?? "",
    limit_each: plain(paper.limit_each),
    limit_aggregate: plain(paper.limit_aggregate),
    names_district: paper.names_district,
    program_id: paper.program?.id ?? "",
    effective_on: paper.effective_on ?? "",
    expires_on: paper.expires_on ?? "",
    note: paper.note ?? "",
    file: "",
  };
}

function plain(amount: string | null): string {
  return amount === null ? "" : amount.replace(/\.00$/, "");
}

/** A new paper for what is asked; what the last one said stands in it already, but for its days. */
export function startFor(asked: Asked | undefined, last: Paper | undefined): Draft {
  const kind = asked === undefined || asked.kind === "background_check" ? last?.kind : asked.kind;
  const from = last ? { ...readPaper(last), effective_on: "", expires_on: "", note: "" } : nothing;
  return {
    ...from,
    kind: kind ?? "insurance_certificate",
    coverage: asked?.terms.coverage ?? from.coverage,
  };
}

export function writePaper(draft: Draft): PaperUpdate {
  const own = (field: "carrier" | "policy_number") => (has(draft, field) && draft[field].trim()) || null;
  const money = (field: "limit_each" | "limit_aggregate") =>
    has(draft, field) ? parseMoney(draft[field]) : null;
  return {
    program_id: draft.program_id || null,
    coverage: has(draft, "coverage") ? (coverages.find((each) => each === draft.coverage) ?? null) : null,
    carrier: own("carrier"),
    policy_number: own("policy_number"),
    limit_each: money("limit_each"),
    limit_aggregate: money("limit_aggregate"),
    names_district: has(draft, "names_district") && draft.names_district,
    effective_on: draft.effective_on || null,
    expires_on: draft.expires_on || null,
    note: draft.note.trim() || null,
  };
}

export function createPaper(draft: Draft, partnerId: string): PaperCreate {
  return { ...writePaper(draft), partner_id: partnerId, kind: kindOf(draft) };
}

export const scanKinds = ".pdf,.png,.jpg,.jpeg";
const most = 25_000_000;

export type ScanFault = "kind" | "size" | "empty";

/** What is wrong with a scan before it is sent; the server looks at its content too. */
export function scanFault(file: Pick<File, "name" | "size">): ScanFault | null {
  if (!/\.(pdf|png|jpe?g)$/i.test(file.name)) return "kind";
  if (file.size > most) return "size";
  return file.size === 0 ? "empty" : null;
}

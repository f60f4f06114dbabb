/** What a paper’s fields, its lacks and its unlocking are called. */
import { plural, t } from "@lingui/core/macro";
import { reasonWords } from "@/api/spoken/reasons";
import { listOf } from "@/lib/lists";
import type { Paper, Unlocked } from "./api";
import type { FieldName, ScanFault } from "./paper-draft";
import { coverageName, kindName } from "./words";

export function fieldLabel(field: FieldName): string {
  switch (field) {
    case "kind":
      return t`Kind of paper`;
    case "coverage":
      return t`What it covers`;
    case "carrier":
      return t`Insurance company`;
    case "policy_number":
      return t`Policy number`;
    case "limit_each":
      return t`Limit for each occurrence`;
    case "limit_aggregate":
      return t`Limit in all (aggregate)`;
    case "names_district":
      return t`The district is named as additional insured`;
    case "program_id":
      return t`For which program`;
    case "effective_on":
      return t`First day`;
    case "expires_on":
      return t`Last day`;
    case "note":
      return t`Note`;
    case "file":
      return t`Scan of the paper`;
  }
}

/** “Insurance certificate, general liability” */
export function paperName({ kind, coverage }: Pick<Paper, "kind" | "coverage">): string {
  return coverage ? `${kindName(kind)}: ${coverageName(coverage)}` : kindName(kind);
}

/** What a step still lacks, told at its field; the codes are the server’s. */
export function lackOf(need: string): { field: FieldName; words: string } | null {
  switch (need) {
    case "coverage":
      return { field: "coverage", words: t`Choose what the insurance covers` };
    case "carrier":
      return { field: "carrier", words: t`Enter the name of the insurance company` };
    case "policy_number":
      return { field: "policy_number", words: t`Enter the number of the policy` };
    case "limit_each":
      return { field: "limit_each", words: t`Enter the limit for each occurrence` };
    case "effective_on":
      return { field: "effective_on", words: t`Enter the first day on which it holds` };
    case "expires_on":
      return { field: "expires_on", words: t`Enter the last day on which it holds` };
    case "file":
      return { field: "file", words: t`Choose the scan of the paper` };
    case "note":
      return { field: "note", words: t`Say what was arranged and with whom` };
    case "in_date":
      return { field: "expires_on", words: t`It has run out; hand in the newer one` };
    default:
      return null;
  }
}

export function scanFaultWords(fault: ScanFault): string {
  switch (fault) {
    case "kind":
      return t`Choose a PDF, PNG or JPEG file`;
    case "size":
      return t`Choose a file of at most 25 MB`;
    case "empty":
      return t`This file is empty; choose another one`;
  }
}

/** “Clear at 11 of 14 schools once accepted” and, where a school is still kept out, by what. */
export function unlockWords({ schools, clear_now: now, clear_then: then }: Unlocked): string {
  if (schools === 0) return t`No program of yours is planned at a school yet.`;
  if (now === then && then === schools)
    return plural(schools, {
      one: "Clear at your # school now; it stays so once this is accepted.",
      other: "Clear at all # schools now; it stays so once this is accepted.",
    });
  return plural(schools, {
    one: `Clear at ${then} of # school once accepted.`,
    other: `Clear at ${then} of # schools once accepted.`,
  });
}

export function leftWords(left: Unlocked["left"][number]): string {
  const words = reasonWords(left.said);
  const names = listOf(left.schools);
  return t`${words} At ${names}.`;
}

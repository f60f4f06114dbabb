/** How much room files take, in words: sizes, and whose they are. */
import { t } from "@lingui/core/macro";
import type { StorageKept, StorageRead } from "@/api/gen/types.gen";
import { formatCount, formatNumber } from "@/lib/numbers";

const MEGABYTE = 1_000_000;

/** “9.9 GB”, “940 MB”: rounded down as the server does, so that full is never said before it is. */
export function sizeWords(bytes: number): string {
  if (bytes >= 1000 * MEGABYTE) return `${formatNumber(Math.floor(bytes / (100 * MEGABYTE)) / 10)} GB`;
  if (bytes >= MEGABYTE) return `${formatCount(Math.floor(bytes / MEGABYTE))} MB`;
  return `${formatCount(bytes > 0 ? Math.max(1, Math.floor(bytes / 1000)) : 0)} KB`;
}

/** “1.2 GB of 10 GB” */
export function storageFinding({ used_bytes: used, allowed_bytes: allowed }: StorageRead): string {
  const some = sizeWords(used);
  const all = sizeWords(allowed);
  if (used >= allowed) return t`The room for files is used up: ${some} of ${all}`;
  return t`Files take ${some} of ${all}`;
}

export function keptWords(what: StorageKept["what"]): string {
  if (what === "papers") return t`Scans of partners’ papers`;
  return what === "agreements" ? t`Files kept with agreements` : t`Spreadsheets that were brought`;
}

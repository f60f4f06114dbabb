/** What is wrong with a file that was handed in, said by the server; null when the refusal is not about the file. */
import { isApiError } from "@/api/problem";
import { fileProblem } from "./refusal";

const aboutTheFile = [413, 415];
const harmful = "file-infected";

export function paperRefusal(error: unknown): string | null {
  if (!isApiError(error)) return null;
  const isIt =
    aboutTheFile.includes(error.status) ||
    error.slug === harmful ||
    error.fields.some(({ field }) => field === "file");
  return isIt ? fileProblem(error) : null;
}

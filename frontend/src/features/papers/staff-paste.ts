/** Several people at once, one a line: a name, and in any order a position and an e-mail address; pure. */
type Pasted = { name: string; title: string | null; email: string | null };
export type PastedLines = { people: Pasted[]; twice: string[] };

const address = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** Columns of a spreadsheet come with tabs, typed ones with commas or semicolons. */
function parts(line: string): string[] {
  const by = line.includes("\t") ? "\t" : /[,;]/;
  return line
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

export function readPeople(text: string): PastedLines {
  const people: Pasted[] = [];
  const twice: string[] = [];
  const seen = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const found = parts(line);
    const [name, title = null] = found.filter((part) => !address.test(part));
    if (name === undefined) continue;
    const key = name.toLocaleLowerCase();
    if (seen.has(key)) {
      twice.push(name);
      continue;
    }
    seen.add(key);
    people.push({ name, title, email: found.find((part) => address.test(part)) ?? null });
  }
  return { people, twice };
}

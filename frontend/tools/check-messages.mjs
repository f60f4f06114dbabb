/** Fails when Spanish lacks a message or keeps one that nobody says any more; changes no file. */
import { execFileSync } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";

/** `{ msgid: msgstr }` of a catalog, its heading left out. */
function read(text) {
  const messages = {};
  for (const block of text.split(/\n\n+/)) {
    const field = (name) => {
      const found = new RegExp(`^${name} ((?:".*"\\n?)+)`, "m").exec(block);
      return found
        ? found[1]
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line))
            .join("")
        : "";
    };
    const id = `${field("msgctxt")}${field("msgid")}`;
    if (id) messages[id] = field("msgstr");
  }
  return messages;
}

const catalogs = () => globSync("src/**/locales/es.po");
const before = new Map(catalogs().map((file) => [file, readFileSync(file, "utf8")]));
execFileSync("lingui", ["extract", "--clean"], { stdio: "ignore" });
/** What is still to be translated, by catalog; a number may only shrink, and a new catalog starts complete. */
const waiting = {};
const problems = [];
for (const file of catalogs()) {
  const kept = before.get(file);
  const said = read(readFileSync(file, "utf8"));
  const written = kept === undefined ? {} : read(kept);
  const missing = Object.keys(said).filter((id) => !written[id]);
  const allowed = waiting[file] ?? 0;
  if (missing.length > allowed) for (const id of missing) problems.push(`${file}: no Spanish for “${id}”`);
  if (missing.length < allowed)
    problems.push(`${file}: ${missing.length} are left, say so in tools/check-messages.mjs`);
  for (const id of Object.keys(written)) if (!(id in said)) problems.push(`${file}: nobody says “${id}”`);
  if (kept !== undefined) writeFileSync(file, kept);
}
/**
 * All catalogs become one, so that a message with two Spanish words says the later one on every page: where two
 * pages need other words each, its context tells them apart. The number may only shrink.
 */
const mostTwofold = 64;
const words = new Map();
for (const text of before.values())
  for (const [id, said] of Object.entries(read(text))) words.set(id, (words.get(id) ?? new Set()).add(said));
const twofold = [...words].filter(([, all]) => all.size > 1);
if (twofold.length > mostTwofold)
  for (const [id, all] of twofold) problems.push(`“${id}” is said in several ways: ${[...all].join(" / ")}`);
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;

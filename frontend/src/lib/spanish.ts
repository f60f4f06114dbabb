/** All Spanish words of all features, in one file that only its readers fetch. */
import type { Messages } from "@lingui/core";

const catalogs = import.meta.glob<{ messages: Messages }>("../**/locales/es.po", { eager: true });

/** The Spanish of the server's reasons and of the words in them (`@/api/spoken/reasons`), by kind and code. */
const told = import.meta.glob<Record<string, Record<string, string>>>("../api/spoken/reasons.es.json", {
  eager: true,
  import: "default",
});

function byCode(kind: string, sentences: Record<string, string> = {}): Messages {
  return Object.fromEntries(Object.entries(sentences).map(([code, words]) => [`${kind}.${code}`, words]));
}

export const spanish: Messages = Object.assign(
  {},
  ...Object.values(catalogs).map(({ messages }) => messages),
  ...Object.values(told).flatMap(({ reasons, terms }) => [byCode("reason", reasons), byCode("term", terms)]),
);

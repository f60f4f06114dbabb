/** All Spanish words of all features, in one file that only its readers fetch. */
import type { Messages } from "@lingui/core";

const catalogs = import.meta.glob<{ messages: Messages }>("../**/locales/es.po", { eager: true });

export const spanish: Messages = Object.assign(
  {},
  ...Object.values(catalogs).map(({ messages }) => messages),
);

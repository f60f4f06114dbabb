/** Leaves the generated client's reader of event streams out of the first file: the API answers with none. */
import type { Plugin } from "vite";

const reader = /\/api\/gen\/core\/serverSentEvents\.gen\.ts$/;

export const withoutStreams: Plugin = {
  name: "without-streams",
  load(id) {
    if (!reader.test(id.replaceAll("\\", "/"))) return null;
    return `export const createSseClient = () => { throw new Error("The API answers with no streams"); };`;
  },
};

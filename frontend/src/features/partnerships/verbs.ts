/** The moves that the server knows, by their verb. */
export const verbs = ["plan", "ready", "activate", "resume", "pause", "end", "not-a-fit"] as const;
export type Verb = (typeof verbs)[number];

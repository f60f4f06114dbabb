/**
 * How a requirement is written: a new one, all of one that is not in force yet, other terms from a later day,
 * or only the words of one in force.
 */
export type Mode = "add" | "change" | "replace" | "words";

/**
 * Every page of the app, for the specs that visit all of them: accessibility, reflow, titles, weight.
 * A test holds it against the router's own list, so that a new page cannot be forgotten.
 */
export type Visit = {
  /** As the router knows it. */
  route: string;
  /** The address to open; a function where an id has to be looked up first. */
  path: string;
  /** Who opens it: nobody signed in, or one of the demonstration's people. */
  as: "anyone" | "district" | "coordinator" | "principal" | "partner";
};

export const visits: readonly Visit[] = [
  { route: "/sign-in", path: "/sign-in", as: "anyone" },
  { route: "/kitchen", path: "/kitchen", as: "anyone" },
  { route: "/", path: "/", as: "coordinator" },
];

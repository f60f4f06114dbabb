/** The topics of an application, each a page of its own. */
const topics = ["about", "services", "capacity", "contacts"] as const;
export const shown = [...topics, "everything"] as const;
export type Topic = (typeof topics)[number];
export type Shown = (typeof shown)[number];

/** The topic after this one; after the last, all that was said. */
export function after(topic: Topic): Shown {
  return topics[topics.indexOf(topic) + 1] ?? "everything";
}

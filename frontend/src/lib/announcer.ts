/** Says short things to screen readers through one polite live region that the app keeps on every page. */
const listeners = new Set<() => void>();
/** A zero-width space makes a repeated sentence a change, which is what readers announce. */
const nudge = "\u200b";
let last = "";

export function announce(message: string): void {
  last = message === last ? message + nudge : message;
  for (const listener of listeners) listener();
}

export function lastAnnouncement(): string {
  return last;
}

export function onAnnouncement(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

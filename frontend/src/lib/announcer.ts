/** Says short things to screen readers through one polite live region that the app keeps on every page. */
type Listener = (message: string) => void;

const listeners = new Set<Listener>();
/** A zero-width space makes a repeated sentence a change, which is what readers announce. */
const nudge = "\u200b";
let last = "";

export function announce(message: string): void {
  last = message === last ? message + nudge : message;
  for (const listener of listeners) listener(last);
}

export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

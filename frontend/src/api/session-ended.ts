/** Whether the server stopped knowing this person; the app then asks to sign in again, in place. */
let ended = false;
const listeners = new Set<() => void>();

export function markSessionEnded(value: boolean): void {
  if (ended === value) return;
  ended = value;
  for (const listener of listeners) listener();
}

export function isSessionEnded(): boolean {
  return ended;
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the browser has a network at all. */
export function isOnline(): boolean {
  return navigator.onLine;
}

export function onConnectionChange(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

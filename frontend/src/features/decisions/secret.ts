/**
 * The secret of a link stands behind `#`, which a browser sends to nobody. It is taken out of the address at once, so
 * that neither the history of a shared device nor a screenshot keeps it; from then on a cookie that no script reads
 * holds it.
 */
const openHere = "alongside.deciding";

export function takeSecret(): string | null {
  const secret = window.location.hash.slice(1);
  if (secret === "") return null;
  // The router watches the history it was given; this is no way to another page.
  History.prototype.replaceState.call(window.history, window.history.state, "", window.location.pathname);
  return secret;
}

/** Whether a link was opened in this tab, which may have been put away to read the code. */
export function isOpenHere(): boolean {
  return sessionStorage.getItem(openHere) !== null;
}

export function keepOpen(isOpen: boolean): void {
  if (isOpen) sessionStorage.setItem(openHere, "yes");
  else sessionStorage.removeItem(openHere);
}

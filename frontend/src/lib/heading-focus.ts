/** After a move to another page the heading takes focus, whether it is there at once or comes with the data. */
let awaited = false;
let given: HTMLHeadingElement | null = null;

/** The address changed: focus the heading that is shown, or the next one that appears. */
export function awaitHeading(): void {
  awaited = true;
}

/** A ref for the page's `h1`: takes the focus if somebody is on the way to this page. */
export function headingArrived(heading: HTMLHeadingElement | null): void {
  if (!heading || !(awaited || isLost())) return;
  awaited = false;
  given = heading;
  heading.focus({ preventScroll: true });
}

/**
 * Who leaves a page before its data came gives the focus to the heading that then comes, and the page takes it
 * away: the next heading is where they are going.
 */
function isLost(): boolean {
  return given !== null && !given.isConnected && document.activeElement === document.body;
}

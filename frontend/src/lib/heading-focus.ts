/** After a move to another page the heading takes focus, whether it is there at once or comes with the data. */
let awaited = false;

/** The address changed: focus the heading that is shown, or the next one that appears. */
export function awaitHeading(): void {
  awaited = true;
}

/** A ref for the page's `h1`: takes the focus if somebody is on the way to this page. */
export function headingArrived(heading: HTMLHeadingElement | null): void {
  if (!heading || !awaited) return;
  awaited = false;
  heading.focus({ preventScroll: true });
}

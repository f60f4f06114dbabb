/** After a move to another page the heading takes focus, whether it is there at once or comes with the data. */
let awaited = false;
let isOnTheWay = false;
let given: HTMLHeadingElement | null = null;

/** What the page shows becomes something else: focus the next heading that appears. */
export function awaitHeading(): void {
  awaited = true;
  isOnTheWay = false;
  given = null;
}

/** The address changed: focus the heading of the page that is rendered for it, or the next one that appears. */
export function awaitPage(): void {
  awaitHeading();
  isOnTheWay = true;
}

/**
 * A ref for the page's `h1`: takes the focus if somebody is on the way to this page.
 *
 * Until the page they go to is rendered, it may be the heading of the one they leave, whose data came late: then
 * the next one takes the focus as well.
 */
export function headingArrived(heading: HTMLHeadingElement | null): void {
  if (!heading || !awaited) return;
  awaited = isOnTheWay;
  given = heading;
  heading.focus({ preventScroll: true });
}

/** The page they go to is rendered, with its heading or, while its data comes, without one. */
export function pageRendered(heading: HTMLHeadingElement | null): void {
  isOnTheWay = false;
  if (heading && heading === given) awaited = false;
  else headingArrived(heading);
}

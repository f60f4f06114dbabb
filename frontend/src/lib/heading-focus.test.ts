import { beforeEach, describe, expect, it } from "vitest";
import { awaitHeading, headingArrived } from "./heading-focus";

/** A page that replaces the one before it, as it stands when its heading is told. */
function page(name: string): HTMLHeadingElement {
  const heading = document.createElement("h1");
  heading.tabIndex = -1;
  heading.textContent = name;
  document.body.replaceChildren(heading);
  headingArrived(heading);
  return heading;
}

describe("the heading after a move", () => {
  beforeEach(() => {
    awaitHeading();
    page("where everybody begins");
  });

  it("takes the focus when it comes, once", () => {
    awaitHeading();
    const heading = page("Partners");
    expect(document.activeElement).toBe(heading);
    heading.blur();
    headingArrived(heading);
    expect(document.activeElement).toBe(document.body);
  });

  it("takes no focus from somebody who went nowhere", () => {
    const field = document.createElement("input");
    document.body.append(field);
    field.focus();
    const heading = document.createElement("h1");
    heading.tabIndex = -1;
    document.body.append(heading);
    headingArrived(heading);
    expect(document.activeElement).toBe(field);
  });

  it("goes on to the page that is meant, when the one that is left came late and took it", () => {
    awaitHeading();
    page("Home, whose data came after its reader had left");
    const meant = page("Account");
    expect(document.activeElement).toBe(meant);
  });

  it("says nothing of a heading that goes away", () => {
    awaitHeading();
    headingArrived(null);
    const next = page("the next");
    expect(document.activeElement).toBe(next);
  });
});

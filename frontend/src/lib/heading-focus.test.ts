import { beforeEach, describe, expect, it } from "vitest";
import { awaitHeading, awaitPage, headingArrived, pageRendered } from "./heading-focus";

/** A page's heading in place of the one before it, as its ref tells of it. */
function shown(name: string): HTMLHeadingElement {
  const heading = document.createElement("h1");
  heading.tabIndex = -1;
  heading.textContent = name;
  document.body.replaceChildren(heading);
  headingArrived(heading);
  return heading;
}

describe("the heading after a move", () => {
  beforeEach(() => {
    awaitPage();
    pageRendered(shown("where everybody begins"));
    document.body.replaceChildren();
  });

  it("takes the focus when it is there as soon as the page, and keeps it once it is taken elsewhere", () => {
    awaitPage();
    const heading = shown("Partners");
    expect(document.activeElement).toBe(heading);
    heading.blur();
    pageRendered(heading);
    headingArrived(heading);
    expect(document.activeElement).toBe(document.body);
  });

  it("takes the focus when it comes after the page, with its data, and once", () => {
    awaitPage();
    pageRendered(null);
    const heading = shown("Partners");
    expect(document.activeElement).toBe(heading);
    shown("Partners, drawn anew");
    expect(document.activeElement).toBe(document.body);
  });

  it("takes the focus when the page kept the heading of the one before", () => {
    const heading = shown("Reading club");
    expect(document.activeElement).toBe(document.body);
    awaitPage();
    pageRendered(heading);
    expect(document.activeElement).toBe(heading);
  });

  it("takes the focus once when the page itself becomes something else", () => {
    awaitHeading();
    const heading = shown("Which columns are which");
    expect(document.activeElement).toBe(heading);
    shown("Which columns are which, drawn anew");
    expect(document.activeElement).toBe(document.body);
  });

  it("takes no focus from somebody who went nowhere", () => {
    shown("Home");
    expect(document.activeElement).toBe(document.body);
  });

  it("goes on to the page that is meant, when the one that is left came late and took it", () => {
    awaitPage();
    shown("Home, whose data came after its reader had left");
    const meant = shown("Account");
    expect(document.activeElement).toBe(meant);
    pageRendered(meant);
    shown("Account, drawn anew");
    expect(document.activeElement).toBe(document.body);
  });

  it("says nothing of a heading that goes away", () => {
    awaitPage();
    headingArrived(null);
    const next = shown("the next");
    expect(document.activeElement).toBe(next);
  });
});

/** Runs before every unit test: matchers, a clean document, English. */
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach } from "vitest";
import { i18n } from "@lingui/core";

// A dialog is loaded when it is opened, which a busy machine does not do within a second.
configure({ asyncUtilTimeout: 4000 });

beforeEach(() => {
  i18n.load("en", {});
  i18n.activate("en");
});

// jsdom lays nothing out, so it has nowhere to scroll to.
window.scrollTo = () => undefined;

afterEach(() => {
  cleanup();
  localStorage.clear();
});

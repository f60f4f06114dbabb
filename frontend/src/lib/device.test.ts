import { i18n } from "@lingui/core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { announce, lastAnnouncement, onAnnouncement } from "./announcer";
import { isOnline, onConnectionChange } from "./connection";
import { activateLanguage, chooseLanguage, isLanguage, offerLanguage, preferredLanguage } from "./i18n";
import { chooseTheme, currentTheme } from "./theme";

afterEach(() => {
  delete document.documentElement.dataset["theme"];
  document.documentElement.lang = "en";
});

describe("the announcer", () => {
  test("tells listeners until they leave, and a repeated sentence counts as new", () => {
    const heard: string[] = [];
    const leave = onAnnouncement(() => heard.push(lastAnnouncement()));
    announce("3 selected");
    announce("3 selected");
    leave();
    announce("4 selected");
    expect(heard).toHaveLength(2);
    expect(heard[0]).toBe("3 selected");
    expect(heard[1]).not.toBe("3 selected");
    expect(heard[1]?.replace("\u200b", "")).toBe("3 selected");
  });
});

describe("the theme", () => {
  test("is the system's until somebody chooses, and can be given back", () => {
    expect(currentTheme()).toBe("system");
    chooseTheme("dark");
    expect(currentTheme()).toBe("dark");
    expect(localStorage.getItem("alongside.theme")).toBe("dark");
    chooseTheme("system");
    expect(currentTheme()).toBe("system");
    expect(localStorage.getItem("alongside.theme")).toBeNull();
  });
});

describe("the language", () => {
  test("is the person's choice, then the browser's, then English", () => {
    expect(preferredLanguage(["fr-FR", "es-MX"])).toBe("es");
    expect(preferredLanguage(["fr-FR"])).toBe("en");
    localStorage.setItem("alongside.language", "en");
    expect(preferredLanguage(["es-MX"])).toBe("en");
    localStorage.setItem("alongside.language", "xx");
    expect(preferredLanguage(["es-MX"])).toBe("es");
  });

  test("is asked of the browser when nothing else is said", () => {
    vi.spyOn(navigator, "languages", "get").mockReturnValue(["es"]);
    expect(preferredLanguage()).toBe("es");
  });

  test("is offered to a reader who has chosen none on this device", async () => {
    localStorage.clear();
    await offerLanguage("es");
    expect(document.documentElement.lang).toBe("es");
    expect(localStorage.getItem("alongside.language")).toBeNull();
    await offerLanguage("xx");
    expect(document.documentElement.lang).toBe("es");
    await chooseLanguage("en");
    await offerLanguage("es");
    expect(document.documentElement.lang).toBe("en");
    localStorage.clear();
  });

  test("changes the page's language and is remembered", async () => {
    await chooseLanguage("es");
    expect(i18n.locale).toBe("es");
    expect(document.documentElement.lang).toBe("es");
    expect(localStorage.getItem("alongside.language")).toBe("es");
    await activateLanguage("en");
    expect(document.documentElement.lang).toBe("en");
    expect(isLanguage("xx")).toBe(false);
  });

  test("Spanish brings its own words", async () => {
    await activateLanguage("es");
    expect(Object.keys(i18n.messages).length).toBeGreaterThan(50);
  });
});

describe("the connection", () => {
  test("is listened to until nobody asks", () => {
    let changes = 0;
    const leave = onConnectionChange(() => (changes += 1));
    window.dispatchEvent(new Event("offline"));
    window.dispatchEvent(new Event("online"));
    leave();
    window.dispatchEvent(new Event("offline"));
    expect(changes).toBe(2);
    expect(isOnline()).toBe(true);
  });
});

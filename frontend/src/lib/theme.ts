/** Light, dark, or as the system says; the choice is kept on this device. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const remembered = "alongside.theme";

export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

export function chooseTheme(theme: Theme): void {
  if (theme === "system") {
    delete document.documentElement.dataset["theme"];
    localStorage.removeItem(remembered);
  } else {
    document.documentElement.dataset["theme"] = theme;
    localStorage.setItem(remembered, theme);
  }
}

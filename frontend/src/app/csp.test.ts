import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import csp from "../../csp.json";

/** The text of the style element that a React Aria module puts into the page. */
function injectedStyle(module: string): string {
  const source = readFileSync(`node_modules/react-aria/dist/private/${module}.mjs`, "utf8");
  const attribute = /PRESSABLE_ATTRIBUTE\s*=\s*'([^']+)'/.exec(source)?.[1] ?? "";
  const template = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source)?.[1] ?? "";
  return template.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, attribute).trim();
}

const hash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

test("the policy allows exactly the styles that React Aria injects", () => {
  expect(injectedStyle("interactions/usePress")).toContain("touch-action");
  expect(csp.style_hashes.press).toBe(hash(injectedStyle("interactions/usePress")));
  expect(injectedStyle("overlays/usePreventScroll")).toContain("overscroll-behavior");
  expect(csp.style_hashes.scroll).toBe(hash(injectedStyle("overlays/usePreventScroll")));
  expect(csp.directives["style-src"]).toEqual([
    "'self'",
    ...Object.values(csp.style_hashes).map((h) => `'${h}'`),
  ]);
});

test("the policy in one line says what its directives say", () => {
  const line = Object.entries(csp.directives).map(([name, sources]) => `${name} ${sources.join(" ")}`);
  expect(csp.policy).toBe(line.join("; "));
});

test("nothing inline and nothing foreign is allowed", () => {
  expect(csp.policy).not.toMatch(/unsafe|data:|blob:|https?:|\*/);
});

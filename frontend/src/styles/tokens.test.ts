import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** `--name: light-dark(a, b)` for every token that holds two colours. */
const tokens = new Map(
  [
    ...readFileSync("src/styles/tokens.css", "utf8").matchAll(
      /--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g,
    ),
  ].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const),
);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string, theme: "light" | "dark"): number {
  const [a, b] = [one, other].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token --${name}`);
    return luminance(token[theme]);
  });
  return (Math.max(a!, b!) + 0.05) / (Math.min(a!, b!) + 0.05);
}

const surfaces = ["bg", "raised", "sunk"];
const text: [string, string][] = [
  ...["text", "text-muted", "accent", "accent-hover", "danger"].flatMap((ink) =>
    surfaces.map((ground): [string, string] => [ink, ground]),
  ),
  ...["text", "text-muted", "accent", "accent-hover"].map((ink): [string, string] => [ink, "accent-tint"]),
  ...["accent", "accent-hover"].map((ground): [string, string] => ["on-accent", ground]),
  ["on-danger", "danger"],
  ...["draft", "review", "warn", "good", "bad", "ended"].map((status): [string, string] => [
    status,
    `${status}-tint`,
  ]),
  ...["heat-1", "heat-2", "heat-3"].map((heat): [string, string] => ["text", heat]),
];

describe.each(["light", "dark"] as const)("in %s", (theme) => {
  test.each(text)("%s can be read on %s", (ink, ground) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["border-control", "accent", "series-2", "series-3", "series-4", "series-5", "series-context"])(
    "%s can be seen on every surface",
    (line) => {
      for (const ground of surfaces) expect(contrast(line, ground, theme)).toBeGreaterThanOrEqual(3);
    },
  );
});

import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** The running system, such as http://127.0.0.1:5173; without it every test fails at its first address. */
const baseURL = process.env["E2E_BASE_URL"];

const system = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 90_000,
  // a fault stays wrong for fifteen seconds too; what must be fast is measured in e2e/perf and by the benchmarks
  expect: { timeout: 15_000 },
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  // Where a landing hangs on it, a journey that failed is tried once more; what passes then is printed as flaky
  // and is a fault to find, in the journey or in the page.
  retries: Number(process.env["E2E_RETRIES"] ?? 0),
  workers: 2,
  reporter: process.env["CI"] ? [["line"], ["html", { open: "never" }]] : "line",
  use: {
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 1280, height: 808 },
    locale: "en-US",
    timezoneId: "America/Chicago",
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    launchOptions: {
      ...(existsSync(system) ? { executablePath: system } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});

/// <reference types="vitest/config" />
import { fileURLToPath } from "node:url";
import { lingui, linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import babel from "@rolldown/plugin-babel";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import csp from "./csp.json" with { type: "json" };
import { compiledMessages } from "./tools/compiled-messages.ts";

const api = `http://127.0.0.1:${process.env["API_PORT"] ?? "8000"}`;
const proxy = { "/api": api, "/oauth": api, "/health": api };

/** English stays in the code that shows it, so each route carries only its own words; Spanish is one catalog. */
function messages(command: "build" | "serve") {
  const macros = linguiTransformerBabelPreset({ descriptorFields: "message" });
  return babel({ presets: [macros], plugins: command === "build" ? [compiledMessages] : [] });
}

const libraries =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|clsx|@lingui\/(core|react)|@tanstack\/(react-)?(router|router-core|history|store|query|query-core))\//;
const own =
  /src\/(api\/(?!form-problems|gen\/(sdk|zod|@tanstack))|lib\/(heading-focus|url-state|i18n|theme|announcer)|ui\/(icon|visually-hidden|actions\/(button|link)|page\/(wordmark|page-head)|feedback\/skeleton)|features\/auth\/(api|index))/;

function isNeededEverywhere(id: string): boolean {
  const path = id.replaceAll("\\", "/");
  return libraries.test(path) || own.test(path);
}

export default defineConfig(({ command }) => ({
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  plugins: [
    tanstackRouter({
      target: "react",
      autoCodeSplitting: true,
      // A page's loader comes with the page: what is loaded first stays small however many pages there are.
      codeSplittingOptions: {
        defaultBehavior: [["loader", "component", "pendingComponent", "errorComponent", "notFoundComponent"]],
      },
      routesDirectory: "./src/routes",
      generatedRouteTree: "./src/routeTree.gen.ts",
      routeFileIgnorePattern: ".test.",
      quoteStyle: "double",
      semicolons: true,
    }),
    lingui(),
    messages(command),
    react(),
    { ...optimizeLocales.vite({ locales: ["en-US", "es-ES"] }), enforce: "pre" },
  ],
  server: { proxy },
  preview: { proxy, headers: { "Content-Security-Policy": csp.policy } },
  build: {
    target: "es2023",
    // The content security policy allows no data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "words-es", test: /locales[\\/]es\.po/ },
            // What every page needs, the front door too, is one file: each file costs its headers again.
            { name: "base", test: isNeededEverywhere, priority: 1 },
            // What nearly every page behind the door stands in: one file instead of four small ones.
            {
              name: "frame",
              test: /src[\\/]ui[\\/](page[\\/](section|breadcrumbs|next-box)|data[\\/]status-tag)/,
            },
            // The generated calls of all features are one module: pages load it, the front door does not.
            { name: "calls", test: /src[\\/]api[\\/]gen[\\/](sdk|@tanstack)/ },
          ],
        },
      },
    },
  },
  test: {
    environment: "jsdom",
    pool: "threads",
    include: ["src/**/*.test.{ts,tsx}", "tools/**/*.test.ts"],
    setupFiles: ["./src/testing/setup.ts"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
    coverage: {
      provider: "v8",
      include: ["src/lib/**", "src/api/*.ts"],
      exclude: ["src/**/*.test.*", "src/api/gen/**"],
      thresholds: { lines: 100, functions: 100, statements: 100 },
    },
  },
}));

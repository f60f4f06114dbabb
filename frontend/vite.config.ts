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
import { withoutStreams } from "./tools/without-streams.ts";

const api = `http://127.0.0.1:${process.env["API_PORT"] ?? "8000"}`;
const proxy = { "/api": api, "/oauth": api, "/health": api };

/** English stays in the code that shows it, so each route carries only its own words; Spanish is one catalog. */
function messages(command: "build" | "serve") {
  const macros = linguiTransformerBabelPreset({ descriptorFields: "message" });
  return babel({ presets: [macros], plugins: command === "build" ? [compiledMessages] : [] });
}

/** Behind every page though not in the first file: buttons, pictures, and the fields that the front door asks with. */
const basics =
  /src\/ui\/(icon|visually-hidden|actions|fields\/(field|error-summary|text-field)\.)|lucide-react\/dist\/esm\/(?!icons)|icons\/circle-exclamation-point/;
const signIn = /src\/(features\/auth\/sign-in|routes\/sign-in)/;
/** The shell, the generated calls, the small parts of pages, and what says days, numbers and names. */
const signedIn =
  /src\/(routes\/_signed-in\.tsx|features\/notices\/(bell|unread)\.|app\/(shell|account-panel|offline-banner|nav)|api\/(form-problems|spoken\/reasons|gen\/(sdk|@tanstack))|ui\/(feedback\/(?!conflict)|lists\/(?!blockers)|page|data\/(status-tag|summary-list|figures|hidden))|lib\/(?!findings))|node_modules\/(lucide-react|@tanstack\/(react-)?query)/;
const table = /src\/ui\/(data|lists\/blockers)|node_modules\/@tanstack\/(react-table|table-core)/;
/** Fields without React Aria; the library of forms comes with the pages that are forms. */
const fields = /src\/ui\/fields\/(?!combo-box|date-picker|multi-select|form\.|use-form)/;

const among = (pattern: RegExp) => (id: string) => pattern.test(id.replaceAll("\\", "/"));

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
    withoutStreams,
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
        // The first file lists every later one; two hundred names cost each visitor more than a kilobyte.
        chunkFileNames: "assets/[hash:7].js",
        assetFileNames: "assets/[hash:7][extname]",
        codeSplitting: {
          groups: [
            { name: "words-es", test: among(/locales\/es\.po|reasons\.es\.json|lib\/spanish/), priority: 5 },
            // Needed before anything knows which page it is: libraries, which seldom change, and our own.
            { name: "libraries", test: among(/node_modules\//), tags: ["$initial"], priority: 4 },
            { name: "start", tags: ["$initial"], priority: 3 },
            // A file costs about a kilobyte of headers again, so what most pages need is a few files, not thirty.
            { name: "basics", test: among(basics), priority: 2 },
            // A school's public page says days and numbers too, and a family's telephone needs nothing else of ours.
            { name: "days", test: among(/src\/lib\/(dates|phone)\./), priority: 2 },
            { name: "sign-in", test: among(signIn), priority: 1 },
            { name: "signed-in", test: among(signedIn), priority: 1 },
            { name: "table", test: among(table) },
            { name: "fields", test: among(fields) },
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

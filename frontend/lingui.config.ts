import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

/** English is the source and lives in the code; each area keeps its own Spanish, so that two areas never share a file. */
export default defineConfig({
  sourceLocale: "en",
  locales: ["es"],
  catalogs: [
    { path: "<rootDir>/src/app/locales/{locale}", include: ["src/app", "src/routes"] },
    { path: "<rootDir>/src/ui/locales/{locale}", include: ["src/ui"] },
    { path: "<rootDir>/src/lib/locales/{locale}", include: ["src/lib", "src/api"] },
    { path: "<rootDir>/src/features/{name}/locales/{locale}", include: ["src/features/{name}"] },
  ],
  format: formatter({ lineNumbers: false }),
});

import { defineConfig } from "@hey-api/openapi-ts";

export default defineConfig({
  input: process.env["OPENAPI_FILE"] ?? "../backend/openapi.json",
  output: { path: "src/api/gen", indexFile: false },
  plugins: [
    "@hey-api/typescript",
    "@hey-api/client-fetch",
    "@hey-api/sdk",
    { name: "@tanstack/react-query", queryKeys: { tags: true } },
    "zod",
  ],
});

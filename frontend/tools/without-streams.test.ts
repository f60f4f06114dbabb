import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { client } from "@/api/gen/client.gen";

test("the API answers with no event streams, so nobody misses their reader", () => {
  const contract = readFileSync("../backend/openapi.json", "utf8");
  expect(contract).toContain("application/json");
  expect(contract).not.toContain("text/event-stream");
});

test("the reader is left out of what is built", async () => {
  await expect(client.sse.get({ url: "/api/v1/me" })).rejects.toThrow("The API answers with no streams");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, version } from "@rekeyhq/rekey";
import { count, env } from "./stage.js";

void test("every operation of the server's contract is offered", async () => {
  const answer = await fetch(`${env("REKEY_URL")}/openapi.json`);
  const contract = (await answer.json()) as {
    info: { version: string };
    paths: Record<string, Record<string, { operationId?: string }>>;
    "x-tagGroups": { name: string }[];
  };
  assert.equal(version, contract.info.version);
  for (const item of Object.values(contract.paths)) {
    for (const { operationId } of Object.values(item)) {
      if (operationId === undefined) continue;
      const surface = contract["x-tagGroups"].find((g) => operationId.startsWith(g.name))?.name ?? "";
      const row = count(surface, "TypeScript: operations offered");
      row.of++;
      assert.equal(typeof (Client.prototype as unknown as Record<string, unknown>)[operationId], "function", operationId);
      row.done++;
    }
  }
});

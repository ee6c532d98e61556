import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, version } from "@rekeyhq/rekey";
import { count, env } from "./stage.js";

void test("every operation of the server's contract is offered", async () => {
  const answer = await fetch(`${env("REKEY_URL")}/openapi.json`);
  const contract = (await answer.json()) as {
    info: { version: string };
    paths: Record<string, Record<string, { operationId?: string; "x-command"?: string }>>;
    "x-tagGroups": { name: string }[];
  };
  assert.equal(version, contract.info.version);
  const client = new Client({ url: env("REKEY_URL") }) as unknown as Record<string, Record<string, unknown>>;
  const camel = (kebab: string): string => kebab.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  for (const item of Object.values(contract.paths)) {
    for (const { operationId, "x-command": command } of Object.values(item)) {
      if (operationId === undefined) continue;
      const surface = contract["x-tagGroups"].find((g) => operationId.startsWith(g.name))?.name ?? "";
      const own = operationId.slice(surface.length).replace(/Using(GET|PUT|POST|PATCH|DELETE)$/, "");
      const [namespace = "", method = ""] = command?.split(" ").map(camel) ?? [surface, own.charAt(0).toLowerCase() + own.slice(1)];
      const row = count(surface, "TypeScript: operations offered");
      row.of++;
      assert.equal(typeof client[namespace]?.[method], "function", `${operationId}: ${namespace}.${method}`);
      row.done++;
    }
  }
});

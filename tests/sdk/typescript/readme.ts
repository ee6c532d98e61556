import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { count } from "./stage.js";

const row = count("", "TypeScript: README sample run", 1);

void test("the README's sample runs as it stands there", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["out/sample.js"]);
  assert.match(stdout, /not accepted: /);
  assert.match(stdout, /password\.set/);
  row.done++;
});

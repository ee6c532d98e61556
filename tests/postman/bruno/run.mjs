// Imports the collection as Bruno does, and runs it with Bruno's command: a folder of each surface and the journeys, or
// those that are named.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const { postmanToBruno, postmanToBrunoEnvironment } = require("@usebruno/converters");
// The command writes what it imports with this; its own `import` takes no Postman collection.
const { createCollectionFromBrunoObject } = require("@usebruno/cli/src/utils/collection");

const read = (name) => JSON.parse(readFileSync(new URL(`../../../gen/postman/${name}`, import.meta.url), "utf8"));
const { REKEY_URL, REKEY_API_KEY } = process.env;
const folders = process.argv.slice(2);
if (!folders.length) {
  folders.push("Journeys", "boomi/boomi- Users", "entrust/entrust- Passwords", "rekey/rekey- users", "rekey/rekey- tickets", "wristband/wristband- OAuth", "zitadel/zitadel- passwords");
}

const dir = mkdtempSync(join(tmpdir(), "rekey-bruno."));
let failed = 0;
try {
  const { collection, issues } = await postmanToBruno(read("rekey.postman_collection.json"));
  collection.environments = [await postmanToBrunoEnvironment(read("demo.postman_environment.json")), await postmanToBrunoEnvironment(read("server.postman_environment.json"))];
  await createCollectionFromBrunoObject(collection, dir, { format: "bru" });
  for (const issue of issues ?? []) console.log(`import: ${JSON.stringify(issue)}`);
  // Bruno runs what all requests share after a request's own script unless it is told otherwise.
  const settings = join(dir, "bruno.json");
  writeFileSync(settings, JSON.stringify({ ...JSON.parse(readFileSync(settings, "utf8")), scripts: { flow: "sequential" } }));

  const report = join(dir, "report.json");
  try {
    execFileSync(new URL("node_modules/.bin/bru", import.meta.url).pathname, [
      "run", ...folders, "-r", "--env", "Rekey demo", "--env-var", `baseUrl=${REKEY_URL}`, "--env-var", `ownerKey=${REKEY_API_KEY}`,
      "--reporter-json", report,
    ], { cwd: dir, stdio: "pipe", maxBuffer: 1 << 28 });
  } catch (error) {
    failed++;
    if (process.env.VERBOSE) console.error(String(error.stdout));
  }
  const counts = { requests: 0, checks: 0, passed: 0 };
  const skipped = [];
  for (const { results } of JSON.parse(readFileSync(report, "utf8"))) {
    for (const r of results) {
      counts.requests++;
      const checks = [r.preRequestTestResults, r.postResponseTestResults, r.testResults].flatMap((list) => list ?? []);
      if (r.error) console.error(`FAILED  ${r.test?.filename ?? r.name}: ${r.error}`), failed++;
      for (const c of checks) {
        if (c.description.startsWith("skipped: ")) {
          skipped.push(c.description.slice("skipped: ".length));
          continue;
        }
        counts.checks++;
        if (c.status === "pass") counts.passed++;
        else console.error(`FAILED  ${r.test?.filename ?? r.name}: ${c.description}: ${c.error}`), failed++;
      }
    }
  }
  console.log(`bruno: ${counts.requests} requests, ${counts.passed} of ${counts.checks} checks, ${skipped.length} skipped`);
  for (const why of skipped) {
    console.log(`  skipped: ${why}`);
    if (!why.endsWith("which this program does not show")) console.error(`FAILED  skipped for no reason: ${why}`), failed++;
  }
  if (counts.checks < counts.requests * 3) throw new Error("hardly anything was checked");
} finally {
  rmSync(dir, { recursive: true, force: true });
}
if (failed) process.exitCode = 1;

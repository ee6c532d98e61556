// Runs the collection as different people would, and says what was checked, what was skipped for which reason, and what
// each run left behind on the server: nothing.
import { fork } from "node:child_process";
import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { changed, isProved } from "../proved.mjs";
import { drawn, foldersOf, requestsOf } from "./collection.mjs";

const here = new URL(".", import.meta.url);
const file = (name) => new URL(`../../gen/postman/${name}`, import.meta.url).pathname;
const collection = JSON.parse(readFileSync(file("rekey.postman_collection.json"), "utf8"));
const requests = requestsOf(collection);

const { DEMO_URL, DEMO_KEY, SERVER_URL, SERVER_KEY, TENANT_KEY } = process.env;
const demo = { url: DEMO_URL, key: DEMO_KEY };
const server = { url: SERVER_URL, key: SERVER_KEY };
const tests = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => /^SERVER_[a-z]/.test(name)).map(([name, value]) => [name.slice("SERVER_".length), value]),
);

const mailbox = "it needs the mailbox, which this server does not have";
const whole = "it changes the whole server, which is no demo";
const key = /^the key may not/;
const tenant = "it changes a whole tenant, and the environment names one that others use";
// Each run with the reasons for which it may skip, and the least that it has to check.
const runs = {
  demo: [{ title: "demo", on: demo, environment: "demo", values: {}, may: [], least: 200 }],
  server: [
    { title: "server, nothing prepared", on: server, environment: "server", values: tests, reads: true, may: [/^it (creates|changes|deletes) something/, /^the environment names no /], least: 25 },
    { title: "server, prepared", on: server, environment: "server", values: { prepare: "true" }, may: [mailbox, whole], draws: true, least: 170 },
    { title: "server, a tenant's key", on: { ...server, key: TENANT_KEY }, environment: "server", values: { prepare: "true", tenantId: tests.tenantId }, may: [mailbox, whole, tenant, key], draws: true, least: 90 },
  ],
};

const ask = async ({ url }, path) => (await fetch(url + path, { headers: { Authorization: `Bearer ${url === demo.url ? demo.key : server.key}` } })).text();
// inventory lists what is there; each change writes an event.
async function inventory(on, reads) {
  const found = {};
  for (const things of ["applications", "tenants", "users"]) found[things] = JSON.parse(await ask(on, `/v1/${things}?limit=200`)).items.map(({ id }) => id).sort();
  if (reads) found.events = (await ask(on, "/v1/events/export")).trim().split("\n").map((line) => JSON.parse(line)).filter(({ actorKind }) => actorKind !== "system").map(({ action }) => action);
  return JSON.stringify(found);
}

const play = (run) => new Promise((done) => {
  const child = fork(new URL("one.mjs", here));
  child.once("message", done);
  child.send({
    collection: run.collection ?? file("rekey.postman_collection.json"), environment: file(`${run.environment}.postman_environment.json`), folder: run.folder,
    values: { baseUrl: run.on.url, ownerKey: run.on.key, ...run.values },
  });
});

const folderOf = new Map(requests.map(({ id, folder }) => [id, folder]));
const rows = [];
const notes = [];
const problems = [];
const row = (surface, label, done, of) => rows.push({ surface, label, done, of });

async function judge(run) {
  const before = await inventory(run.on, run.reads);
  const start = Date.now();
  const folders = foldersOf(collection);
  const folder = run.draws ? drawn(folders) : undefined;
  if (folder && folder.length < folders.length) console.log(`${run.title}: left out ${folders.length - folder.length} of ${folders.length} folders (REKEY_TEST_SEED=${process.env.REKEY_TEST_SEED})`);
  const found = await play({ ...run, folder });
  const after = await inventory(run.on, run.reads);
  if (after !== before) problems.push(`${run.title}: the server is not as it was: ${before} and then ${after}`);
  for (const f of found.failed) problems.push(`${run.title}: ${folderOf.get(f.id)}: ${f.name}: ${f.check}: ${f.why}`);
  const reasons = {};
  for (const { check } of found.skipped) {
    const why = check.replace(/^skipped: /, "");
    reasons[why] = (reasons[why] ?? 0) + 1;
    if (!run.may.some((may) => (may instanceof RegExp ? may.test(why) : may === why))) problems.push(`${run.title}: skipped for no reason: ${why}`);
  }
  const sent = requests.length - found.skipped.length;
  if ((folder ?? folders).length === folders.length && sent < run.least) problems.push(`${run.title}: ${sent} requests were not skipped, ${run.least} are wanted`);
  const surfaces = new Set(requests.map(({ folder }) => folder));
  for (const s of run.title === "demo" ? surfaces : []) {
    const of = requests.filter(({ folder }) => folder === s);
    const bad = new Set(found.failed.map(({ id }) => id));
    row(s === "Journeys" ? "" : s, s === "Journeys" ? "journeys: requests like their examples" : "requests like their examples", of.filter(({ id }) => !bad.has(id)).length, of.length);
  }
  row("", `${run.title}: checks`, found.checks - found.failed.length, found.checks);
  for (const [why, n] of Object.entries(reasons).sort()) notes.push(`${run.title}: ${n} skipped: ${why}`);
  const seconds = ((Date.now() - start) / 1000).toFixed(0);
  console.log(`${run.title}: ${found.requests} requests, ${found.checks - found.failed.length} of ${found.checks} checks, ${found.skipped.length} skipped, ${seconds} s`);
  for (const [why, n] of Object.entries(reasons).sort()) console.log(`  skipped ${n}: ${why}`);
}

// A run with faults planted in it names them, and tidies up all the same.
async function broken() {
  const planted = structuredClone(collection);
  const folder = planted.item.find(({ name }) => name === "rekey").item.find(({ name }) => name === "rekey: users");
  const script = (item, listen) => item.event.find((e) => e.listen === listen).script;
  const of = (method) => folder.item.find(({ request }) => request.method === method);
  script(of("POST"), "test").exec.push('throw new Error("planted");');
  script(of("PATCH"), "test").exec = script(of("PATCH"), "test").exec.map((line) => line.replace("status: 200", "status: 299"));
  of("DELETE").request.url = "http://127.0.0.1:9/";
  const before = await inventory(demo);
  const found = await play({ on: demo, environment: "demo", values: {}, collection: planted, folder: [folder.name] });
  for (const method of ["POST", "PATCH", "DELETE"]) {
    if (!found.failed.some(({ id }) => id === of(method).id)) problems.push(`broken: the fault that was planted in ${of(method).id} was not found`);
  }
  const after = await inventory(demo);
  if (after !== before) problems.push(`broken: a run with faults left something: ${before} and then ${after}`);
}

// What the collection shows as answers, a server was seen to give.
function saved() {
  const seen = {};
  for (const { id, name, folder, response = [] } of requests) {
    for (const { name: answer, code, body } of response.filter(({ body }) => body)) {
      let value = body;
      try {
        value = JSON.parse(body);
      } catch {}
      const of = (seen[folder] ??= [0, 0]);
      of[1]++;
      if (isProved(String(code), value)) of[0]++;
      else problems.push(`${id}: ${name}: nobody saw the saved answer ${answer}`);
      if (isProved(String(code), changed(value))) throw new Error(`${id}: a changed answer is not found`);
    }
  }
  for (const [folder, [done, of]] of Object.entries(seen)) row(folder, "saved answers that a server was seen to give", done, of);
}

saved();
await Promise.all([
  (async () => { for (const run of runs.demo) await judge(run); await broken(); })(),
  (async () => { for (const run of runs.server) await judge(run); })(),
]);
for (const p of problems) console.error(`FAILED  ${p}`);
if (problems.length) process.exitCode = 1;
mkdirSync(".report", { recursive: true });
writeFileSync(
  ".report/postman.json",
  JSON.stringify({ title: "Postman collection, run by newman", command: "make postman", rows, notes }, null, 2) + "\n",
);

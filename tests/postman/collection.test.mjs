// What people see who import the collection.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { requestsOf } from "./collection.mjs";

const transformer = createRequire(import.meta.url)("postman-collection-transformer");
const text = readFileSync(new URL("../../gen/postman/rekey.postman_collection.json", import.meta.url), "utf8");
const collection = JSON.parse(text);
const requests = requestsOf(collection);

// The app keeps collections in format 1.0.0, and imports with this.
const imported = await new Promise((done, fail) =>
  transformer.convert(structuredClone(collection), { inputVersion: "2.1.0", outputVersion: "1.0.0" }, (error, found) => (error ? fail(error) : done(found))),
);

test("every request keeps its documentation on import", () => {
  assert.equal(imported.requests.length, requests.length);
  assert.deepEqual(imported.requests.filter(({ description }) => !description).map(({ name }) => name), []);
});

test("every folder keeps its text on import", () => {
  assert.ok(imported.folders.length > 40);
  assert.deepEqual(imported.folders.filter(({ description }) => !description).map(({ name }) => name), []);
});

test("every request keeps its answers and parameters on import", () => {
  for (const r of requests) {
    const found = imported.requests.find(({ id }) => id === r.id);
    assert.equal((found.responses ?? []).length, (r.response ?? []).length, r.name);
    assert.equal((found.queryParams ?? []).length, (r.request.url.query ?? []).length, r.name);
  }
});

test("no two neighbours are named alike", () => {
  const walk = (items) => {
    const names = items.map(({ name }) => name);
    assert.deepEqual(names.filter((name, i) => names.indexOf(name) !== i), []);
    for (const { item } of items) if (item) walk(item);
  };
  walk(collection.item);
});

test("every parameter in the query is said to mean something, and a list shows its own", () => {
  const listed = requests.flatMap(({ request }) => request.url.query ?? []);
  assert.ok(listed.length > 60);
  assert.deepEqual(listed.filter(({ description }) => !description).map(({ key }) => key), []);
  const users = requests.find(({ name }) => name === "List users").request.url;
  assert.ok(users.query.some(({ key, disabled }) => key === "limit" && disabled), "limit is not listed");
  assert.ok(!users.raw.includes("limit"), "limit is sent");
});

test("no outcome of a folder is saved twice", () => {
  for (const folder of collection.item.flatMap(({ item }) => item)) {
    const errors = folder.item.flatMap(({ response = [] }) => response).filter(({ code }) => code >= 400).map(({ code, body }) => `${code} ${body}`);
    assert.deepEqual(errors.filter((e, i) => errors.indexOf(e) !== i), [], folder.name);
  }
});

test("it stays small enough to be looked at", () => {
  assert.ok(text.length < 1_500_000, `${text.length} characters`);
  const lines = text.split("\n").length / requests.length;
  assert.ok(lines < 75, `${lines} lines for each of ${requests.length} requests`);
  const longest = requests.flatMap(({ event }) => event).map(({ script }) => script.exec.length);
  assert.ok(Math.max(...longest) < 80, "a request has a long script");
  for (const { script } of collection.event) assert.ok(JSON.stringify(script).length < 50_000, "a shared script is long");
});

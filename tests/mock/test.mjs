// Asks the mock for every status and every named example of every operation: `make mock-test`.
import { mkdirSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

import { operations } from "./contract.mjs";
import { start } from "./prism.mjs";
import { changed, isProved } from "../proved.mjs";

const figures = new Map();
const failures = [];

function note(surface, label, held, what) {
  const key = `${surface}\n${label}`;
  const row = figures.get(key) ?? { surface, label, done: 0, of: 0 };
  figures.set(key, row);
  row.of += 1;
  if (held) row.done += 1;
  else failures.push(`${label}: ${what}`);
}

async function ask(url, { method, path, headers, body }, more) {
  const answer = await fetch(url + path, { method, headers: { ...headers, ...more }, body });
  const text = await answer.text();
  const type = (answer.headers.get("content-type") ?? "").split(";")[0];
  let value = text;
  if (/[/+]json$/.test(type)) value = text === "" ? undefined : JSON.parse(text);
  return { status: answer.status, type, value };
}

// Whether the answer is one that the contract shows for the status.
function shown(answer, declared, name) {
  if (answer.status !== declared.status) return false;
  if (declared.contents.length === 0) return answer.value === "" || answer.value === undefined;
  return declared.contents.some((content) => {
    const examples = content.examples.filter((example) => name === undefined || example.name === name);
    if (content.type !== answer.type) return false;
    return examples.some(({ value }) => isDeepStrictEqual(value, answer.value) || String(value) === answer.value);
  });
}

const told = (operation, prefer, answer) =>
  `${operation.id} [${prefer}]: ${answer.status} ${answer.type} ${JSON.stringify(answer.value)?.slice(0, 200)}`;

async function tryOut(url, operation) {
  const { surface, request } = operation;
  const usual = operation.answers.find((answer) => answer.status < 300);
  let answer = await ask(url, request, {});
  note(surface, "operations that answer by themselves", shown(answer, usual), told(operation, "", answer));
  for (const { name, value, text } of request.bodies) {
    answer = await ask(url, { ...request, body: text }, { Prefer: `code=${usual.status}` });
    const known = `${operation.id} request ${name}`;
    note(surface, "examples of requests taken", answer.status === usual.status && isProved(known, value), told(operation, known, answer));
  }
  for (const declared of operation.answers) {
    answer = await ask(url, request, { Prefer: `code=${declared.status}` });
    note(surface, "statuses answered by Prefer: code", shown(answer, declared), told(operation, `code=${declared.status}`, answer));
    for (const content of declared.contents) {
      for (const { name } of content.examples) {
        const prefer = `code=${declared.status}, example=${name}`;
        answer = await ask(url, request, { Prefer: prefer, Accept: content.type });
        note(surface, "examples answered by Prefer: example", shown(answer, declared, name), told(operation, prefer, answer));
        const known = `${operation.id} ${declared.status} ${name}`;
        note(surface, "of them seen on a server", isProved(known, answer.value), told(operation, prefer, answer));
        if (isProved(known, changed(answer.value))) failures.push(`${known}: a changed example is not found`);
      }
    }
  }
  if (operation.needsCredentials) {
    const { Authorization: _, ...anonymous } = request.headers;
    answer = await ask(url, { ...request, headers: anonymous }, {});
    const refusal = operation.answers.find(({ status }) => status === 401);
    note(surface, "401 without credentials, in the surface's own shape", shown(answer, refusal), told(operation, "nobody", answer));
  }
}

const mock = await start();
try {
  const waiting = operations();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await tryOut(mock.url, next);
    }),
  );
} finally {
  mock.stop();
}
const rows = [...figures.values()].sort((a, b) => a.surface.localeCompare(b.surface) || a.label.localeCompare(b.label));
for (const { surface, label, done, of } of rows) console.log(`  ${surface.padEnd(10)} ${label.padEnd(52)} ${done}/${of}`);
for (const failure of failures) console.error(failure);
const report = { title: "Mock", command: "make mock-test", rows, notes: ["Prism answers from the published bundle as it is."] };
const folder = new URL("../../.report/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("mock.json", folder), JSON.stringify(report, null, 2));
process.exitCode = failures.length === 0 ? 0 : 1;

// Counts what newman found, by folder, names what failed, and writes .report/postman.json.
const fs = require("node:fs");

const { run, collection } = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const folderOf = {};
const walk = (items, folder) => {
  for (const item of items) {
    if (item.item) walk(item.item, folder || item.name);
    else folderOf[item.id] = folder;
  }
};
walk(collection.item, "");

const rows = {};
const count = (folder, label, ok) => {
  const row = (rows[`${folder} ${label}`] ||= { surface: folder === "Journeys" ? "" : folder, label: folder === "Journeys" ? `journeys: ${label}` : label, done: 0, of: 0 });
  row.of++;
  if (ok) row.done++;
};
// What a request's scripts ask for is listed under its item as well: the request itself is the last.
const last = new Map(run.executions.map((e) => [e.item.id, e]));
for (const { item, response, assertions = [] } of last.values()) {
  const folder = folderOf[item.id];
  count(folder, "requests answered", Boolean(response));
  for (const a of assertions) {
    count(folder, "assertions", !a.error);
    if (a.error) console.error(`FAILED  ${folder}: ${item.name}: ${a.assertion}: ${a.error.message}`);
  }
}
for (const f of run.failures.filter((f) => !f.error.test)) {
  console.error(`FAILED  ${f.source?.name}: ${f.error.message}`);
  count(folderOf[f.source?.id] ?? "", "scripts", false);
}
// What the collection shows as answers, a server was seen to give.
const saved = (items, folder, { isProved, changed }) => {
  for (const item of items) {
    if (item.item) saved(item.item, folder || item.name, { isProved, changed });
    for (const { name, code, body } of item.response ?? []) {
      if (!body) continue;
      const value = read(body);
      count(folder, "saved answers that a server was seen to give", isProved(String(code), value));
      if (!isProved(String(code), value)) console.error(`FAILED  ${folder}: ${item.name}: nobody saw the saved answer ${name}`);
      if (isProved(String(code), changed(value))) throw new Error(`${item.name}: a changed answer is not found`);
    }
  }
};
const read = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

import("../proved.mjs").then((proved) => {
  saved(JSON.parse(fs.readFileSync(process.argv[3], "utf8")).item, "", proved);
  const all = Object.values(rows);
  if (all.some(({ done, of }) => done < of)) process.exitCode = 1;
  fs.mkdirSync(".report", { recursive: true });
  fs.writeFileSync(
    ".report/postman.json",
    JSON.stringify({ title: "Postman collection, run by newman", command: "make postman", rows: all, notes: [] }, null, 2) + "\n",
  );
  const { requests, assertions } = run.stats;
  console.log(`newman: ${requests.total - requests.failed} of ${requests.total} requests, ${assertions.total - assertions.failed} of ${assertions.total} assertions`);
});

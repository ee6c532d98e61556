// After a request: `rekey.answers` compares the answer with the example, member by member, and stores the ids and codes
// in it for the requests that follow. In a tenant that others use, it compares only types.

const meant = (at, patterns = []) => {
  const steps = at.split("/");
  return patterns.some((p) => p.split("/").length === steps.length && p.split("/").every((s, i) => s === "*" || s === steps[i]));
};
const isObject = (v) => v !== null && typeof v === "object" && !Array.isArray(v);

// compare returns the differences from the example. It leaves out what varies; a part of a list may have more items.
function compare(pm, at, example, got, may) {
  const here = at || "the answer";
  if (meant(at, may.varies)) return [];
  if (typeof example === "string" && typeof got === "number" && example.startsWith("{{")) return match(pm, at, example, String(got));
  if (typeof example === "string") return typeof got === "string" ? match(pm, at, example, got) : [`${here} is no string`];
  if (Array.isArray(example)) {
    if (!Array.isArray(got)) return [`${here} is no list`];
    if (meant(at, may.part)) return findAll(pm, at, example, [...got], may);
    if (got.length !== example.length) return [`${here} has not ${example.length} items`];
    return example.flatMap((e, i) => compare(pm, `${at}/${i}`, e, got[i], may));
  }
  if (isObject(example)) {
    if (!isObject(got)) return [`${here} is no object`];
    const isMore = (k) => !(k in example) && !meant(at, may.part) && !meant(`${at}/${k}`, may.varies);
    const more = Object.keys(got).filter(isMore).map((k) => `${at}/${k} is not in the example`);
    return Object.entries(example)
      .flatMap(([k, e]) => (k in got ? compare(pm, `${at}/${k}`, e, got[k], may) : [`${at}/${k} is missing`]))
      .concat(more);
  }
  return example === got ? [] : [`${here} is ${JSON.stringify(got)}, in the example ${JSON.stringify(example)}`];
}

// findAll finds the items of the example in a longer list, in their order.
function findAll(pm, at, example, got, may) {
  for (const [i, item] of example.entries()) {
    let found = false;
    while (!found && got.length) {
      const before = state(pm).learned.map((name) => [name, get(pm, name)]);
      found = compare(pm, `${at}/${i}`, item, got.shift(), may).length === 0;
      if (!found) for (const name of state(pm).learned) set(pm, name, (before.find(([n]) => n === name) || [name, ""])[1]);
    }
    if (!found) return [`${at}/${i} is not in the answer`];
  }
  return [];
}

// types compares the kinds of the members that example and answer both have, and learns what a change made.
function types(pm, at, example, got, may) {
  if (meant(at, may.varies) || example === null || got === null) return [];
  if (Array.isArray(example) && Array.isArray(got)) return example.length && got.length ? types(pm, `${at}/0`, example[0], got[0], may) : [];
  if (isObject(example) && isObject(got)) {
    return Object.entries(example).flatMap(([k, e]) => (k in got ? types(pm, `${at}/${k}`, e, got[k], may) : []));
  }
  const text = typeof example === "string" && ["string", "number"].includes(typeof got);
  if (text && may.learns && /{{/.test(example)) match(pm, at, example, String(got));
  return text || (typeof example === typeof got && isObject(example) === isObject(got)) ? [] : [`${at} is ${typeof got}, in the example ${typeof example}`];
}

// Bruno gives a text as JSON.
const textOf = (pm) => {
  const text = pm.response.text();
  return /^".*"$/s.test(text) ? JSON.parse(text) : text;
};

const LINES = /ndjson$/;
const linesOf = (text) => text.trim().split("\n").map((line) => JSON.parse(line));

function body(pm, expected) {
  if (LINES.test(expected.media)) return linesOf(textOf(pm));
  return /json$/.test(expected.media) ? pm.response.json() : textOf(pm);
}

// learnAt takes values from places where the example shows others.
function learnAt(pm, places, got) {
  for (const [name, at] of Object.entries(places)) learn(pm, name, pointed(got, at));
}

function check(pm, expected) {
  pm.test(`${expected.status}`, () => pm.expect(pm.response.code).to.equal(expected.status));
  pm.test("carries a request id", () => pm.expect(pm.response.headers.get("X-Request-Id")).to.be.a("string"));
  if (expected.empty) pm.test("has no body", () => pm.expect(textOf(pm)).to.equal(""));
  if (expected.learn && pm.response.code === expected.status) learnAt(pm, expected.learn, pm.response.json());
  if (!expected.media) return;
  pm.test(`is ${expected.media}`, () => pm.expect(pm.response.headers.get("Content-Type")).to.include(expected.media));
  const isOwn = prepares(pm) && !pm.environment.get("tenantId");
  const may = { ...expected, learns: !expected.reads };
  pm.test(isOwn ? "is like the example" : "has the types of the example", () => {
    const got = body(pm, expected);
    const example = LINES.test(expected.media) ? linesOf(expected.example) : expected.example;
    pm.expect((isOwn ? compare : types)(pm, "", example, got, may)).to.eql([]);
  });
}

rekey = {
  answers: async (pm, expected) => {
    if (pm.response.code === 403 && expected.status !== 403) {
      skip(pm, "the key may not do this");
      keep(pm, { skip: "the key may not do the step before" });
    } else {
      check(pm, expected);
      if (expected.undo && prepares(pm) && pm.response.code === expected.status) remember(pm, expected.undo, pm.response.json());
    }
    if (!expected.goesOn || state(pm).skip) await tidy(pm);
  },
  reads: (pm, mail) => pm.test("the mail is there", () => pm.expect(readMail(pm, pm.response.json(), mail, true)).to.equal(true)),
};

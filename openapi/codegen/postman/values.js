// What the scripts of all requests share. `{{name}}` stands for a value that is another one on each server, here as in
// the requests. Bruno's importer translates Postman's calls and leaves `pm` itself undefined.
if (typeof pm === "undefined") globalThis.pm = null;

const prepares = (pm) => pm.environment.get("prepare") === "true";
// Where each request prepares what it needs, the environment names no more than these.
const NAMED = ["baseUrl", "ownerKey", "tenantId"];

function get(pm, name) {
  const made = pm.collectionVariables.get(name);
  const named = pm.environment.get(name);
  return (prepares(pm) && !NAMED.includes(name) ? made : named || made) || "";
}

// A local variable wins over one of the environment, and a collection variable outlives the request.
function set(pm, name, value) {
  pm.variables.set(name, value);
  pm.collectionVariables.set(name, value);
}

// The state of a run: objects to delete, learned values, read mails, and why a journey is skipped.
const state = (pm) => ({ made: [], learned: [], mails: [], ...JSON.parse(pm.collectionVariables.get("state") || "{}") });
const keep = (pm, changes) => pm.collectionVariables.set("state", JSON.stringify({ ...state(pm), ...changes }));

function learn(pm, name, value) {
  set(pm, name, value);
  const { learned } = state(pm);
  if (!learned.includes(name)) keep(pm, { learned: [...learned, name] });
}

const fill = (pm, text) => text.replace(/{{(\w+)}}/g, (all, name) => get(pm, name));
const fillAll = (pm, v) =>
  typeof v === "string" ? fill(pm, v)
  : Array.isArray(v) ? v.map((x) => fillAll(pm, x))
  : v && typeof v === "object" ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, fillAll(pm, x)]))
  : v;

// pattern matches a text like the example, with a group for each value that is named in it.
function pattern(example) {
  const parts = example.split(/{{(\w+)}}/);
  const quote = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const text = parts.map((part, i) => (i % 2 ? `(${SHAPES[part] || "[^\\s\"'<>/?&#]+"})` : quote(part))).join("");
  return { text, names: parts.filter((_, i) => i % 2) };
}

// match compares a text with its example and learns the values named there; it returns what is wrong.
function match(pm, at, example, text) {
  const { text: like, names } = pattern(example);
  const found = new RegExp(`^${like}$`).exec(text);
  if (!names.length) return alike(example, text) ? [] : [`${at || "the answer"} is not like its example`];
  if (!found) return [`${at || "the answer"} is not like its example`];
  const other = names.filter((name, i) => get(pm, name) && get(pm, name) !== found[i + 1]);
  if (other.length) return [`${at} is another ${other.join(", ")} than before`];
  names.forEach((name, i) => learn(pm, name, found[i + 1]));
  return [];
}

const ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const SHORT = /^[0-9a-z]{26}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const alike = (a, b) => a === b || [ID, SHORT, TIME].some((p) => p.test(a) && p.test(b));

// ask sends a request as Postman and as Bruno take it, and gives the answer as Postman does. Bruno's importer puts an
// await before the call, and Bruno keeps no more than the status of an answer from 400.
const ask = (pm, { url, method = "GET", headers = {}, data }) => new Promise(async (done, fail) => {
  const header = Object.entries(headers).map(([key, value]) => ({ key, value }));
  const request = { url, method, headers, header, data, body: data && { mode: "raw", raw: data } };
  pm.sendRequest(request, (error, got) => {
    const answer = got || (error && error.status && error);
    if (!answer) fail(error);
    else done(answer.json ? answer : { code: answer.status, json: () => answer.data });
  });
});

function skip(pm, why) {
  (pm.test.skip || pm.test)(`skipped: ${why}`, () => {});
}

// pointed is the value at a place of an answer.
const pointed = (answer, at) => at.split("/").slice(1).reduce((v, k) => (v == null ? v : v[k]), answer);

// authorized are the headers of a request with a credential.
function authorized(pm, headers, [kind, ...names] = []) {
  const [id, secret] = names.map((name) => get(pm, name));
  if (kind === "bearer") headers.Authorization = `Bearer ${id}`;
  if (kind === "header") headers[names[0]] = secret;
  if (kind === "basic") headers.Authorization = `Basic ${btoa(`${id}:${secret}`)}`;
  return headers;
}

// tidy deletes the created objects, the last one first. It is not an error if one is already deleted.
async function tidy(pm) {
  for (let { made } = state(pm); made.length; { made } = state(pm)) {
    const { send, auth } = made[made.length - 1];
    keep(pm, { made: made.slice(0, -1) });
    const [method, path] = send.split(" ");
    const { code } = await ask(pm, { url: get(pm, "baseUrl") + path, method, headers: authorized(pm, {}, auth) });
    if (code >= 300 && ![404, 409].includes(code)) pm.test(`${send} tidies up`, () => pm.expect(code).to.equal(204));
  }
}

function remember(pm, undo, answer) {
  const id = pointed(answer, undo.id);
  if (id) keep(pm, { made: [...state(pm).made, { ...undo, send: undo.send.replace("{id}", id) }] });
}

// readMail takes values from the newest mail that shows what the example shows, once.
function readMail(pm, mails, { to, shows }, take) {
  const { text, names } = pattern(shows);
  const { mails: read } = state(pm);
  for (const mail of mails.filter((mail) => mail.to === fill(pm, to))) {
    const found = new RegExp(text).exec(mail.text);
    if (!found || read.includes(found[0])) continue;
    if (take) {
      keep(pm, { mails: [...read, found[0]].slice(-50) });
      names.forEach((name, i) => learn(pm, name, found[i + 1]));
    }
    return true;
  }
  return false;
}

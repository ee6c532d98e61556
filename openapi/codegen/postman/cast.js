// The cast: values of the examples that are others on each server, longest first.
const cast = Object.entries(CAST).sort((a, b) => b[1].length - a[1].length);
const get = (name) => pm.environment.get(name) || pm.collectionVariables.get(name) || "";
const set = (name, value) => pm.collectionVariables.set(name, value);

// fill puts live values in the place of the examples'.
const fill = (text) => cast.reduce((t, [name, value]) => t.split(value).join(get(name) || value), text);
const member = (text) => cast.some(([, value]) => value === text);
const fillAll = (v) =>
  typeof v === "string" ? fill(v)
  : typeof v === "number" && member(String(v)) ? Number(fill(String(v)))
  : Array.isArray(v) ? v.map(fillAll)
  : v && typeof v === "object" ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, fillAll(x)]))
  : v;

const uuid = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const shortId = "[0-9a-z]{26}";
const is = (pattern, text) => new RegExp(`^(?:${pattern})$`).test(text);
const shape = (value) =>
  is(uuid, value) ? uuid
  : is(shortId, value) ? shortId
  : is("\\d{4,8}", value) ? `\\d{${value.length}}` : is("\\d+", value) ? "\\d+"
  : value.startsWith("http") ? "https?://[^/\\s\"'<>]+"
  : value.includes(" ") ? ".+"
  : "[^\\s\"'<>/?&#]+";
const quote = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

// pattern matches a text like the example, with a group for each value of the cast in it.
function pattern(example) {
  for (const [name, value] of cast) {
    const at = example.indexOf(value);
    if (at < 0) continue;
    const before = pattern(example.slice(0, at));
    const after = pattern(example.slice(at + value.length));
    return { text: `${before.text}(${shape(value)})${after.text}`, names: [...before.names, name, ...after.names] };
  }
  return { text: quote(example), names: [] };
}

const time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)";
const alike = (a, b) => a === b || [uuid, shortId, time].some((p) => is(p, a) && is(p, b));

// learn compares a text with its example and keeps new values of the cast; it returns what is wrong.
function learn(at, example, text) {
  const { text: like, names } = pattern(example);
  if (!names.length) return alike(example, text) ? [] : [`${at || "the answer"} is not like its example`];
  const match = new RegExp(`^${like}$`).exec(text);
  if (!match) return [`${at || "the answer"} is not like its example`];
  const other = names.filter((name, i) => get(name) && get(name) !== match[i + 1]);
  if (other.length) return [`${at} is another ${other.join(", ")} than before`];
  names.forEach((name, i) => set(name, match[i + 1]));
  return [];
}

const meant = (at, patterns) => {
  const steps = at.split("/");
  return (patterns || []).some((p) => p.split("/").length === steps.length && p.split("/").every((s, i) => s === "*" || s === steps[i]));
};

// compare holds an answer against its example, member by member. What varies is left out; of what is shown in
// part, there may be more.
function compare(at, example, got, may = {}) {
  if (meant(at, may.varies)) return [];
  if (typeof example === "string") return typeof got === "string" ? learn(at, example, got) : [`${at} is no string`];
  if (Array.isArray(example)) {
    if (!Array.isArray(got)) return [`${at || "the answer"} is no list`];
    if (meant(at, may.part)) return findAll(at, example, [...got], may);
    if (got.length !== example.length) return [`${at || "the answer"} has not ${example.length} items`];
    return example.flatMap((e, i) => compare(`${at}/${i}`, e, got[i], may));
  }
  if (example && typeof example === "object") {
    if (!got || typeof got !== "object" || Array.isArray(got)) return [`${at || "the answer"} is no object`];
    const more = meant(at, may.part) ? [] : Object.keys(got).filter((k) => !(k in example) && !meant(`${at}/${k}`, may.varies)).map((k) => `${at}/${k} is not in the example`);
    return Object.entries(example).flatMap(([k, e]) => (k in got ? compare(`${at}/${k}`, e, got[k], may) : [`${at}/${k} is missing`])).concat(more);
  }
  if (typeof example === "number" && typeof got === "number" && member(String(example))) return learn(at, String(example), String(got));
  return example === got ? [] : [`${at} is ${JSON.stringify(got)}, in the example ${JSON.stringify(example)}`];
}

// findAll finds the items of the example in a longer list, in their order.
function findAll(at, example, got, may) {
  for (const [i, item] of example.entries()) {
    let found = false;
    while (!found && got.length) {
      const before = Object.fromEntries(cast.map(([name]) => [name, get(name)]));
      found = compare(`${at}/${i}`, item, got.shift(), may).length === 0;
      if (!found) for (const [name] of cast) if (get(name) !== before[name]) pm.collectionVariables.set(name, before[name]);
    }
    if (!found) return [`${at}/${i} is not in the answer`];
  }
  return [];
}

// take learns members of the cast from places in the answer.
function take(learned, answer) {
  for (const [name, at] of Object.entries(learned || {})) set(name, at.split("/").slice(1).reduce((v, k) => v[k], answer));
}

// code is what the user's authenticator app shows (RFC 6238).
function code(app) {
  const CryptoJS = require("crypto-js");
  const bits = [...get(app.secret)].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = CryptoJS.enc.Hex.parse(bits.match(/.{8}/g).map((b) => parseInt(b, 2).toString(16).padStart(2, "0")).join(""));
  const step = Math.floor(Date.now() / 30000) + (app.ahead || 0);
  const mac = CryptoJS.HmacSHA1(CryptoJS.enc.Hex.parse(step.toString(16).padStart(16, "0")), key).toString();
  const at = parseInt(mac.slice(-1), 16) * 2;
  set(app.code, String((parseInt(mac.slice(at, at + 8), 16) & 0x7fffffff) % 1000000).padStart(6, "0"));
}

// readMail takes values from the newest mail that shows what the example shows, once.
function readMail(mails, mail) {
  const { text, names } = pattern(mail.shows);
  const read = JSON.parse(get("mailsRead") || "[]");
  for (const m of mails.filter((m) => m.to === fill(mail.to))) {
    const match = new RegExp(text).exec(m.text);
    if (!match || read.includes(match[0])) continue;
    set("mailsRead", JSON.stringify([...read, match[0]].slice(-50)));
    names.forEach((name, i) => set(name, match[i + 1]));
    return true;
  }
  return false;
}

const later = (ms) => new Promise((done) => setTimeout(done, ms));
const ask = (request) => new Promise((done, fail) => pm.sendRequest(request, (err, res) => (err ? fail(err) : done(res))));

// awaitMail waits until the mailbox of the development profile shows it.
async function awaitMail(mail, take) {
  for (let i = 0; i < 100; i++) {
    const mails = (await ask(`${get("baseUrl")}/dev/mailbox.json`)).json();
    const { text } = pattern(mail.shows);
    const read = JSON.parse(get("mailsRead") || "[]");
    const there = mails.some((m) => {
      const match = m.to === fill(mail.to) && new RegExp(text).exec(m.text);
      return match && !read.includes(match[0]);
    });
    if (there) return take ? readMail(mails, mail) : true;
    await later(100);
  }
  throw new Error(`no mail to ${mail.to}`);
}

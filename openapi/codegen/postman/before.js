// Before a request: `rekey.needs` creates the situations that it needs, or says why it is skipped.

class Skip extends Error {}

// The mailbox belongs to the development profile.
async function mailbox(pm) {
  const answer = await ask(pm, { url: `${get(pm, "baseUrl")}/dev/mailbox.json` });
  return answer.code === 200 ? answer.json() : undefined;
}

// awaitMail asks until the mail is there. It cannot pause: the timers of a shared script end with the script.
async function awaitMail(pm, mail, take) {
  for (const start = Date.now(); Date.now() < start + 10000; ) {
    if (readMail(pm, (await mailbox(pm)) || [], mail, take)) return;
  }
  throw new Error(`no mail to ${fill(pm, mail.to)}`);
}

async function call(pm, step) {
  const [method, target] = step.send.split(" ");
  const headers = authorized(pm, fillAll(pm, step.headers || {}), step.auth);
  let data;
  if (step.media) {
    headers["Content-Type"] = step.media;
    const body = fillAll(pm, step.body || {});
    const form = Object.entries(body).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
    data = step.media === "application/x-www-form-urlencoded" ? form : JSON.stringify(body);
  }
  const answer = await ask(pm, { url: get(pm, "baseUrl") + fill(pm, target), method, headers, data });
  if (answer.code === 403) throw new Skip("the key may not prepare what the request needs");
  if (answer.code !== step.status) throw new Error(`${step.send} answers ${answer.code}, wanted ${step.status}`);
  const read = step.learn || step.undo;
  const got = read && answer.json();
  if (read && !got) throw new Skip(`it needs the answer of ${step.send}, which this program does not show`);
  if (step.undo) remember(pm, step.undo, got);
  for (const [at, example] of Object.entries(step.learn || {})) {
    const value = pointed(got, at);
    const wrong = match(pm, at, example, String(value));
    const names = /^{{\w+}}$/.test(example) || !pm.environment.get("tenantId"); // a text may name a tenant that others use
    if (wrong.length && names) throw new Error(`${step.send}: ${wrong.join("; ")}`);
  }
}

// steps are those of situations, each once, and those that come before them first. None makes or finds a place to
// work in where the environment names one.
function steps(names, named, done = new Set()) {
  return names.flatMap((name) => {
    if (done.has(name)) return [];
    done.add(name);
    const { after = [], steps: own, place } = SITUATIONS[name];
    if (named && place) return [];
    return [...steps(after, named, done), ...own];
  });
}

// ofRun deletes the values of an earlier request, and generates names that have to be unique on a server.
function ofRun(pm, named) {
  for (const name of state(pm).learned) set(pm, name, (NAMED.includes(name) && pm.environment.get(name)) || "");
  keep(pm, { learned: [], skip: "" });
  for (const [name, value] of Object.entries(CHOSEN)) {
    if (named && name === "tenantHost") continue; // it has its own
    if (name === "userName" && !named) learn(pm, name, value);
    else learn(pm, name, value.replace(/[@.]|$/, (end) => `-${Math.random().toString(16).slice(2, 12)}${end}`));
  }
  learn(pm, "password", PASSWORD);
}

async function prepare(pm, wanted) {
  const named = pm.environment.get("tenantId");
  ofRun(pm, named);
  const all = steps(wanted.given || [], named);
  const wide = [wanted, ...all].map((step) => step.of);
  if (named && wide.includes("tenant")) throw new Skip("it changes a whole tenant, and the environment names one that others use");
  const mails = wanted.mail || all.some((step) => step.mail);
  if ((mails || wide.includes("server")) && !(await mailbox(pm))) {
    throw new Skip(mails ? "it needs the mailbox, which this server does not have" : "it changes the whole server, which is no demo");
  }
  if (named) await call(pm, NAMED_TENANT);
  for (const step of all) {
    if (step.mail) await awaitMail(pm, step.mail, true);
    else if (step.app) code(pm, step.app);
    else for (let times = step.times || 1; times > 0; times--) await call(pm, step);
  }
}

// standIn uses the only key there is instead of the keys that are prepared elsewhere.
function standIn(pm) {
  for (const key of KEYS) if (!get(pm, key)) pm.variables.set(key, get(pm, "ownerKey"));
}

// find uses existing objects: the test tenant that the environment names.
function find(pm, wanted) {
  keep(pm, { skip: "" });
  if (wanted.does !== "reads" && pm.environment.get("change") !== "true") {
    throw new Skip(`it ${wanted.does} something, and neither prepare nor change is "true"`);
  }
  standIn(pm);
  const missing = (wanted.uses || []).filter((name) => !get(pm, name) && !KEYS.includes(name));
  if (missing.length) throw new Skip(`the environment names no ${missing.join(", ")}`);
}

async function attempt(pm, act) {
  try {
    await act();
  } catch (error) {
    keep(pm, { skip: error.message });
    if (error instanceof Skip) skip(pm, error.message);
    else pm.test("what the request needs is there", () => { throw error; });
    await tidy(pm);
    pm.execution.skipRequest();
  }
}

// code is what the user's authenticator app shows (RFC 6238).
function code(pm, app) {
  const CryptoJS = require("crypto-js");
  const bits = [...get(pm, app.secret)].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = CryptoJS.enc.Hex.parse(bits.match(/.{8}/g).map((b) => parseInt(b, 2).toString(16).padStart(2, "0")).join(""));
  const time = Math.floor(Date.now() / 30000) + (app.ahead || 0);
  const mac = CryptoJS.HmacSHA1(CryptoJS.enc.Hex.parse(time.toString(16).padStart(16, "0")), key).toString();
  const at = parseInt(mac.slice(-1), 16) * 2;
  learn(pm, app.code, String((parseInt(mac.slice(at, at + 8), 16) & 0x7fffffff) % 1000000).padStart(6, "0"));
}

rekey = {
  // needs is for a single request, and for the first of a journey.
  needs: (pm, wanted) => attempt(pm, async () => {
    await tidy(pm);
    await (prepares(pm) ? prepare(pm, wanted) : find(pm, wanted));
  }),
  // goesOn is for the later requests of a journey.
  goesOn: (pm, wanted = {}) => attempt(pm, async () => {
    const { skip: why, learned } = state(pm);
    if (why) throw new Skip(why);
    for (const name of learned) pm.variables.set(name, get(pm, name));
    if (!prepares(pm)) standIn(pm);
    if (wanted.mail) await awaitMail(pm, wanted.mail, false);
  }),
};

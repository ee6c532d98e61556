// Before each request. Where the variable `prepare` is "true" (a demo, never a server that people use),
// everything that the request needs is made first: an application, a tenant, users, keys.

async function enact(step) {
  if (step.mail) return awaitMail(step.mail, true);
  if (step.app) return code(step.app);
  for (let times = step.times || 1; times > 0; times--) await call(step);
}

async function call(step) {
  const header = Object.entries(step.headers || {}).map(([key, value]) => ({ key, value: fill(value) }));
  const [kind, ...names] = step.auth || [];
  if (kind === "bearer") header.push({ key: "Authorization", value: `Bearer ${get(names[0])}` });
  if (kind === "header") header.push({ key: names[0], value: get(names[1]) });
  if (kind === "basic") header.push({ key: "Authorization", value: `Basic ${btoa(`${get(names[0])}:${get(names[1])}`)}` });
  const request = { url: get("baseUrl") + fill(step.target), method: step.method, header };
  if (step.media) {
    header.push({ key: "Content-Type", value: step.media });
    const body = fillAll(step.body);
    const form = step.media === "application/x-www-form-urlencoded";
    request.body = { mode: "raw", raw: form ? new URLSearchParams(body).toString() : JSON.stringify(body) };
  }
  const answer = await ask(request);
  const json = /json/.test(step.answers || "");
  const wrong = answer.code !== step.status ? [`answers ${answer.code}, wanted ${step.status}`]
    : json && step.answer !== undefined ? compare("", step.answer, answer.json(), step) : [];
  if (wrong.length) throw new Error(`${step.operation}: ${wrong.join("; ")}`);
  if (step.learn) take(step.learn, answer.json());
}

async function bring(names, done) {
  for (const name of names) {
    if (done.has(name)) continue;
    done.add(name);
    const situation = SITUATIONS[name];
    await bring(situation.after || [], done);
    for (const step of situation.steps) await enact(step);
  }
}

async function prepare(wanted) {
  if (wanted.fresh && get("prepare") === "true") {
    for (const [name] of cast) if (!GIVEN.includes(name)) pm.collectionVariables.unset(name);
    for (const [name, value] of Object.entries(CHOSEN)) {
      set(name, value.replace(/[@.]|$/, (end) => `-${Math.random().toString(16).slice(2, 12)}${end}`));
    }
    await bring(wanted.given || [], new Set());
  }
  if (wanted.mail) await awaitMail(wanted.mail, false);
}

const wanted = REQUESTS[pm.info.requestId];
if (wanted) prepare(wanted).catch((error) => pm.test("what the request needs is there", () => { throw error; }));

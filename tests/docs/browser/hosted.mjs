// A person follows a mailed link in a real browser and chooses a password.
const env = process.env;

async function call(path, body, key) {
  const headers = { "Content-Type": "application/json", ...(key && { Authorization: "Bearer " + key }) };
  const answer = await fetch(env.REKEY_URL + path, { method: "POST", headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : {};
}

// mailed waits for the link to a page in a mail that was not there before.
async function mailed(page, to, before) {
  const pattern = new RegExp(`${env.REKEY_URL}/${page}\\?[^\\s"<>\\\\]+`);
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    const all = await (await fetch(env.REKEY_URL + "/dev/mailbox.json")).json();
    for (const mail of all) {
      const text = JSON.stringify(mail);
      const link = text.includes(to) && text.match(pattern)?.[0];
      if (link && !before.has(link)) return link;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no mail with a link to /${page} came to ${to}`);
}

// The ways by which such a link comes to be.
async function ask(page, name) {
  if (page === "reset") {
    await call("/api/ForgotUser/forgotPassword", { username: env.REKEY_USERNAME });
    return { username: env.REKEY_USERNAME, email: env.REKEY_EMAIL };
  }
  const email = `${name}@example.com`;
  const user = await call("/v1/users", { tenantId: env.REKEY_TENANT_ID, username: name, emails: [{ address: email, verified: true }] }, env.REKEY_API_KEY);
  await call("/v1/tickets", { userId: user.id, purpose: "set", medium: "link", deliver: "send" }, env.REKEY_API_KEY);
  return { username: name, email };
}

async function choose(page, password, again) {
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByLabel("New password again").fill(again);
  await page.getByRole("button", { name: "Save password" }).click();
}

// walk goes the whole way, with the mistakes that people make. It gives what went wrong.
export async function walk(page, kind, look) {
  const bad = [];
  const expect = async (what, text) => {
    const seen = await page.locator("main").innerText();
    if (!seen.includes(text)) bad.push(`${what}: the page says ${JSON.stringify(seen)}`);
  };
  const who = await ask(kind, "nadia." + Date.now());
  const link = await mailed(kind, who.email, new Set());
  await page.goto(link);
  if (new URL(page.url()).search) bad.push(`the address keeps the key: ${page.url()}`);
  await expect("the form", who.username);
  await look(page, `/${kind}`);
  const password = `eleven patient herons ${Date.now()}`;
  await choose(page, password, "something else altogether");
  await expect("two entries", "The two entries are not the same.");
  await look(page, `/${kind}, refused`);
  await choose(page, password, password);
  await expect("the end", "Password saved");
  const login = await call("/api/Users/authenticate", { userName: who.username, password });
  if (!login.accessToken) bad.push("the new password does not log in");
  await look(page, `/${kind}, saved`);
  await page.reload();
  await expect("a reload", "Password saved");
  await page.goBack();
  await expect("the way back", "Password saved");
  await page.goto(link);
  await expect("the link again", "Password saved");
  const elsewhere = await page.context().browser().newContext();
  const other = await elsewhere.newPage();
  await other.goto(link);
  const dead = await other.locator("main").innerText();
  if (!dead.includes("This link no longer works")) bad.push(`the link in another browser: ${JSON.stringify(dead)}`);
  await elsewhere.clearCookies();
  await other.reload();
  const lost = await other.locator("main").innerText();
  if (!lost.includes("Please open the link again")) bad.push(`without its cookie: ${JSON.stringify(lost)}`);
  await elsewhere.close();
  return bad;
}

// One call of each surface from its reference page, as a person makes it.
const env = process.env;

// What is typed, and what the answer must show. Without the key, or with the other body,
// the page shows the refusal.
export const tries = [
  { surface: "rekey", operation: "getUser", fields: { userId: env.REKEY_USER_ID }, status: 200, shows: [`"username": "${env.REKEY_USERNAME}"`, `"id": "${env.REKEY_USER_ID}"`] },
  { surface: "boomi", operation: "authenticate", body: { userName: env.REKEY_USERNAME, password: env.REKEY_PASSWORD }, status: 200, shows: ['"accessToken": "'], otherwise: { userName: env.REKEY_USERNAME, password: "not the one" } },
  { surface: "entrust", operation: "getUserPasswordUsingGET", fields: { userid: env.REKEY_USER_ID }, status: 200, shows: ["{"] },
  { surface: "wristband", operation: "getToken", form: { grant_type: "client_credentials" }, status: 200, shows: ['"access_token": "', '"token_type": "'] },
  { surface: "zitadel", operation: "GetLockoutSettings", status: 200, shows: ['"settings": {'] },
];

// tryOne fills in the form of an operation and sends it, by the keyboard alone; what it
// gives is what a person reads.
export async function tryOne(page, t, key) {
  const form = page.locator(`section[aria-labelledby="${t.operation}"] details.try`);
  if (!(await form.evaluate((e) => e.open))) await form.locator("summary").first().press("Enter");
  const field = form.locator("[data-in=key]"); // beside the call, of one that takes a key
  if (await field.count()) await field.fill(key);
  for (const [name, value] of Object.entries(t.fields ?? {})) await form.locator(`input[name="${name}"]`).fill(value);
  const body = form.locator("textarea");
  if (t.body) await body.fill(JSON.stringify(t.body, null, 2));
  if (t.form) await body.fill(new URLSearchParams(t.form).toString());
  const sent = page.waitForRequest((r) => r.resourceType() === "fetch");
  await form.locator("button[type=submit]").press("Enter");
  const request = await sent;
  const result = form.locator(".result");
  await form.locator("button[type=submit]:enabled").waitFor();
  return { request, text: await result.innerText(), status: Number((await result.locator(".status").innerText()).split(" ")[0]) };
}

// problems of a try: what was shown, and where the key was left.
export async function judge(page, t, base, key) {
  const bad = [];
  // The address from when a surface was one page leads to the operation's group.
  await page.goto(`${base}/docs/reference/${t.surface}#${t.operation}`);
  await page.waitForURL(new RegExp(`/docs/reference/${t.surface}/[^/]+#${t.operation}$`));
  const refused = await tryOne(page, { ...t, body: t.otherwise ?? t.body }, "");
  if (refused.status !== 401) bad.push(`what should be refused: ${refused.text}`);
  const shown = await tryOne(page, t, key);
  if (shown.status !== t.status) bad.push(`status ${shown.status}, want ${t.status}: ${shown.text}`);
  for (const part of t.shows) if (!shown.text.includes(part)) bad.push(`the answer does not show ${part}: ${shown.text}`);
  if (new URL(shown.request.url()).origin !== base || shown.request.url().includes(key)) bad.push(`asked ${shown.request.url()}`);
  const others = await page.locator("[data-in=key]").evaluateAll((fields) => fields.map((f) => f.value));
  const asksForKey = await page.locator(`section[aria-labelledby="${t.operation}"] [data-in=key]`).count();
  if (asksForKey && others.some((value) => value !== key)) bad.push("the key has to be typed again for another call of the page");
  const kept = await page.evaluate(() => ({ local: localStorage.length, session: sessionStorage.length, cookie: document.cookie, address: location.href }));
  if (kept.local || kept.session || kept.cookie || kept.address.includes(key)) bad.push(`something was kept: ${JSON.stringify(kept)}`);
  await page.reload();
  if ((await page.locator("[data-in=key]").evaluateAll((fields) => fields.some((f) => f.value)))) bad.push("the key outlived the page");
  return bad;
}

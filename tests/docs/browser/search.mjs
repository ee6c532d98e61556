// The search, as somebody uses it who keeps his hands on the keyboard, and what else a reference page shows.
const env = process.env;

// What is typed, and where the first of what is found leads.
const questions = [
  { typed: "redeem ticket", leads: "/docs/reference/rekey/tickets#redeemTicket" },
  { typed: "password/validate", leads: "/docs/reference/entrust/passwords#" },
  { typed: "emailAuthCode", leads: "/docs/reference/wristband/" },
  { typed: "backup", leads: "/docs/" },
  { typed: "user_not_found", leads: "/problems/user_not_found" },
  { typed: "zzzz", none: true },
];

export async function searches(page, base) {
  const bad = [];
  const asked = [];
  page.on("request", (r) => asked.push(new URL(r.url()).pathname));
  await page.goto(base + "/docs");
  if (asked.includes("/docs/search.json")) bad.push("the index is read before anybody searches");
  for (const q of questions) {
    await page.goto(base + "/docs");
    await page.keyboard.press("/");
    await page.keyboard.type(q.typed);
    const status = page.locator(".search [role=status]");
    await page.waitForFunction(() => document.querySelector(".search [role=status]").textContent !== "");
    const said = await status.textContent();
    if (q.none) {
      if (said !== "Nothing was found.") bad.push(`${q.typed}: ${said}`);
      continue;
    }
    await page.keyboard.press("ArrowDown");
    const first = await page.evaluate(() => document.activeElement.getAttribute("href") ?? "");
    if (!first.startsWith(q.leads)) bad.push(`${q.typed} leads to ${first}, not ${q.leads} (${said})`);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href.startsWith(base + q.leads));
  }
  await page.goto(base + "/docs");
  await page.keyboard.press("/");
  await page.keyboard.type("ticket");
  await page.locator(".hits li").first().waitFor();
  await page.keyboard.press("Escape");
  if (!(await page.locator(".hits").isHidden())) bad.push("Escape does not leave the search");
  return [...bad, ...(await group(page, base))];
}

// group: a page of one group has its own operations, the values that are allowed, and the ids of this demo.
async function group(page, base) {
  const bad = [];
  await page.goto(base + "/docs/reference/rekey/tickets");
  const ids = await page.locator("section.operation h2").evaluateAll((titles) => titles.map((t) => t.id));
  if (!ids.includes("createTicket") || ids.includes("createUser")) bad.push(`the page of tickets has ${ids}`);
  const text = await page.locator('section[aria-labelledby="createTicket"]').innerText();
  for (const value of ["invite", "reset", "link", "otp"]) if (!text.includes(value)) bad.push(`createTicket does not show that ${value} is allowed`);
  const curl = await page.locator('section[aria-labelledby="createTicket"] [data-language=curl] code').innerText();
  if (!curl.includes(env.REKEY_USER_ID)) bad.push(`createTicket is not shown with the demo's user: ${curl}`);
  await page.goto(base + "/docs/reference/rekey/users#getUser");
  const filled = await page.locator('section[aria-labelledby="getUser"] input[name=userId]').inputValue();
  if (filled !== env.REKEY_USER_ID) bad.push(`the form of getUser has ${filled} in the place of the demo's user`);
  return bad;
}

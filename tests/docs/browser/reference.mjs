// What the reference says of values, where its old addresses lead, and where a refusal leads.

// values: what a member may be stands beside it, also where an object wraps an enumeration, and below the first level.
export async function values(page, base) {
  const bad = [];
  const of = async (operation, name) => page.evaluate(([operation, name]) => {
    const all = [...document.querySelectorAll(`section[aria-labelledby="${operation}"] .about .fields > dt`)];
    return all.filter((dt) => dt.querySelector("code").textContent === name).map((dt) => dt.nextElementSibling.querySelector(":scope > .limits")?.textContent ?? "");
  }, [operation, name]);
  const wanted = [
    ["tickets", "createTicket", "purpose", "one of set, reset, invite"],
    ["tickets", "createTicket", "deliver", "one of send, return"],
    ["tickets", "createTicket", "channel", "one of email, sms"],
    ["users", "createUser", "source", "one of local, directory"],
    ["users", "createUser", "address", "characters"],
    ["policies", "setTenantPolicy", "resetBy", "one of link, otp"],
    ["policies", "setTenantPolicy", "minLength", "to"],
    ["tickets", "listTickets", "limit", "1 to 200"],
    ["tickets", "listTickets", "state", "one of issued"],
  ];
  let at = "";
  for (const [group, operation, name, words] of wanted) {
    if (at !== group) await page.goto(`${base}/docs/reference/rekey/${(at = group)}`);
    const said = await of(operation, name);
    if (!said.some((text) => text.includes(words))) bad.push(`${operation} says of ${name}: ${JSON.stringify(said)}`);
  }
  return bad;
}

// moved: what led into a reference when it was one page leads on, and is one step away without a script.
export async function moved(browser, base) {
  const bad = [];
  const old = { getUser: "users#getUser", "object-User": "objects#object-User", "answer-UserNotFound": "answers#answer-UserNotFound" };
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    for (const [anchor, to] of Object.entries(old)) {
      await page.goto(`${base}/docs/reference/rekey#${anchor}`);
      if (!javaScriptEnabled) await page.locator(`a[id="${anchor}"]`).click();
      const led = await page.waitForURL(`${base}/docs/reference/rekey/${to}`, { timeout: 10_000 }).catch(() => null);
      if (led === null) bad.push(`#${anchor} leads to ${page.url()}`);
    }
    // Without a script there is a page to read, and nothing that does not work.
    if (!javaScriptEnabled && (await page.locator(".search, details.try").evaluateAll((all) => all.some((e) => e.checkVisibility())))) bad.push("without a script, there is what needs one");
    await context.close();
  }
  return bad;
}

// led: who was refused for want of a key is led to its field, above the button that sends.
export async function led(page, base, key) {
  await page.goto(`${base}/docs/reference/rekey/users`);
  const form = page.locator('section[aria-labelledby="listUsers"] details.try');
  await form.locator("summary").first().press("Enter");
  await form.locator("button[type=submit]").press("Enter");
  await form.locator(".result button.plain").press("Enter");
  await page.keyboard.type(key);
  await page.keyboard.press("Enter");
  const answered = await form.locator(".result .status.s2").waitFor({ timeout: 10_000 }).then(() => true, () => false);
  return answered ? [] : [`after a refusal, and a key where it leads: ${await form.locator(".result").innerText()}`];
}

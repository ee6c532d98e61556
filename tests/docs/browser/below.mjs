// The documentation and a hosted page below a path of a host, in a real browser: a service
// whose public URL has a path, behind a proxy that takes the path off and knows nothing else.
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { Visits } from "./visits.mjs";

const prefix = "/id";
const failures = [];
const dir = fs.mkdtempSync(path.join(os.tmpdir(), "rekey-below."));
let service = "";

const proxy = http.createServer((request, answer) => {
  if (!request.url.startsWith(prefix + "/")) {
    failures.push(`another application was asked for ${request.url}`);
    answer.writeHead(418).end();
    return;
  }
  const { hostname, port } = new URL(service);
  const onward = http.request({ hostname, port, path: request.url.slice(prefix.length), method: request.method, headers: request.headers }, (back) => {
    answer.writeHead(back.statusCode, back.headers);
    back.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  request.pipe(onward);
});
await new Promise((ready) => proxy.listen(0, "127.0.0.1", ready));
const host = `http://127.0.0.1:${proxy.address().port}`;

// Of the environment nothing that names another service.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("REKEY_")));
Object.assign(env, { REKEY_PROFILE: "development", REKEY_ADDR: "127.0.0.1:0", REKEY_ANONYMOUS_PER_MINUTE: "1000000" });
const printed = execFileSync("rekey", ["init", "--public-url", host + prefix], { cwd: dir, env, encoding: "utf8" });
const child = spawn("rekey", ["serve", "--env-file", "rekey.env"], { cwd: dir, env, stdio: ["ignore", "pipe", "ignore"] });
try {
  service = await new Promise((found, lost) => {
    child.stdout.on("data", (text) => found(String(text).match(/http:\S+/)[0]));
    child.on("exit", () => lost(new Error("the service ended")));
  });
  process.env.REKEY_URL = host + prefix;
  process.env.REKEY_API_KEY = printed.match(/rk_\S+/)[0];
  process.env.REKEY_TENANT_ID = printed.match(/tenant ([0-9a-z-]+)\./)[1];
  await look();
} finally {
  child.kill();
  proxy.close();
  fs.rmSync(dir, { recursive: true });
}

async function look() {
  const { walk } = await import("./hosted.mjs");
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"] });
  const visits = new Visits(host);
  const page = await (await visits.context(browser, { viewport: { width: 1280, height: 900 }, locale: "en" })).newPage();

  // Every address that a page names, and those that it loads.
  for (const at of ["/docs", "/docs/start", "/docs/reference", "/docs/reference/rekey", "/docs/reference/rekey/tenants", "/problems", "/problems/ticket_unusable"]) {
    await page.goto(host + prefix + at);
    const seen = await page.evaluate(() => ({
      links: [...document.querySelectorAll("[href], [src]")].map((e) => e.href || e.src),
      styled: [...document.styleSheets].some((sheet) => sheet.cssRules.length > 50),
      icon: [...document.images].every((i) => i.naturalWidth > 0),
    }));
    failures.push(...seen.links.filter((l) => l.startsWith(host + "/") && !l.startsWith(host + prefix + "/")).map((l) => `${at} leads to ${l}`));
    if (!seen.styled || !seen.icon) failures.push(`${at}: no style or no image`);
  }

  // Following a link and sending a request, as people do.
  await page.goto(host + prefix + "/docs");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Reference" }).click();
  if (new URL(page.url()).pathname !== prefix + "/docs/reference") failures.push(`the link leads to ${page.url()}`);
  await page.goto(host + prefix + "/docs/reference/rekey#listTenants"); // as it was when a surface was one page
  await page.waitForURL((url) => url.pathname === prefix + "/docs/reference/rekey/tenants");
  const form = page.locator('form[data-method="GET"][data-path$="/v1/tenants"]');
  await form.evaluate((e) => e.closest("details").setAttribute("open", ""));
  await form.locator("[data-in=key]").fill(process.env.REKEY_API_KEY);
  await form.evaluate((e) => e.requestSubmit());
  const status = await page.locator(".result .status").first().textContent();
  if (!status.startsWith("200")) failures.push(`Try it answers ${status}`);

  failures.push(...(await walk(page, "set", async () => {})));
  const refused = (e) => /\/set: Failed to load resource: the server responded with a status of 400/.test(e);
  failures.push(...visits.outside, ...visits.violations, ...visits.errors.filter((e) => !refused(e)));
  await browser.close();
}

for (const f of failures.slice(0, 40)) console.error("docs-test, below a path: " + f);
if (failures.length) process.exit(1);
console.log("the documentation and a hosted page hold below a path");

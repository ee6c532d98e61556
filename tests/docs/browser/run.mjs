// The documentation in a real browser, against a fresh demo: tests/with-demo.sh node run.mjs
import fs from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { examples } from "./examples.mjs";
import { walk } from "./hosted.mjs";
import { lists, manners, mirrors } from "./mirrors.mjs";
import { led, moved, values } from "./reference.mjs";
import { judge, tries } from "./tries.mjs";
import { searches } from "./search.mjs";
import { Visits } from "./visits.mjs";

const base = process.env.REKEY_URL;
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const phone = { viewport: { width: 360, height: 740 } };
const failures = [];
const began = Date.now();
const say = (text) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${text}`);
const fail = (about, list) => list.forEach((what) => failures.push(`${about}: ${what}`));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// The test must see what it looks for: a page that does all that is forbidden.
async function planted() {
  const visits = new Visits(base);
  const page = await (await visits.context(browser, phone)).newPage();
  await page.goto(base + "/docs");
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement("img"), { src: "http://elsewhere.invalid/x.png" }));
    const wide = document.createElement("p");
    wide.textContent = "wide";
    wide.style.width = "500px";
    document.body.append(wide);
    console.error("planted");
    try { document.body.innerHTML = "<p>x"; } catch { /* what the policy is for */ }
    fetch("http://elsewhere.invalid/").catch(() => {});
  });
  await page.waitForTimeout(200);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const seen = { violations: visits.violations.length >= 3, errors: visits.errors.some((e) => e.includes("planted")), wide: overflow > 0 };
  for (const [what, found] of Object.entries(seen)) if (!found) failures.push(`the test does not see planted ${what}: ${JSON.stringify(visits.violations)}`);
  // A policy stops requests before they leave; without one they must be seen leaving.
  const open = await visits.context(browser, { ...phone, bypassCSP: true });
  const free = await open.newPage();
  await free.goto(base + "/docs");
  await free.evaluate(() => fetch("http://elsewhere.invalid/").catch(() => {}));
  if (!visits.outside.length) failures.push("the test does not see a request to another origin");
  await open.close();
  await page.context().close();
}

// What axe finds against WCAG 2.2 AA; in the dark, the contrast.
async function accessible(page, path, schemes = ["light", "dark"]) {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(async (only) => {
      const rules = only ? { runOnly: ["color-contrast"] } : { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
      return (await window.axe.run(document, { ...rules, resultTypes: ["violations"] })).violations.map((v) => `${v.id}: ${v.nodes.length} times, ${v.nodes[0].html.slice(0, 120)}`);
    }, colorScheme === "dark");
    fail(`${path}, ${colorScheme}`, violations);
  }
}

await planted();
const visits = new Visits(base);
const context = await visits.context(browser, phone);
const page = await context.newPage();
await visits.crawl(page, "/docs");
say(`${visits.pages.size} pages visited at 360 px`);
const links = await visits.broken();
fail("link", links.bad);
say(`${links.checked} links and anchors checked`);

const done = new Map();
for (const t of tries) {
  const bad = await judge(page, t, base, process.env.REKEY_API_KEY);
  fail(`try-it of ${t.surface}`, bad);
  done.set(t.surface, bad.length === 0);
}
fail("key", await led(page, base, process.env.REKEY_API_KEY));
// Answers that refuse are what was asked for.
visits.errors = visits.errors.filter((e) => !/Failed to load resource: the server responded with a status of 40[01]/.test(e));
say(`${done.size} surfaces tried`);

fail("values", await values(page, base));
fail("moved", await moved(browser, base));
fail("search", await searches(page, base));
say("values seen, old addresses followed, searched by the keyboard");

const shown = await examples(page, base, done.keys());
fail("example", shown.bad);
say(`${[...shown.done.values()].reduce((n, r) => n + r.done, 0)} examples shown as they were seen`);

const audited = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", bypassCSP: true });
await audited.addInitScript({ content: axe });
const auditor = await audited.newPage();
// Each template once, with what is long in it; the smallest surface stands for all.
const kinds = ["/docs", "/docs/start", "/docs/performance", "/docs/operate", "/docs/reference", "/docs/reference/entrust", "/docs/reference/entrust/passwords", "/docs/reference/entrust/answers", "/docs/reference/entrust/objects", "/docs/permissions", "/problems", "/problems/ticket_unusable"];
fail("to be judged", kinds.filter((path) => !visits.pages.has(path)).map((path) => `there is no ${path}`));
for (const path of kinds) {
  await auditor.goto(base + path);
  for (const form of await auditor.locator("details.try > summary").all()) await form.press("Enter");
  await accessible(auditor, path);
}
await auditor.fill("#search", "ticket");
await auditor.locator(".hits a").first().waitFor();
await accessible(auditor, "what a search found");
say(`${kinds.length} kinds of pages checked against WCAG 2.2 AA`);

let walked = 0;
for (const kind of ["reset", "set"]) {
  const person = await visits.context(browser, { ...phone, locale: "en" });
  const bad = await walk(await person.newPage(), kind, async (at, name) => {
    const wide = await at.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) failures.push(`${name}: ${wide} px too wide`);
    await at.evaluate(axe);
    await accessible(at, name);
  });
  fail(`/${kind}`, bad);
  if (!bad.length) walked++;
  await person.close();
}
visits.errors = visits.errors.filter((e) => !/\/(re)?set: Failed to load resource: the server responded with a status of 400/.test(e));
say("mailed links followed");

const markdown = await mirrors(base, visits.pages);
fail("mirror", markdown.bad);
const listed = await lists(base, visits.pages);
fail("list", listed.bad);
fail("manners", await manners(base, ["/docs", "/docs/reference", "/docs/reference.md", "/problems", "/problems/ticket_unusable", "/llms.txt"]));
say(`${markdown.count} mirrors with ${markdown.links} links, ${listed.count} lines of llms.txt`);
await browser.close();

fail("outside", visits.outside);
fail("policy", visits.violations);
fail("console", visits.errors);
fail("overflow", visits.wide);

const row = (label, done, of, surface = "") => ({ surface, label, done, of });
const good = (all, bad) => Math.max(0, all - bad);
fs.mkdirSync("../../../.report", { recursive: true });
fs.writeFileSync("../../../.report/docs.json", JSON.stringify({
  title: "Documentation", command: "make docs-test",
  rows: [
    row("pages without a request to another origin", good(visits.pages.size, visits.outside.length), visits.pages.size),
    row("pages without a violation of the policy", good(visits.pages.size, visits.violations.length), visits.pages.size),
    row("pages that fit 360 px", good(visits.pages.size, visits.wide.length), visits.pages.size),
    row("links and anchors that lead somewhere", good(links.checked, links.bad.length), links.checked),
    row("pages with their Markdown", good(markdown.count, markdown.bad.length), visits.pages.size),
    row("mailed links followed in the browser", walked, 2),
    ...[...shown.done].map(([surface, { done, of }]) => row("examples shown as a server was seen to keep them", done, of, surface)),
    ...[...done].map(([surface, ok]) => row("operation tried from the reference", ok ? 1 : 0, 1, surface)),
  ],
  notes: [`${visits.requests} requests, ${visits.outside.length} to another origin; ${visits.violations.length} violations of the Content-Security-Policy.`, `${kinds.length} kinds of pages and the hosted pages checked against WCAG 2.2 AA by axe, light and dark.`],
}, null, 2) + "\n");
for (const f of failures.slice(0, 60)) console.error("docs-test: " + f);
if (failures.length) {
  console.error(`docs-test: ${failures.length} failures`);
  process.exit(1);
}
say(`the documentation holds: ${visits.requests} requests, 0 to another origin`);

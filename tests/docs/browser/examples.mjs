// What the pages show as examples is what a server was seen to keep, in the browser's own reading of it.
import fs from "node:fs";
import { changed, isProved } from "../../proved.mjs";

const languages = ["curl", "go", "typescript", "python", "java"];

// A demo shows its own ids where the contract has examples of ids: they are put back before the comparison.
async function exampleIds(base) {
  const { fixtures } = JSON.parse(fs.readFileSync(new URL("../../../gen/openapi/playbook.json", import.meta.url)));
  const env = process.env;
  const answer = await fetch(`${base}/v1/users/${env.REKEY_USER_ID}`, { headers: { Authorization: `Bearer ${env.REKEY_API_KEY}` } });
  const user = await answer.json();
  const here = { applicationId: env.REKEY_APPLICATION_ID, tenantId: env.REKEY_TENANT_ID, userId: env.REKEY_USER_ID, userNumber: String(user.number) };
  return Object.entries(here).map(([name, id]) => ({ id, example: String(fixtures.made[name]) }));
}

// examples reads all that the references show.
export async function examples(page, base, surfaces) {
  const found = { bad: [], done: new Map() };
  const ids = await exampleIds(base);
  for (const surface of surfaces) {
    await page.goto(`${base}/docs/reference/${surface}`);
    const groups = await page.locator("nav.contents p a").evaluateAll((links) => links.map((a) => a.href));
    const shown = [];
    for (const group of [...groups, `${base}/docs/reference/${surface}/answers`]) {
      const opened = await page.goto(group);
      if (!opened.ok()) continue; // not every surface has errors that operations share
      const texts = await page.evaluate(() =>
        [...document.querySelectorAll("[data-example]")].map((e) => ({ name: e.dataset.example, text: e.value ?? e.querySelector("code").textContent })));
      shown.push(...texts.map(({ name, text }) => ({ name, text: ids.reduce((t, { id, example }) => t.replaceAll(id, example), text) })));
      if (groups.includes(group)) found.bad.push(...(await requests(page, surface)));
    }
    const row = { done: 0, of: shown.length };
    for (const { name, text } of shown) {
      if (isProved(name, read(text))) row.done++;
      else found.bad.push(`${surface} shows ${name} as nobody saw it: ${text.slice(0, 100)}`);
    }
    if (shown.some(({ name, text }) => isProved(name, changed(read(text))))) found.bad.push(`${surface}: a changed example is not found`);
    if (!shown.length) found.bad.push(`${surface} shows no examples`);
    found.done.set(surface, row);
  }
  return found;
}

// requests: each operation is shown in all languages, and all follow the one that is opened.
async function requests(page, surface) {
  const kinds = await page.evaluate(() =>
    [...document.querySelectorAll("section.operation, .operation")].map((s) => [...s.querySelectorAll("[data-language]")].map((e) => e.dataset.language).join()));
  const bad = kinds.filter((k) => k !== languages.join()).map((k) => `${surface}: a request is shown in ${k}`);
  await page.locator('[data-language="typescript"] summary').first().press("Enter");
  const closed = await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-language="typescript"]')].every((e) => e.open) && !document.querySelector('[data-language="curl"][open]'), null, { timeout: 5000 }).catch(() => null);
  return closed ? bad : [...bad, `${surface}: the other requests do not follow to TypeScript`];
}

// read takes a text for JSON, for a form, or as it is.
function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return /^\w+=[^\s]*$/.test(text) ? Object.fromEntries(new URLSearchParams(text)) : text;
  }
}

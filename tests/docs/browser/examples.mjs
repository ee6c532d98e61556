// What the pages show as examples is what a server was seen to keep, in the browser's own reading of it.
import { changed, isProved } from "../../proved.mjs";

const languages = ["curl", "go", "typescript", "python", "java"];

// examples reads all that the references show.
export async function examples(page, base, surfaces) {
  const found = { bad: [], done: new Map() };
  for (const surface of surfaces) {
    await page.goto(`${base}/docs/reference/${surface}`);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll("[data-example]")].map((e) => ({ name: e.dataset.example, text: e.value ?? e.querySelector("code").textContent })));
    const row = { done: 0, of: shown.length };
    for (const { name, text } of shown) {
      if (isProved(name, read(text))) row.done++;
      else found.bad.push(`${surface} shows ${name} as nobody saw it: ${text.slice(0, 100)}`);
    }
    if (shown.some(({ name, text }) => isProved(name, changed(read(text))))) found.bad.push(`${surface}: a changed example is not found`);
    if (!shown.length) found.bad.push(`${surface} shows no examples`);
    found.done.set(surface, row);
    found.bad.push(...(await requests(page, surface)));
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

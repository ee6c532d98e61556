// What the pages do beyond being read: copy code, fold the menu on a narrow screen, and
// send a request. Nothing is stored, and no text becomes markup.
"use strict";

function made(name, properties, ...children) {
  const e = document.createElement(name);
  Object.assign(e, properties);
  e.append(...children);
  return e;
}

// ---- reading ----

if (matchMedia("(max-width: 50rem)").matches) document.querySelector(".menu")?.removeAttribute("open");

for (const block of document.querySelectorAll("pre.code")) {
  const button = made("button", { type: "button", className: "copy", textContent: "Copy" });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(block.querySelector("code").textContent);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
  block.append(button);
}

// Whoever opens a request in one language wants to read all of them in it. The group of
// each closes what was open before.
document.addEventListener("toggle", (event) => {
  const language = event.target.dataset?.language;
  if (!language || !event.target.open) return;
  for (const other of document.querySelectorAll(`details[data-language="${language}"]:not([open])`)) other.open = true;
}, true);

// The operation that is being read is marked in the navigation.
const entries = new Map([...document.querySelectorAll(".side li li a")].map((a) => [a.hash.slice(1), a]));
const titles = [...entries.keys()].map((id) => document.getElementById(id)).filter(Boolean);
let near = null;
function follow() {
  const reached = titles.filter((t) => t.getBoundingClientRect().top < innerHeight / 3).pop();
  const entry = reached && entries.get(reached.id);
  if (entry === near) return;
  near?.classList.remove("near");
  entry?.classList.add("near");
  near = entry;
  if (near && matchMedia("(min-width: 50.01rem)").matches) near.scrollIntoView({ block: "nearest", behavior: "instant" });
}
if (titles.length) {
  let asked = false;
  addEventListener("scroll", () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; follow(); });
  }, { passive: true });
  follow();
}

// ---- trying ----

const keyField = document.getElementById("key");
if (keyField) keyField.form.hidden = false;
keyField?.form.addEventListener("submit", (event) => event.preventDefault());
for (const e of document.querySelectorAll("[data-script]")) e.hidden = false;

// The key is in the page's memory alone: not in storage, not in an address.
function authorization(kind) {
  const key = keyField?.value.trim();
  if (!key || kind === "none") return null;
  if (kind !== "client") return "Bearer " + key;
  const [, id, secret] = key.match(/^rk_([^_]+)_(.+)$/) || []; // an API key is an OAuth client too
  return id ? "Basic " + btoa(id + ":" + secret) : null;
}

function request(form) {
  let path = form.dataset.path;
  const query = new URLSearchParams();
  const headers = new Headers();
  for (const field of form.elements) {
    if (!field.value) continue;
    switch (field.dataset.in) {
      case "path": path = path.replace("{" + field.name + "}", encodeURIComponent(field.value)); break;
      case "query": query.set(field.name, field.value); break;
      case "header": headers.set(field.name, field.value); break;
      case "accept": headers.set("Accept", field.value); break;
    }
  }
  const init = { method: form.dataset.method, headers, credentials: "omit", redirect: "manual", cache: "no-store", referrerPolicy: "no-referrer" };
  const body = form.querySelector("[data-in=body]");
  if (body) {
    headers.set("Content-Type", form.dataset.media);
    init.body = body.value;
  }
  const who = authorization(form.dataset.credential);
  if (who) headers.set("Authorization", who);
  return [path + (query.size ? "?" + query : ""), init];
}

// JSON is laid out and coloured as the examples are; everything else is shown as it came.
function readable(text, type) {
  let laid = text;
  try {
    if (/[/+]json$/.test(type.split(";")[0])) laid = JSON.stringify(JSON.parse(text), null, 2);
    else return [text];
  } catch {
    return [text];
  }
  return laid.split(/("(?:[^"\\]|\\.)*"(?:\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*)/).map((part, i) => {
    if (i % 2 === 0) return part;
    const kind = part.endsWith(":") ? "n" : part.startsWith('"') ? "s" : "v";
    return made("span", { className: kind, textContent: part });
  });
}

async function send(form, result) {
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  try {
    const [address, init] = request(form);
    const began = performance.now();
    const answer = await fetch(address, init);
    const text = await answer.text();
    const took = Math.round(performance.now() - began);
    const status = made("strong", { className: "status s" + String(answer.status)[0], textContent: answer.status + " " + answer.statusText });
    const headers = [...answer.headers].map(([name, value]) => name + ": " + value).join("\n");
    result.replaceChildren(
      made("p", {}, status, " in " + took + " ms: ", made("code", { textContent: init.method + " " + address })),
      text ? made("pre", { className: "code" }, made("code", {}, ...readable(text, answer.headers.get("Content-Type") || ""))) : made("p", { textContent: "No body." }),
      made("details", {}, made("summary", { textContent: "Headers" }), made("pre", { className: "code" }, made("code", { textContent: headers }))),
    );
  } catch (failure) {
    result.replaceChildren(made("p", { className: "warn", textContent: "The request was not sent, or not answered: " + failure.message }));
  } finally {
    button.disabled = false;
  }
}

for (const form of document.querySelectorAll(".try form")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, form.parentElement.querySelector(".result"));
  });
  const choice = form.querySelector("[data-in=example]");
  choice?.addEventListener("change", () => { form.querySelector("[data-in=body]").value = choice.value; });
}

// A value that was typed once is offered wherever the same parameter is asked for.
document.addEventListener("change", (event) => {
  if (event.target.dataset?.in !== "path") return;
  for (const other of document.querySelectorAll("[data-in=path]")) {
    if (other.name === event.target.name && !other.value) other.value = event.target.value;
  }
});

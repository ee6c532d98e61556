// What the pages do beyond being read. This part copies code, folds the menu on a narrow
// screen and follows the reader; try.js sends requests, search.js searches. Nothing is
// stored, and no text becomes markup.
"use strict";

function made(name, properties, ...children) {
  const e = document.createElement(name);
  Object.assign(e, properties);
  e.append(...children);
  return e;
}

for (const e of document.querySelectorAll("[data-script]")) e.hidden = false;

if (matchMedia("(max-width: 50rem)").matches) {
  document.querySelector(".menu")?.removeAttribute("open");
  // The text has moved up.
  addEventListener("load", () => document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: "instant" }));
}

// An address from when a reference was one page leads on to where its place is now.
function leadOn() {
  const there = document.getElementById(location.hash.slice(1));
  if (there?.matches("a.moved")) location.replace(there.href);
}
addEventListener("hashchange", leadOn);
leadOn();

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

// A reader who opens a request in one language wants all of them in it. The group of
// each closes what was open before.
document.addEventListener("toggle", (event) => {
  const language = event.target.dataset?.language;
  if (!language || !event.target.open) return;
  for (const other of document.querySelectorAll(`details[data-language="${language}"]:not([open])`)) other.open = true;
}, true);

// The operation that is being read is marked in the navigation.
const entries = new Map([...document.querySelectorAll(".side li li li a")].map((a) => [a.hash.slice(1), a]));
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

// Search: an index that the server made, asked for when somebody searches first. Each word
// has to be in an entry; where it stands decides how high the entry comes.

const searchForm = document.querySelector(".search");
const searchField = document.getElementById("search");
const searchCount = searchForm?.querySelector("[role=status]");
const hits = searchForm?.querySelector(".hits");
const mostHits = 30;
let index = null;

async function readIndex() {
  const answer = await fetch(searchForm.dataset.index, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!answer.ok) throw new Error("status " + answer.status);
  return (await answer.json()).map((e) => ({ ...e, title: e.t.toLowerCase(), words: (e.w ?? "").toLowerCase().split(" "), kind: e.k.toLowerCase(), text: (e.x ?? "").toLowerCase() }));
}

// weigh tells how well an entry answers a word; 0 is not at all.
function weigh(entry, word) {
  const at = entry.title.indexOf(word);
  const begins = at === 0 || at > 0 && /[^a-z0-9]/.test(entry.title[at - 1]);
  if (begins) return /[a-z0-9]/.test(entry.title[at + word.length] ?? " ") ? 15 : 20;
  if (entry.words.includes(word)) return 12;
  if (entry.words.some((w) => w.startsWith(word))) return 10;
  if (at > 0) return 8;
  if (entry.words.some((w) => w.includes(word))) return 6;
  if (entry.kind.includes(word)) return 4;
  return entry.text.includes(word) ? 2 : 0;
}

function search(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [];
  for (const entry of words.length ? index : []) {
    const weights = words.map((word) => weigh(entry, word));
    if (weights.includes(0)) continue;
    const sum = weights.reduce((a, b) => a + b, 0);
    found.push({ entry, words, weight: sum + (Math.min(...weights) >= 15 ? 10 : 0) + (entry.title === words.join(" ") ? 10 : 0) });
  }
  return found.sort((a, b) => b.weight - a.weight);
}

// excerpt is what stands around the first of the words, in whole words.
function excerpt({ entry, words }) {
  const text = entry.x ?? "";
  const at = Math.min(...words.map((w) => entry.text.indexOf(w)).filter((i) => i >= 0), text.length);
  const from = at === text.length ? 0 : text.lastIndexOf(" ", Math.max(0, at - 40)) + 1;
  const to = text.length > from + 110 ? text.lastIndexOf(" ", from + 110) : text.length;
  return (from ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
}

function showHits(found) {
  hits.replaceChildren(...found.slice(0, mostHits).map((hit) =>
    made("li", {}, made("a", { href: hit.entry.a }, made("strong", { textContent: hit.entry.t }), made("span", { className: "soft", textContent: hit.entry.k }), made("span", { className: "excerpt", textContent: excerpt(hit) })))));
  hits.hidden = !found.length;
  hits.scrollTop = 0;
}

async function answerSearch() {
  const query = searchField.value.trim();
  if (query && !index) {
    try {
      index = await readIndex();
    } catch (failure) {
      searchCount.textContent = "The index was not read: " + failure.message;
      return;
    }
  }
  if (query !== searchField.value.trim()) return; // somebody typed on, and is answered then
  const found = search(query);
  showHits(found);
  if (!query) searchCount.textContent = "";
  else if (!found.length) searchCount.textContent = "Nothing was found.";
  else searchCount.textContent = (found.length > mostHits ? `The first ${mostHits} of ${found.length}` : found.length === 1 ? "1" : String(found.length)) + " found";
}

function closeSearch() {
  hits.hidden = true;
  searchCount.textContent = "";
}

if (searchForm) {
  searchForm.addEventListener("submit", (event) => {
    event.preventDefault();
    answerSearch().then(() => hits.querySelector("a")?.click());
  });
  searchField.addEventListener("input", answerSearch);
  searchField.addEventListener("focus", () => { if (searchField.value && hits.hidden) answerSearch(); });
  searchForm.addEventListener("keydown", (event) => {
    const links = [...hits.querySelectorAll("a")];
    const here = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      searchField.focus();
      searchField.value = "";
      closeSearch();
    } else if (event.key === "ArrowDown" && here + 1 < links.length) links[here + 1].focus();
    else if (event.key === "ArrowUp" && here >= 0) (links[here - 1] ?? searchField).focus();
    else return;
    event.preventDefault();
  });
  searchForm.addEventListener("focusout", (event) => { if (!searchForm.contains(event.relatedTarget)) closeSearch(); });
  // A place of this page: the list is in the way of it.
  hits.addEventListener("click", closeSearch);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    searchField.focus();
    searchField.select();
  });
}

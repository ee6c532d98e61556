// What tests ask of the collection, and which folders a run draws.

// requestsOf lists all requests, each with the name of its outermost folder.
export function requestsOf(collection) {
  const walk = (items, folder) => items.flatMap((i) => (i.item ? walk(i.item, folder ?? i.name) : [{ ...i, folder }]));
  return walk(collection.item);
}

// foldersOf names the folders that hold requests.
export const foldersOf = (collection) => collection.item.flatMap(({ item }) => item.map(({ name }) => name));

// drawn is a third of the folders, chosen by REKEY_TEST_SEED; all without a seed, and where REKEY_TEST_CASES is all.
export function drawn(folders, { REKEY_TEST_SEED: seed, REKEY_TEST_CASES: cases } = process.env) {
  if (!seed || cases === "all") return folders;
  const weight = (name) => [...`${seed} ${name}`].reduce((h, c) => Math.imul(h ^ c.codePointAt(0), 16777619) >>> 0, 2166136261);
  return folders.map((name) => [weight(name), name]).sort(([a], [b]) => a - b).slice(0, Math.ceil(folders.length / 3)).map(([, name]) => name);
}

// The examples that a real server was seen to keep, which `make prove` notes by operation and name. What documentation,
// mock and collection show is held against them, so that an example that was changed and is no longer true fails there too.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

const file = process.env.REKEY_PROVED ?? new URL("../.report/proved/examples.json", import.meta.url);
const proved = new Map(Object.entries(JSON.parse(readFileSync(file, "utf8"))));

// What several operations answer is named by status and name alone, or by the status.
const shared = new Map();
for (const [key, value] of proved) {
  const [, status, name] = key.split(" ");
  for (const known of [`${status} ${name}`, status]) shared.set(known, [...(shared.get(known) ?? []), value]);
}

// isProved tells whether an example was seen to be true: "rekeyGetUser 200 alice", "404 unknownUser", "404".
export function isProved(name, value) {
  const known = proved.has(name) ? [proved.get(name)] : (shared.get(name) ?? []);
  return known.some((one) => isDeepStrictEqual(one, value));
}

// changed is a value with one scalar somewhere in it that is another: what a check must find.
export function changed(value) {
  if (value === null || typeof value !== "object") return typeof value === "number" ? value + 1 : `${value}x`;
  const [key, first] = Object.entries(value)[0] ?? ["more", 0];
  return Array.isArray(value) ? [changed(first), ...value.slice(1)] : { ...value, [key]: changed(first) };
}

import { secretNames } from "./facts.gen.js";

const hidden = "[redacted]";

/** A value without its secrets. The code of an error is its name; any other code is a secret. */
export function hide(surface: string, value: unknown, status = 0): unknown {
  const secret = secretNames[surface];
  if (Array.isArray(value)) return value.map((v) => hide(surface, v, status));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const opens = secret === undefined || (secret.has(name) && !(name === "code" && status >= 400));
      return [name, opens ? hidden : hide(surface, member, status)];
    }),
  );
}

/** A body as text without its secrets; what is not JSON is not shown, since nothing tells where its secrets are. */
export function hideText(surface: string, text: string, status: number): unknown {
  if (text === "") return undefined;
  try {
    return hide(surface, JSON.parse(text), status);
  } catch {
    return "[not JSON]";
  }
}

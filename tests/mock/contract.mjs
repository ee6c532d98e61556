// The published contract as the mock's client sees it: for each operation a request that is
// valid by its examples, and the answers that it declares.
import { readFileSync } from "node:fs";

export const bundle = new URL("../../gen/openapi/openapi.json", import.meta.url);
const contract = JSON.parse(readFileSync(bundle));

function resolve(node) {
  let found = node;
  while (found && found.$ref) {
    found = found.$ref
      .slice(2)
      .split("/")
      .reduce((at, part) => at[part.replaceAll("~1", "/").replaceAll("~0", "~")], contract);
  }
  return found;
}

// The smallest value that a schema without example takes.
function sample(schema) {
  const s = resolve(schema);
  if (s.example !== undefined) return s.example;
  if (s.enum) return s.enum[0];
  if (s.allOf) return sample(s.allOf[0]);
  if (s.type === "boolean") return true;
  if (s.type === "integer" || s.type === "number") return s.minimum ?? 1;
  return "x".repeat(Math.max(1, s.minLength ?? 1));
}

const exampleOf = (media) =>
  Object.entries(media.examples ?? {}).map(([name, example]) => ({ name, value: resolve(example).value }));

function credentials(operation) {
  const [requirement] = (operation.security ?? []).filter((one) => Object.keys(one).length > 0);
  const scheme = requirement && contract.components.securitySchemes[Object.keys(requirement)[0]];
  if (!scheme) return {};
  if (scheme.type === "apiKey") return { [scheme.name]: "example-token" };
  return { Authorization: scheme.scheme === "basic" ? "Basic ZXhhbXBsZTpleGFtcGxl" : "Bearer example-token" };
}

function request(path, item, operation, method) {
  let url = path;
  const query = new URLSearchParams();
  const headers = { ...credentials(operation) };
  for (const declared of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = resolve(declared);
    const value = parameter.example ?? sample(parameter.schema);
    if (parameter.in === "path") url = url.replace(`{${parameter.name}}`, encodeURIComponent(value));
    else if (!parameter.required) continue;
    else if (parameter.in === "query") query.set(parameter.name, value);
    else if (parameter.in === "header") headers[parameter.name] = String(value);
  }
  const search = query.toString();
  const bodies = [];
  if (operation.requestBody) {
    const [[type, media]] = Object.entries(resolve(operation.requestBody).content);
    headers["Content-Type"] = type;
    for (const { name, value } of exampleOf(media)) {
      bodies.push({ name, value, text: type.endsWith("urlencoded") ? new URLSearchParams(value).toString() : JSON.stringify(value) });
    }
  }
  return { method: method.toUpperCase(), path: search ? `${url}?${search}` : url, headers, body: bodies[0]?.text, bodies };
}

function answers(operation) {
  return Object.entries(operation.responses).map(([status, declared]) => ({
    status: Number(status),
    contents: Object.entries(resolve(declared).content ?? {}).map(([type, media]) => ({ type, examples: exampleOf(media) })),
  }));
}

export function operations() {
  const found = [];
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!operation.operationId) continue;
      const needed = operation.security ?? [];
      found.push({
        id: operation.operationId,
        surface: operation.tags[0].split(":")[0],
        needsCredentials: needed.length > 0 && needed.every((one) => Object.keys(one).length > 0),
        request: request(path, item, operation, method),
        answers: answers(operation),
      });
    }
  }
  return found;
}

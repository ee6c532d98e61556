import { operations, schemasWithin } from './words.js';

const day = 24 * 60 * 60 * 1000;

// 30 February is no day: the text must be what the day is written as.
function dayOf(text) {
  const at = typeof text === 'string' ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(`${text}T`) ? at : NaN;
}

// A vendor's own member that is ignored here was never ours to announce.
function* deprecated(document) {
  for (const { operation, path } of operations(document)) {
    yield [operation, path];
    for (const [i, parameter] of (operation.parameters ?? []).entries()) yield [parameter, [...path, 'parameters', i]];
  }
  const within = function* (schema, path) {
    if (!schema || schema.$ref) return;
    yield [schema, path];
    for (const [part, at] of schemasWithin(schema, path)) yield* within(part, at);
  };
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) yield* within(schema, ['components', 'schemas', name]);
}

export default function deprecation(document, { days }) {
  const found = [];
  for (const [thing, path] of deprecated(document)) {
    if (!thing.deprecated) {
      for (const key of ['x-deprecated-since', 'x-sunset']) {
        if (thing[key]) found.push({ message: `has ${key} and is not deprecated`, path });
      }
      continue;
    }
    if (thing['x-source']?.startsWith('vendor')) continue;
    const since = dayOf(thing['x-deprecated-since']);
    const until = dayOf(thing['x-sunset']);
    if (Number.isNaN(since)) found.push({ message: 'needs x-deprecated-since, a day', path });
    if (Number.isNaN(until)) found.push({ message: 'needs x-sunset, a day', path });
    if (until - since < days * day) found.push({ message: `has ${(until - since) / day} days from deprecation to sunset, ${days} are promised`, path });
  }
  return found;
}

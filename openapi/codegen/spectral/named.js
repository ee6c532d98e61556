import { schemasWithin } from './words.js';

const wrapsOne = (schema) => schema.allOf?.length === 1 && schema.allOf[0].$ref && !schema.oneOf && !schema.anyOf && !schema.properties;

// needsName tells what a generator would make a type of its own of.
function needsName(schema) {
  if (wrapsOne(schema)) return undefined;
  for (const key of ['properties', 'enum', 'allOf', 'oneOf', 'anyOf']) {
    if (schema[key]) return key;
  }
  return undefined;
}

function* inline(schema, path, named) {
  if (!schema || schema.$ref) return;
  const why = named ? undefined : needsName(schema);
  if (why) yield { message: `has ${why} and no name: make it a component`, path };
  for (const [part, at] of schemasWithin(schema, path)) yield* inline(part, at, false);
}

// isTyped tells whether generators have a type for a body: a component, a list of one, or a stream of bytes, which they hand
// over as a file or reader.
const isTyped = (body) => body.$ref || body.items?.$ref || body.format === 'binary';

// The whole document is walked rather than some paths of it: a schema may stand in a header of an answer of a callback.
function* walk(node, path) {
  if (!node || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) {
    const at = [...path, key];
    if (key === 'example' || key === 'examples' || key.startsWith('x-')) continue;
    if (key === 'schema') {
      if (path.at(-2) === 'content' && value && !isTyped(value)) yield { message: 'is a body without a name: make it a component', path: at };
      else yield* inline(value, at, false);
    } else if (path.length === 1 && path[0] === 'components' && key === 'schemas') {
      for (const [name, schema] of Object.entries(value)) yield* inline(schema, [...at, name], true);
    } else yield* walk(value, at);
  }
}

export default function named(document) {
  return [...walk(document, [])];
}

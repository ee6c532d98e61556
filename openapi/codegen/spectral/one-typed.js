// Whether a value is of a type of JSON Schema. null is a value of every enumeration that is nullable.
const is = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
};

// An enumeration may stand wherever a schema does, so the whole document is walked; in an example it is somebody's data.
function* walk(node, path) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node.enum)) {
    const fits = is[node.type];
    if (!fits) yield { message: 'is an enumeration without a type', path };
    else if (!node.enum.every((value) => fits(value) || (value === null && node.nullable))) yield { message: `has values that are no ${node.type}`, path };
  }
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'example' && key !== 'examples' && key !== 'enum' && key !== 'default' && !key.startsWith('x-')) yield* walk(value, [...path, key]);
  }
}

export default function oneTyped(document) {
  return [...walk(document, [])];
}

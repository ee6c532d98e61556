import { operations } from './words.js';

export default function namedApart(document) {
  const taken = new Map();
  for (const { operation } of operations(document)) {
    for (const end of ['Request', 'Response', 'RequestBody', 'JSONBody', 'Params']) {
      taken.set(`${operation.operationId}${end}`.toLowerCase(), operation.operationId);
    }
  }
  return Object.keys(document.components?.schemas ?? {})
    .filter((name) => taken.has(name.toLowerCase()))
    .map((name) => ({ message: `${name} is a name that generators make for ${taken.get(name.toLowerCase())}`, path: ['components', 'schemas', name] }));
}

import { operations } from './words.js';

// What generators name after an operation: oapi-codegen, OpenAPI Generator (its Go client puts Api before), hey-api, orval, ogen.
const ends = [
  'Request', 'RequestBody', 'RequestObject', 'OperationRequest', 'Response', 'Responses', 'ResponseObject', 'Params', 'Body', 'JSONBody',
  'FormdataBody', 'Data', 'Error', 'Errors', 'Req', 'Res', 'OK', 'Created', 'Accepted', 'NoContent',
];

export default function namedApart(document) {
  const taken = new Map();
  for (const { operation } of operations(document)) {
    const id = operation.operationId;
    for (const end of ends) taken.set(`${id}${end}`.toLowerCase(), id);
    taken.set(`Api${id}Request`.toLowerCase(), id);
  }
  return Object.keys(document.components?.schemas ?? {})
    .filter((name) => taken.has(name.toLowerCase()))
    .map((name) => ({ message: `${name} is a name that generators make for ${taken.get(name.toLowerCase())}`, path: ['components', 'schemas', name] }));
}

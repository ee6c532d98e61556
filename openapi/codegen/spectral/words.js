// What the rules share: where the operations are, and which of a schema's members are schemas.
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

export function* operations(document) {
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods) {
      if (item?.[method]) yield { operation: item[method], path: ['paths', path, method] };
    }
  }
}

// contents are the request's and the answers', each a media type.
export function* contents(operation, path) {
  const holders = [[operation.requestBody, [...path, 'requestBody']]];
  for (const [status, answer] of Object.entries(operation.responses ?? {})) holders.push([answer, [...path, 'responses', status]]);
  for (const [holder, at] of holders) {
    for (const [media, type] of Object.entries(holder?.content ?? {})) yield [type, [...at, 'content', media]];
  }
}

export function* schemasWithin(schema, path) {
  for (const [name, member] of Object.entries(schema.properties ?? {})) yield [member, [...path, 'properties', name]];
  for (const key of ['items', 'additionalProperties', 'not']) {
    if (schema[key] && typeof schema[key] === 'object') yield [schema[key], [...path, key]];
  }
  for (const key of ['allOf', 'oneOf', 'anyOf']) {
    for (const [i, part] of (schema[key] ?? []).entries()) yield [part, [...path, key, i]];
  }
}

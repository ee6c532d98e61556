import { contents, operations } from './words.js';

export default function toldApart(document) {
  const found = [];
  for (const { operation, path } of operations(document)) {
    for (const [type, at] of contents(operation, path)) {
      const examples = Object.entries(type.examples ?? {});
      if (examples.length < 2) continue;
      const said = new Map();
      for (const [name, { summary }] of examples) {
        const message = !summary ? 'has no summary' : said.has(summary) ? `has the summary of ${said.get(summary)}` : undefined;
        if (message) found.push({ message, path: [...at, 'examples', name] });
        said.set(summary, name);
      }
    }
  }
  return found;
}

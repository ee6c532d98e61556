// References are followed from the paths: a component that only itself or another forgotten one mentions is forgotten too.
const payload = new Set(['example', 'value', 'default', 'enum']);

function* references(node) {
  if (!node || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) {
    if (key === '$ref' && typeof value === 'string') yield value;
    else if (key === 'security') for (const need of value) for (const name of Object.keys(need)) yield `#/components/securitySchemes/${name}`;
    else if (key === 'mapping') yield* Object.values(value);
    else if (!payload.has(key) || Array.isArray(node)) yield* references(value);
  }
}

const unescaped = (pointer) => pointer.slice(2).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

export default function reachable(document) {
  const seen = new Set();
  const open = [...references({ paths: document.paths, security: document.security ?? [] })];
  while (open.length > 0) {
    const ref = open.pop();
    if (seen.has(ref) || !ref.startsWith('#/')) continue;
    seen.add(ref);
    open.push(...references(unescaped(ref).reduce((at, part) => at?.[part], document)));
  }
  const found = [];
  for (const [kind, components] of Object.entries(document.components ?? {})) {
    if (kind.startsWith('x-')) continue;
    for (const name of Object.keys(components)) {
      if (!seen.has(`#/components/${kind}/${name}`)) {
        found.push({ message: `no operation leads to ${kind}/${name}`, path: ['components', kind, name] });
      }
    }
  }
  return found;
}

import { operations } from './words.js';

const filled = (list) => Array.isArray(list) && list.length > 0;

// As impl/server/contract.go reads it: without security, or with an empty requirement among others, nobody has to show anything.
function admitsAnonymous(security) {
  return !filled(security) || security.some((requirement) => Object.keys(requirement).length === 0);
}

export default function admission(document) {
  const found = [];
  for (const { operation, path } of operations(document)) {
    const known = operation['x-permission'] && filled(operation['x-boundary']);
    const half = operation['x-permission'] && !filled(operation['x-boundary']);
    const open = operation['x-any-caller'] === true || admitsAnonymous(operation.security ?? document.security);
    if (half || (!known && !open)) {
      found.push({ message: 'needs x-permission and x-boundary, or x-any-caller, or a security that admits anonymous callers', path });
    }
  }
  return found;
}

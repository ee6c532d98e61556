// Reads a pattern and a text a line, in base64, and answers 1 or 0 as validators do: some with the flag u, some without. E is
// no pattern, ? one that the flag changes.
import { readFileSync } from 'node:fs';

const read = (word) => Buffer.from(word ?? '', 'base64').toString('utf8');
const answers = readFileSync(0, 'utf8').replace(/\n$/, '').split('\n').map((line) => {
  const [pattern, text = ''] = line.split(' ').map(read);
  try {
    const [plain, unicode] = ['', 'u'].map((flag) => new RegExp(pattern, flag).test(text));
    return plain === unicode ? Number(plain) : '?';
  } catch {
    return 'E';
  }
});
console.log(answers.join('\n'));

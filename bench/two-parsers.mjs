// Compares the facts that both parsers give for every source file below a folder: `npm run compile && node bench/two-parsers.mjs DIR`.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { collectFacts } from '../out/src/facts/collect-facts.js';
import { loadParser } from '../out/src/facts/parse.js';
import { isSourceFile } from '../out/src/workspace/default-excludes.js';

const [root = 'test/fixtures/demo'] = process.argv.slice(2);
if (!(await loadParser('oxc'))) throw new Error('oxc-parser does not load on this machine: there is nothing to compare.');
await loadParser('typescript-estree');

let same = 0;
const different = [];
for (const file of sourcesBelow(root)) {
  const text = readFileSync(file, 'utf8');
  const [a, b] = ['oxc', 'typescript-estree'].map((parser) => JSON.stringify(collectFacts(text, file, parser)));
  if (a === b) same++;
  else different.push(`${file}\n  oxc               ${around(a, b)}\n  typescript-estree ${around(b, a)}`);
}
console.log(different.join('\n'));
console.log(`${same} files alike, ${different.length} different`);
process.exitCode = different.length > 0 ? 1 : 0;

function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|dist|\.git)$/.test(entry.name) ? [] : sourcesBelow(full);
    const isSource = isSourceFile(entry.name) && !/\.d\.[cm]?ts$/.test(entry.name);
    return isSource && statSync(full).size < 2e6 ? [full] : [];
  });
}

function around(text, other) {
  let index = 0;
  while (text[index] === other[index]) index++;
  return text.slice(Math.max(0, index - 60), index + 60);
}

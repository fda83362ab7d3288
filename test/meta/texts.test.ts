import assert from 'node:assert/strict';
import { z } from 'zod';
import { filesBelow, readJson, readText } from './project.js';

const texts = z.record(z.string(), z.string());

/** Every English text that the code gives to `t`. */
function textsInCode(): readonly string[] {
  const files = [...filesBelow('src/editor', '.ts'), ...filesBelow('src/report', '.ts')];
  const found = files.flatMap((path) => [...readText(path).matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)]);
  return [...new Set(found.map(([, text]) => (text ?? '').replaceAll("\\'", "'")))].sort();
}

describe('texts', () => {
  it('of package.json are all in package.nls.json, and no others', () => {
    const used = [...readText('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts.parse(readJson('package.nls.json'))).sort());
  });

  it('of the code are all in l10n/bundle.l10n.json, and no others', () => {
    const bundle = texts.parse(readJson('l10n/bundle.l10n.json'));
    assert.deepEqual(Object.keys(bundle).sort(), textsInCode());
  });

  it('are not put together from parts that a translator does not see', () => {
    for (const path of filesBelow('src/editor', '.ts')) assert.doesNotMatch(readText(path), /\bt\(\s*`/, path);
  });
});

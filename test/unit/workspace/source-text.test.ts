import assert from 'node:assert/strict';
import { collectFacts } from '../../../src/facts/collect-facts.js';
import { loadParser } from '../../../src/facts/parse.js';
import { contentHash } from '../../../src/workspace/facts-cache.js';
import { sourceReader } from '../../../src/workspace/source-text.js';
import { TemporaryFolder } from './temporary-folder.js';

describe('the source behind an explanation', () => {
  let folder: TemporaryFolder;

  before(() => loadParser('typescript-estree'));
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  function read(path: string, scanned: string, overlays: ReadonlyMap<string, string> = new Map()): string | null {
    const parsed = { hash: contentHash(path, scanned), facts: collectFacts(scanned, path, 'typescript-estree') };
    const files = new Map([[path, { bytes: scanned.length, lines: 1, parsed, copyable: null }]]);
    return sourceReader({ root: folder.path, overlays }, { files })(path, { start: 0, end: 5 });
  }

  for (const { name, path, disk, overlay, text } of [
    { name: 'is what is on disk', path: 'a.ts', disk: 'const a = 1;', overlay: null, text: 'const' },
    { name: 'is nothing where that has changed', path: 'a.ts', disk: 'let a = 1;', overlay: null, text: null },
    { name: 'is nothing where the file is gone', path: 'a.ts', disk: null, overlay: null, text: null },
    { name: 'is what an editor holds', path: 'a.ts', disk: 'let a = 1;', overlay: 'const a = 1;', text: 'const' },
    { name: 'is nothing of an environment file', path: '.env', disk: 'KEY=s', overlay: null, text: null },
    { name: 'is nothing of a JSON file', path: 'a.json', disk: '{ "a": 1 }', overlay: null, text: null },
  ])
    it(name, () => {
      if (disk !== null) folder.write({ [path]: disk });
      const scanned = path === 'a.ts' ? 'const a = 1;' : (disk ?? '');
      assert.equal(read(path, scanned, new Map(overlay === null ? [] : [[path, overlay]])), text);
    });
});

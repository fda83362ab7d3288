import assert from 'node:assert/strict';
import { filesBelow, readText } from './project.js';

/** Modules that a file imports, with `import type` left out. */
function imports(path: string): readonly string[] {
  const statements = readText(path).matchAll(
    /^(?:import|export)\s(?!type\s)[^;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...statements].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
}

/** The code without what it says in comments and texts. */
function bare(path: string): string {
  return readText(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`[^`]*`/g, "''");
}

const sources = filesBelow('src', '.ts');

describe('rooms', () => {
  it('only the editor and its entry point import vscode', () => {
    const importers = sources.filter((path) => imports(path).includes('vscode'));
    assert.ok(importers.length > 0);
    for (const path of importers) assert.match(path, /^src\/(editor\/|extension\.ts$)/);
  });

  it('facts, link, detectors and report are pure', () => {
    const pure = sources.filter((path) => /^src\/(facts|link|detectors|report|model)\//.test(path));
    assert.ok(pure.length > 10);
    for (const path of pure) {
      assert.deepEqual(
        imports(path).filter((name) => name.startsWith('node:')),
        [],
        path,
      );
      assert.doesNotMatch(bare(path), /\bDate\.now\(|\bnew Date\(\)|\bprocess\./, path);
    }
  });

  it('entry points are composition only', () => {
    for (const path of ['src/extension.ts', 'src/cli.ts', 'src/worker.ts']) assert.ok(readText(path).split('\n').length <= 61, path);
  });
});

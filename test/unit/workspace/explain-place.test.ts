import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Step } from '../../../src/model/explanation.js';
import { openSession } from '../../../src/workspace/open-session.js';
import type { Session } from '../../../src/workspace/session.js';
import { TemporaryFolder } from './temporary-folder.js';

const config = '{ "customers": [{ "id": "acme", "name": "Acme" }, { "id": "globex", "name": "Globex" }], "exclude": ["src/old.ts"] }';
const both = "const which = tenant.slug === 'acme' ? 1 : tenant.slug === 'globex' ? 2 : 3;\n";
const branch = "if (tenant.slug === 'acme') {\n  go();\n}\n";

describe('the explanation of a place', function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;
  let session: Session;

  beforeEach(async () => {
    folder = new TemporaryFolder({
      'oneoff.config.json': config,
      '.gitignore': 'built.ts\n',
      'src/both.ts': both,
      'src/branch.ts': branch,
      'src/old.ts': branch,
      'src/built.ts': branch,
      'node_modules/x/index.ts': branch,
      'src/plain.ts': 'export const two = 1 + 1;\n',
      'test/plain.test.ts': "if (tenant.slug === 'umbrella') go();\n",
      'src/broken.ts': `${branch}if (tenant.slug === ) {\n`,
      'src/binary.ts': 'a\0b',
    });
    session = await openSession({ root: folder.path, cacheFolder: null });
    await session.scan();
  });
  afterEach(async () => {
    await session.dispose();
    folder.remove();
  });

  const texts = (path: string, line: number, column: number | null): readonly string[] =>
    session.explainPlace({ path, line, column }).findings.map(({ finding }) => finding.text);

  it('has every finding of the line, or that at the column', () => {
    assert.deepEqual(texts('src/both.ts', 1, null), ["tenant.slug === 'acme'", "tenant.slug === 'globex'"]);
    assert.deepEqual(texts('src/both.ts', 1, 50), ["tenant.slug === 'globex'"]);
    assert.deepEqual(texts('src/both.ts', 1, 2), ["tenant.slug === 'acme'", "tenant.slug === 'globex'"], 'none is there: all');
  });

  it('knows whose region a line is in', () => {
    const { findings, within, unread, leftAlone } = session.explainPlace({ path: 'src/branch.ts', line: 2, column: null });
    assert.deepEqual([findings, unread, leftAlone], [[], [], []]);
    assert.deepEqual(
      within.map(({ text }) => text),
      ["tenant.slug === 'acme'"],
    );
  });

  for (const [path, line, reason] of [
    ['src/old.ts', 1, /glob of "exclude"/],
    ['src/built.ts', 1, /\.gitignore.* ignores it/],
    ['node_modules/x/index.ts', 1, /node_modules is left out by default/],
    ['src/plain.ts', 1, /holds no word by which/],
    ['test/plain.test.ts', 1, /It is a test file/],
    ['src/broken.ts', 4, /^Line 4: .* left out\.$/],
    ['src/binary.ts', 1, /binary/],
    ['src/late.ts', 1, /not there when the folder was scanned/],
  ] as const)
    it(`says why nothing was looked at in ${path}`, () => {
      const { unread } = session.explainPlace({ path, line, column: null });
      assert.equal(unread.length, 1);
      assert.match(unread[0] ?? '', reason);
    });

  it('reads unsaved text, and not a file that has changed since', async () => {
    const first = (): Step | undefined => session.explainPlace({ path: 'src/branch.ts', line: 1, column: null }).findings[0]?.steps[1];
    assert.equal(first()?.text, "'acme'");
    folder.write({ 'src/branch.ts': `\n\n${branch}` });
    assert.equal(first()?.text, 'acme', 'what is on disk is not what was scanned');
    await session.update([{ path: 'src/branch.ts', type: 'changed', text: branch }]);
    assert.equal(first()?.text, "'acme'");
  });
});

describe('the explanations of the demo', function () {
  this.timeout(60_000);
  const root = resolve('test/fixtures/demo');

  it('lead from each finding to its customers, by places that hold what they say', async () => {
    const session = await openSession({ root, cacheFolder: null });
    const { findings, customers } = await session.scan();
    const lines = new Map<string, readonly string[]>();
    const lineOf = (path: string, line: number): string => {
      if (!lines.has(path)) lines.set(path, readFileSync(resolve(root, path), 'utf8').split('\n'));
      return lines.get(path)?.[line - 1] ?? '';
    };
    for (const finding of findings) {
      const steps = session.explain(finding.id)?.steps ?? [];
      const named = finding.customers.map((id) => customers.find((customer) => customer.id === id)?.name);
      const told = steps.filter(({ what }) => what === 'customer').map(({ text }) => text);
      assert.deepEqual(told, named, `${finding.path}:${finding.range.start.line}`);
      assert.deepEqual(steps[0]?.place, { path: finding.path, range: finding.range });
      for (const { what, text, place } of steps) {
        assert.notEqual(text, '', `${finding.path}:${finding.range.start.line} ${what}`);
        // Folders and copied files are named, and stand nowhere in a text.
        if (!place || what === 'folder' || what === 'copy' || what === 'origin') continue;
        const [word = ''] = /[\p{L}\p{N}]+/u.exec(text) ?? [];
        assert.ok(
          lineOf(place.path, place.range.start.line)
            .slice(place.range.start.column - 1)
            .includes(word),
          `${what} ${text}`,
        );
      }
    }
    await session.dispose();
  });
});

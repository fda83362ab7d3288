import assert from 'node:assert/strict';
import { hotspots } from '../../../src/assess/hotspots.js';
import { finding } from '../report/example-report.js';

const found = (path: string, customer: string, id = path) => finding({ id, path, customers: [customer] });

describe('hotspots', () => {
  const findings = [
    found('src/a.ts', 'acme'),
    found('src/b.ts', 'globex'),
    found('src/b.ts', 'acme', 'b2'),
    found('src/deep/c.ts', 'acme'),
  ];
  const churn = new Map([
    ['src/a.ts', { revisions: ['1', '2'], churn: 20 }],
    ['src/b.ts', { revisions: ['2', '3', '4'], churn: 5 }],
    ['src/deep/c.ts', { revisions: [], churn: 0 }],
  ]);
  const sizes = new Map([
    ['src/a.ts', { lines: 300, complexity: 10 }],
    ['src/b.ts', { lines: 50, complexity: 4 }],
    ['src/deep/c.ts', { lines: 7, complexity: null }],
  ]);

  it('ranks files and the folders that hold several by revisions × complexity', () => {
    assert.deepEqual(
      hotspots({ findings, churn, sizes }).map(({ path, isFolder, revisions, complexity }) => [path, isFolder, revisions, complexity]),
      [
        ['src', true, 4, 21],
        ['src/a.ts', false, 2, 10],
        ['src/b.ts', false, 3, 4],
      ],
    );
  });

  it('takes a folder that was copied as a whole for a folder', () => {
    const copied = finding({
      id: 'fork',
      path: 'src',
      kind: 'fork',
      fork: {
        ...{
          unit: 'folder',
          origin: { path: 'lib', range: null },
          family: 'f',
          subject: 'src',
          similarity: 0.9,
          sharedLines: 1,
          forkLines: 1,
        },
        ...{ originLines: 1, coreLines: 1, direction: 'names', substitutions: [], leftBehind: [] },
      },
    });
    const [folder] = hotspots({ findings: [...findings, copied], churn, sizes });
    assert.deepEqual([folder?.path, folder?.isFolder, folder?.oneOffs], ['src', true, 5]);
  });

  it('counts a commit on several files once, and lists each customer once', () => {
    const [folder] = hotspots({ findings, churn, sizes });
    assert.deepEqual([folder?.churn, folder?.lines, folder?.oneOffs, folder?.customers], [25, 357, 4, ['acme', 'globex']]);
  });
});

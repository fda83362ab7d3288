import { GitFolder } from './git-folder.js';

/** An ISO date-time so many days ago, as the window of a report ends today. */
function ago(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}

const requests = [
  'Key,Title,Status,Labels,Customer,Created,Closed,Due,RICE score,ARR',
  `REQ-1,Net terms,Done,billing,Acme,${ago(100)},${ago(60)},,,50000`,
  `REQ-2,Export as EDIFACT,Done,ux,"Acme; Globex",${ago(90)},${ago(50)},,,`,
  `REQ-3,Tidy the admin pages,Done,admin,,${ago(80)},${ago(40)},,,`,
  `REQ-4,Export to the warehouse,Open,,Globex,${ago(30)},,${ago(-200)},12,9000`,
  `REQ-5,Describe the export,Open,docs,,${ago(20)},,${ago(-5)},,`,
  `REQ-6,Logo,Done,,Acme,${ago(700)},${ago(500)},,,`,
];

/**
 * A repository with three one-offs, eight commits (the first two years old) and an export of six requests, small enough to count by hand:
 * `expectedShares` says what it comes to.
 */
export function workedOnRepository(): GitFolder {
  const folder = new GitFolder({
    'oneoff.config.json': JSON.stringify({
      customers: [
        { id: 'acme', name: 'Acme', status: 'active' },
        { id: 'globex', name: 'Globex', status: 'gone' },
      ],
      trackers: [{ id: 'old', type: 'file', path: 'requests.csv' }],
    }),
    'requests.csv': `${requests.join('\n')}\n`,
    'src/app.ts': 'export const app = 1;\n',
  });
  folder.commit('Start', ago(730));
  folder.write({ 'src/billing/terms.ts': "if (tenant.slug === 'acme') net(60);\n" });
  folder.commit('REQ-1: Net terms', ago(95));
  folder.write({ 'src/export.tsx': "// REQ-2\nif (tenant.slug === 'acme') edifact();\n" });
  folder.commit('Export', ago(94));
  folder.write({ 'src/admin/page.ts': 'export const page = 1;\n' });
  folder.commit('Hotfix REQ-3: admin pages', ago(79));
  folder.write({ 'src/app.ts': 'export const app = 2;\n' });
  const fast = folder.commit('Faster', ago(50));
  folder.write({ 'src/app.ts': 'export const app = 1;\n' });
  folder.commit(`Revert "Faster"\n\nThis reverts commit ${fast}.`, ago(48));
  folder.write({ 'lib/old.ts': "if (tenant.slug === 'globex') go();\n" });
  folder.commit('Keep the old way', ago(30));
  folder.write({ 'test/app.test.ts': 'check(app);\n' });
  folder.commit('Hotfix for a security hole', ago(10));
  return folder;
}

/** Of each sign, in the order of its indicators. */
export const expectedShares: Readonly<Record<number, readonly string[]>> = {
  1: ['1 of 3', '1 of 2'],
  2: ['1 of 2', '1 of 1', '5 of 9'],
  3: ['1 of 2'],
  4: ['1 of 3', '1 of 3'],
  5: ['1 of 3'],
  6: ['2 of 7', '1 of 2'],
  7: ['1 of 6', '1 of 6', '1 of 2'],
  8: [],
  10: ['1 of 2'],
};

/** How much of what could be counted was known, where not all of it was asked. */
export const expectedCoverage: Readonly<Record<number, readonly string[]>> = {
  1: ['2 of 2'],
  2: ['2 of 3', '1 of 7'],
  3: ['2 of 2'],
  4: ['3 of 3'],
  6: ['7 of 7'],
  7: ['2 of 2'],
  10: ['2 of 4'],
};

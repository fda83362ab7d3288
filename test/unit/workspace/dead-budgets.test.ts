import assert from 'node:assert/strict';
import { formatConfigProblem } from '../../../src/workspace/config-document.js';
import { openSession } from '../../../src/workspace/open-session.js';
import { TemporaryFolder } from './temporary-folder.js';

const code = "if (tenant.slug === 'acme') go();\nif (tenant.slug === 'hooli') go();\n";

describe('budgets that can count nothing', function () {
  this.timeout(30_000);
  const warnings = async (
    budget: object,
    { root = '.', ...config }: { root?: string; forks?: boolean; customerFiles?: readonly string[] } = {},
  ) => {
    const written = { customers: [{ id: 'acme' }, { id: 'globex' }], ...config, budgets: [{ ...budget, most: 0 }] };
    const folder = new TemporaryFolder({
      'oneoff.config.json': JSON.stringify(written, null, 2),
      'packages/shop/src/price.ts': code,
      'packages/crm/note.txt': '',
      'crm.csv': 'id,name\numbrella,Umbrella Health\n',
    });
    const session = await openSession({ root: folder.at(root), cacheFolder: null });
    await session.scan();
    const { problems } = session.configuration();
    await session.dispose();
    folder.remove();
    return problems.map((problem) => formatConfigProblem(problem).replace(/^.*oneoff\.config\.json:\d+:\d+ /, ''));
  };

  for (const [what, budget, more = {}] of [
    ['a customer without one-offs', { customer: 'globex' }],
    ['an inferred customer', { customer: 'hooli' }],
    ['an imported customer without one-offs', { customer: 'umbrella' }, { customerFiles: ['crm.csv'] }],
    ['a kind of which there is none', { kind: 'flag' }],
    ['a folder without one-offs of the kind', { folder: './packages/shop/', kind: 'import' }],
    ['everything', { folder: '.' }],
    ['a folder that this scan leaves out', { folder: 'packages/crm' }, { root: 'packages/shop' }],
    ['a folder around what is scanned', { folder: 'packages' }, { root: 'packages/shop' }],
  ] as const)
    it(`say nothing about ${what}`, async () => {
      assert.deepEqual(await warnings(budget, more), []);
    });

  for (const [what, budget, said, more = {}] of [
    [
      'a misspelt customer',
      { customer: 'acmee' },
      'warning: No customer has the id "acmee", so this budget counts nothing. Did you mean "acme"?',
    ],
    [
      'a customer by name',
      { customer: 'Umbrella Health' },
      'warning: No customer has the id "Umbrella Health", so this budget counts nothing. Budgets take ids; oneoff scan --format json lists them.',
    ],
    [
      'a folder that is not there',
      { folder: 'src/biling' },
      'warning: No scanned file lies in "src/biling", so this budget counts nothing. Folders are relative to this file\'s folder and use /; correct or remove it.',
    ],
    [
      'a folder that is not there, of a part of the workspace',
      { folder: 'packages/shop/lib' },
      'warning: No scanned file lies in "packages/shop/lib", so this budget counts nothing. Folders are relative to this file\'s folder and use /; correct or remove it.',
      { root: 'packages/shop' },
    ],
    [
      'copies where none are looked for',
      { kind: 'fork' },
      'warning: Copies are not looked for, so this budget counts nothing. Set "forks" to true, or remove the budget.',
      { forks: false },
    ],
  ] as const)
    it(`warn of ${what}`, async () => {
      assert.deepEqual(await warnings(budget, more), [said]);
    });
});

import assert from 'node:assert/strict';
import { customersOfBranch, keptByName } from '../../../src/assess/named-branches.js';

const customers = [
  { id: 'acme', names: ['Acme Corp'] },
  { id: 'umbrella-health', names: ['Umbrella Health', 'UHG'] },
];

describe('customers of branches', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['acme', ['acme']],
    ['customers/acme', ['acme']],
    ['acme/main', ['acme']],
    ['prod-acme', ['acme']],
    ['client_acme_production', ['acme']],
    ['AcmeCorp', ['acme']],
    ['umbrella-health', ['umbrella-health']],
    ['umbrellaHealth/stable', ['umbrella-health']],
    ['uhg-live', ['umbrella-health']],
    ['acme-and-uhg', ['acme', 'umbrella-health']],
    ['main', []],
    ['acmeology', []],
    ['health', []],
    ['feature/acme-login', []],
    ['feat/acme', []],
    ['fix/acme-rounding', []],
    ['hotfix-acme', []],
    ['PROD-12-acme', []],
    ['acme/PROD-12-login', []],
    ['1234-acme', []],
    ['release/acme', []],
    ['users/ada/acme', []],
    ['dependabot/npm_and_yarn/acme-1.2.3', []],
    ['7.x-legacy', []],
  ];
  for (const [name, expected] of cases) {
    it(`${name} → ${expected.join(', ') || 'none'}`, () => {
      assert.deepEqual(customersOfBranch(name, customers), expected);
    });
  }
});

describe('branches in a folder of customers', () => {
  const known = ['acme', 'globex', 'hooli'].map((id) => ({ id, names: [`${id} Corp`] }));

  it('are kept for them, when three or more are called after a customer and nothing else', () => {
    const names = ['live/acme', 'live/globex', 'live/hooli-corp', 'live/acme-changelog', 'acme', 'demo/acme', 'demo/globex'];
    assert.deepEqual([...keptByName(names, known)], ['live/acme', 'live/globex', 'live/hooli-corp']);
  });
});

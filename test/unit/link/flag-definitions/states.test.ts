import assert from 'node:assert/strict';
import type { Audience, FlagDefinition, FlagEnvironment, FlagRule } from '../../../../src/link/flag-definitions/definition.js';
import { stateOf } from '../../../../src/link/flag-definitions/state.js';

const context = {
  today: '2026-01-15',
  customerOf: (text: string) => (/^acme(-corp)?$|^globex$/.test(text) ? text.replace('-corp', '') : null),
  ownNames: new Set(['ledgerly']),
};

const attribute =
  (isInverted: boolean) =>
  (name: string, ...values: readonly string[]): Audience => ({
    is: 'attribute',
    attribute: name,
    values: values.map((text) => ({ text, start: 0, end: 0 })),
    isInverted,
  });
const whose = attribute(false);
const allBut = attribute(true);
const everybody: Audience = { is: 'everybody' };
const on = (who: Audience, percent = 100): FlagRule => ({ who, value: true, percent });
const at = (name: string | null, value: FlagEnvironment['value'], ...rules: readonly FlagRule[]): FlagEnvironment => ({
  name,
  value,
  rules,
});

function flag(environments: readonly FlagEnvironment[], more: Partial<FlagDefinition> = {}): FlagDefinition {
  return {
    ...{ key: 'new-nav', provider: 'openfeature', path: 'flags.json', start: 0, end: 0, environments },
    ...{ owner: null, created: null, expires: null, isPermanent: false },
    ...more,
  };
}

describe('the state of a flag', () => {
  const cases: readonly (readonly [why: string, environments: readonly FlagEnvironment[], state: object])[] = [
    ['one value for all without rules is constant', [at(null, true)], { kind: 'constant', value: true }],
    ['a rule for everybody makes the value', [at(null, false, on(everybody))], { kind: 'constant', value: true }],
    [
      'a rule that gives what everybody gets changes nothing',
      [at(null, true, on(whose('tenant', 'acme')))],
      { kind: 'constant', value: true },
    ],
    [
      'nothing after a rule for everybody is reached',
      [at(null, false, on(everybody), on(whose('tenant', 'acme')))],
      { kind: 'constant', value: true },
    ],
    ['a rule for nobody changes nothing', [at(null, false, on(everybody, 0))], { kind: 'constant', value: false }],
    ['production and staging agree', [at('staging', true), at('production', true)], { kind: 'constant', value: true }],
    ["environments of the team's own agree", [at('eu', false), at('us', false)], { kind: 'constant', value: false }],
    ['one environment alone says nothing', [at('production', true)], { kind: 'varying' }],
    ['trials alone say nothing', [at('development', true), at('staging', true)], { kind: 'varying' }],
    ['two files of one environment say nothing', [at('local', true), at('local', true)], { kind: 'varying' }],
    ['environments differ', [at('staging', true), at('production', false)], { kind: 'varying' }],
    ['a value that is not known is not constant', [at(null, undefined)], { kind: 'varying' }],
    ['decided elsewhere', [], { kind: 'varying' }],
    ['a tenant', [at(null, false, on(whose('tenantId', 'initech')))], { kind: 'one-customer', targets: ['initech'] }],
    [
      'everybody but one',
      [at(null, false, on(allBut('orgId', 'initech')))],
      { kind: 'one-customer', targets: ['initech'], isInverted: true },
    ],
    [
      'two spellings of one customer',
      [at(null, false, on(whose('company', 'acme', 'acme-corp')))],
      { kind: 'one-customer', targets: ['acme'] },
    ],
    [
      'the same tenant in two rules',
      [at(null, 'a', on(whose('tenant', 'initech')), { who: whose('tenant', 'initech'), value: 'b', percent: 100 })],
      { kind: 'one-customer', targets: ['initech'] },
    ],
    [
      'own company and test tenants try it out',
      [at(null, false, on(whose('tenant', 'initech', 'ledgerly', 'qa-tenant', 'demo')))],
      { kind: 'one-customer', targets: ['initech'] },
    ],
    ['nobody but the own company', [at(null, false, on(whose('tenant', 'ledgerly')))], { kind: 'varying' }],
    ['several tenants', [at(null, false, on(whose('tenant', 'initech', 'hooli')))], { kind: 'cohort', targets: ['initech', 'hooli'] }],
    ['a segment', [at(null, false, on({ is: 'segment', name: 'pilots', isInverted: false }))], { kind: 'cohort', targets: ['pilots'] }],
    [
      'a tenant and a segment',
      [at(null, false, on(whose('org', 'hooli')), on({ is: 'segment', name: 'pilots', isInverted: false }))],
      { kind: 'cohort', targets: ['hooli', 'pilots'] },
    ],
    [
      'known customers by an attribute of another name',
      [at(null, false, on(whose('key', 'acme')))],
      { kind: 'one-customer', targets: ['acme'] },
    ],
    [
      'a tester beside a tenant',
      [at(null, false, on(whose('userId', '17')), on(whose('tenant', 'hooli')))],
      { kind: 'one-customer', targets: ['hooli'] },
    ],
    ['a tester alone', [at(null, false, on(whose('userId', '17')))], { kind: 'varying' }],
    ['a country', [at(null, false, on(whose('country', 'de')))], { kind: 'varying' }],
    ['a plan beside a tenant', [at(null, false, on(whose('plan', 'gold')), on(whose('tenant', 'hooli')))], { kind: 'varying' }],
    ['a type of account is no account', [at(null, false, on(whose('accountType', 'trial')))], { kind: 'varying' }],
    ['a rule that is not read', [at(null, false, on({ is: 'other' }))], { kind: 'varying' }],
    ['a rollout', [at(null, false, on(everybody, 25))], { kind: 'percentage', percent: 25 }],
    ['a rollout beside a tenant', [at(null, false, on(whose('tenant', 'hooli')), on(everybody, 10))], { kind: 'percentage', percent: 10 }],
    [
      'what production does counts',
      [at('staging', true), at('production', false, on(whose('tenant', 'hooli')))],
      { kind: 'one-customer', targets: ['hooli'] },
    ],
    [
      'what staging does for one does not',
      [at('staging', false, on(whose('tenant', 'hooli'))), at('production', true)],
      { kind: 'varying' },
    ],
  ];
  for (const [why, environments, state] of cases) {
    it(why, () => {
      assert.deepEqual(stateOf([flag(environments)], context), state);
    });
  }

  it('is made of all files that define the flag', () => {
    const files = [flag([at('dev', true)], { path: 'flags.dev.json' }), flag([at('prod', true)], { path: 'flags.prod.json' })];
    assert.deepEqual(stateOf(files, context), { kind: 'constant', value: true });
  });

  it('says when the flag should have gone, by the day that is given', () => {
    const definition = flag([at(null, true)], { expires: '2026-01-14' });
    assert.deepEqual(stateOf([definition], context), { kind: 'constant', value: true, expired: '2026-01-14' });
    assert.deepEqual(stateOf([definition], { ...context, today: '2026-01-14' }), { kind: 'constant', value: true });
    assert.deepEqual(stateOf([definition], { ...context, today: null }), { kind: 'constant', value: true });
  });

  for (const more of [{ isPermanent: true }, { key: 'mail-kill-switch' }, { key: 'ops.maintenance-banner' }]) {
    it(`says that ${more.key ?? 'a flag marked so'} is meant to stay, and then not that it expired`, () => {
      const state = stateOf([flag([at(null, true)], { expires: '2020-01-01', ...more })], context);
      assert.deepEqual(state, { kind: 'constant', value: true, isPermanent: true });
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkText, loadParsers, type Sources } from '../detectors/detect-text.js';

const uuid = '0b54c1de-1f0c-4f8b-a1d8-2f4f5b6f0c11';

/** The spellings of each customer, joined. */
const spelled = (code: Sources): string[] =>
  linkText(code)
    .customers.all.map(({ name, aliases }) => [name, ...aliases].toSorted().join(' = '))
    .toSorted();

const compared = (...names: readonly string[]): string => names.map((name) => `if (tenant.slug === '${name}') run();`).join('\n');

describe('merging of customers', () => {
  before(loadParsers);

  const cases: readonly { readonly why: string; readonly code: Sources; readonly expect: readonly string[] }[] = [
    { why: 'style says nothing', code: compared('globex', 'GLOBEX', 'Globex'), expect: ['GLOBEX = Globex = globex'] },
    {
      why: 'law says nothing about who it is',
      code: compared('globex', 'globex-corp', 'GlobexInc'),
      expect: ['GlobexInc = globex = globex-corp'],
    },
    { why: 'a legal form may be stuck to the name', code: compared('globex', 'globexcorp'), expect: ['globex = globexcorp'] },
    {
      why: 'environments of one tenant',
      code: compared('globex', 'globex-prod', 'globex-staging'),
      expect: ['globex = globex-prod = globex-staging'],
    },
    { why: 'a word of the trade at either end', code: compared('globex', 'globex-tenant'), expect: ['globex = globex-tenant'] },
    {
      why: 'a predicate puts one for the other',
      code: `const isUmbrella = tenant.slug === 'umbrella-health';\n${compared('umbrella')}`,
      expect: ['umbrella = umbrella-health'],
    },
    {
      why: 'two names of one id',
      code: {
        'src/a.ts': `export const GLOBEX_TENANT_ID = '${uuid}';\nif (tenant.id === GLOBEX_TENANT_ID) run();`,
        'src/b.ts': `export const GLX_ORG_ID = '${uuid}';\nif (org.id === GLX_ORG_ID) run();`,
      },
      expect: ['globex = glx'],
    },
    { why: 'a domain is its owner', code: `${compared('globex')}\nif (tenant.domain === 'globex.io') run();`, expect: ['globex'] },
    { why: 'a name may begin like another', code: compared('north', 'northwind'), expect: ['north', 'northwind'] },
    { why: 'two parts of a group may differ', code: compared('globex-uk', 'globex-us'), expect: ['globex-uk', 'globex-us'] },
    { why: 'a line of business says who it is', code: compared('umbrella', 'umbrella-health'), expect: ['umbrella', 'umbrella-health'] },
    { why: 'three letters stand in too many names', code: compared('tex', 'texco'), expect: ['tex', 'texco'] },
    {
      why: 'a number is an id of many things',
      code: `if (tenant.id === 7) a(); // Globex\nif (brand.id === 7) b(); // Initech`,
      expect: ['Globex', 'Initech'],
    },
  ];
  for (const { why, code, expect } of cases) {
    it(`finds ${expect.join(' and ')}: ${why}`, () => {
      assert.deepEqual(spelled(code), expect);
    });
  }

  it('is given as a reason', () => {
    const [customer] = linkText(compared('globex', 'globex-staging')).customers.all;
    assert.ok(
      customer?.evidence.includes('“globex-staging” is “globex” but for what says nothing about who it is.'),
      customer?.evidence.join('\n'),
    );
  });

  it('lets every spelling be recognised', () => {
    const { customers } = linkText(compared('globex', 'globex-staging'));
    assert.equal(customers.recognizeText('globex-staging')?.customer.id, 'globex');
  });

  it('does not depend on the order of files', () => {
    const names = [
      'globex',
      'globex-corp',
      'GlobexInc',
      'globex-staging',
      'north',
      'northwind',
      'initech',
      'initech-prod',
      'INITECH',
      'umbrella',
    ];
    const files = fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 6 }).chain((chosen) => {
      const sources = chosen.map((name, position): [string, string] => [`src/${position}.ts`, compared(name, name)]);
      return fc.tuple(fc.constant(sources), fc.shuffledSubarray(sources, { minLength: sources.length }));
    });
    fc.assert(
      fc.property(files, ([sources, shuffled]) => {
        assert.deepEqual(linkText(Object.fromEntries(sources)).customers.all, linkText(Object.fromEntries(shuffled)).customers.all);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whatever the files are called', () => {
    const spread = (names: readonly string[]) =>
      spelled(Object.fromEntries(names.map((name, at) => [`src/${at}.ts`, compared(name, name)])));
    const names = ['globex', 'globex-corp', 'globex-staging', 'northwind', 'north'];
    assert.deepEqual(spread(names), spread(names.toReversed()));
  });
});

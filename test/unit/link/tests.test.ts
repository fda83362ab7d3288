import assert from 'node:assert/strict';
import { linkText, loadParsers, type Sources } from '../detectors/detect-text.js';

interface TestCase {
  readonly code: Sources;
  /** `form subject: constants (via)` of each test in the last condition of the last file. */
  readonly tests: readonly string[];
}

const cases: readonly TestCase[] = [
  { code: `if (tenant.slug === 'acme') a();`, tests: ['equals tenant.slug: acme'] },
  { code: `if ('acme' !== tenant.slug) a();`, tests: ['equals tenant.slug: acme'] },
  { code: `if (tenant.slug === 'acme' && plan === 'pro') a();`, tests: ['equals tenant.slug: acme', 'equals plan: pro'] },
  { code: `if (!(tenant.slug === 'acme') || isLate) a();`, tests: ['equals tenant.slug: acme', 'named : (isLate)'] },
  { code: `if ((tenant.slug === 'acme') === false) a();`, tests: ['equals tenant.slug: acme'] },
  { code: `if (tenant.id === 42) a();`, tests: ['equals tenant.id: 42'] },
  { code: `const A = 'acme';\nif (tenant.slug === A) a();`, tests: ['equals tenant.slug: acme'] },
  { code: `if (tenant.slug === TENANT_ACME) a();`, tests: ['equals tenant.slug: TENANT_ACME'] },
  { code: `if (tenant.slug === DEFAULT_TENANT) a();`, tests: [] },
  { code: `if (tenant.slug === other.slug) a();`, tests: [] },
  { code: `if (['acme', 'globex'].includes(tenant.slug)) a();`, tests: ['one-of tenant.slug: acme, globex'] },
  { code: `const L = new Set(['acme']);\nif (L.has(tenant.slug)) a();`, tests: ['one-of tenant.slug: acme (L)'] },
  { code: `if (['acme'].indexOf(tenant.slug) >= 0) a();`, tests: ['one-of tenant.slug: acme'] },
  { code: `if (-1 !== ['acme'].indexOf(tenant.slug)) a();`, tests: ['one-of tenant.slug: acme'] },
  { code: `const T = { acme: 1, globex: 2 };\nif (tenant.slug in T) a();`, tests: ['one-of tenant.slug: acme, globex (T)'] },
  { code: `if (['acme'].some((s) => s === tenant.slug)) a();`, tests: ['one-of tenant.slug: acme'] },
  { code: `if (tenant.slug.startsWith('acme')) a();`, tests: ['pattern tenant.slug: acme'] },
  { code: `if (/^(acme|globex)-/.test(tenant.slug)) a();`, tests: ['pattern tenant.slug: acme, globex'] },
  { code: `if (tenant.slug.match(/acme/i)) a();`, tests: ['pattern tenant.slug: acme'] },
  { code: `if (tenant.hasOwnProperty('vatNumber')) a();`, tests: [] },
  { code: `if (isTenant('acme')) a();`, tests: ['asks isTenant: acme (isTenant)'] },
  { code: `if (isAcme()) a();`, tests: ['named : (isAcme)'] },
  { code: `if (flags.isAcme) a();`, tests: ['named : (isAcme)'] },
  { code: `const isA = tenant.slug === 'acme';\nif (isA) a();`, tests: ['equals tenant.slug: acme (isA)'] },
  { code: `const isA = (t) => t.tenantSlug === 'acme';\nif (isA(x)) a();`, tests: ['equals t.tenantSlug: acme (isA)'] },
  {
    code: `const is = (t, s) => t.tenantSlug === s;\nif (is(x, 'acme')) a();`,
    tests: ['equals t.tenantSlug: acme (is)', 'asks is: acme (is)'],
  },
  {
    code: `const isA = (t) => t.tenantSlug === 'acme';\nconst isBig = (t) => isA(t) || t.tenantSlug === 'globex';\nif (isBig(x)) a();`,
    tests: ['equals t.tenantSlug: acme (isBig, isA)', 'equals t.tenantSlug: globex (isBig)'],
  },
  { code: `const f = (n) => f(n - 1);\nif (f(x)) a();`, tests: ['named : (f)'] },
  { code: `if (tenant ? tenant.slug === 'acme' : false) a();`, tests: ['named : (tenant)', 'equals tenant.slug: acme'] },
  {
    code: {
      'src/a.ts': `export const WIDE = ['acme'];`,
      'src/use.ts': `import { WIDE } from './a';\nif (WIDE.includes(tenant.slug)) a();`,
    },
    tests: ['one-of tenant.slug: acme (WIDE)'],
  },
];

describe('tests of a condition', () => {
  before(loadParsers);

  for (const { code, tests } of cases) {
    it(JSON.stringify(code), () => {
      const workspace = linkText(code);
      const [path, facts] = [...workspace.files].at(-1) ?? [];
      const condition = facts?.conditions.findLast(({ form }) => form === 'if');
      assert.ok(path !== undefined && condition);
      const found = workspace.tests.of(path, condition.test).map(({ form, subject, constants, via }) => {
        const values = constants.map(({ value, names }) => value ?? names.join('.')).join(', ');
        return `${form} ${subject.text}: ${values}${via.length > 0 ? `${values && ' '}(${via.join(', ')})` : ''}`;
      });
      assert.deepEqual(found, tests);
    });
  }

  it('stand where they are written, also when their meaning stands elsewhere', () => {
    const code = `const isA = (t) => t.tenantSlug === 'acme';\nif (late && isA(x)) a();`;
    const workspace = linkText(code);
    const condition = workspace.files.get('src/app.tsx')?.conditions.at(-1);
    const test = condition && workspace.tests.of('src/app.tsx', condition.test).find(({ form }) => form === 'equals');
    assert.ok(test);
    assert.equal(code.slice(test.span.start, test.span.end), 'isA(x)');
  });
});

import assert from 'node:assert/strict';
import type { Kind, Range } from '../../../src/model/finding.js';
import { detectText, findingAt, known, loadParsers } from './detect-text.js';

interface RegionCase {
  readonly name: string;
  readonly code: string;
  readonly kind?: Kind;
  /** Line of the finding. */
  readonly at: number;
  /** First and last line of its region; null for none. */
  readonly lines: readonly [number, number] | null;
}

const regions: readonly RegionCase[] = [
  { name: 'an if is the whole if', code: `if (tenant.slug === 'acme') {\n  a();\n  b();\n}\nc();`, at: 1, lines: [1, 4] },
  { name: 'an if with else has both arms', code: `if (tenant.slug === 'acme') {\n  a();\n} else {\n  b();\n}\nc();`, at: 1, lines: [1, 5] },
  {
    name: 'else if begins at its own if',
    code: `if (x) {\n  a();\n} else if (tenant.slug === 'acme') {\n  b();\n} else {\n  c();\n}`,
    at: 3,
    lines: [3, 7],
  },
  {
    name: 'a guard that lets nobody else on has the rest of the block',
    code: `function f() {\n  if (tenant.slug !== 'acme') return;\n  a();\n  b();\n}\nc();`,
    at: 2,
    lines: [2, 5],
  },
  {
    name: 'a guard by a negated predicate has the rest of the block',
    code: `const isAcme = (t) => t.tenantSlug === 'acme';\nfunction f(t) {\n  if (!isAcme(t)) {\n    return null;\n  }\n  a();\n}`,
    at: 3,
    lines: [3, 7],
  },
  {
    name: 'a guard that throws has the rest of the block',
    code: `function f() {\n  if (tenant.slug !== 'acme') throw new Error();\n  a();\n}`,
    at: 2,
    lines: [2, 4],
  },
  {
    name: 'a guard in a loop has the rest of the loop',
    code: `for (const tenant of all) {\n  if (tenant.slug !== 'acme') continue;\n  a();\n}\nb();`,
    at: 2,
    lines: [2, 4],
  },
  {
    name: 'an early return for the customer is the return alone',
    code: `function f() {\n  if (tenant.slug === 'acme') {\n    return 60;\n  }\n  a();\n  return 30;\n}`,
    at: 2,
    lines: [2, 4],
  },
  { name: 'a negated if that goes on is the whole if', code: `if (tenant.slug !== 'acme') {\n  a();\n}\nb();`, at: 1, lines: [1, 3] },
  {
    name: 'a case has its body',
    code: `switch (brand) {\n  case 'acme':\n    a();\n    break;\n  case 'globex':\n    b();\n}`,
    at: 2,
    lines: [2, 4],
  },
  {
    name: 'the last case ends with its body',
    code: `switch (brand) {\n  case 'acme':\n    a();\n    break;\n  case 'globex':\n    b();\n}`,
    at: 5,
    lines: [5, 6],
  },
  {
    name: 'a case that shares a body has it too',
    code: `switch (brand) {\n  case 'acme':\n  case 'globex':\n    a();\n    break;\n}`,
    at: 2,
    lines: [2, 5],
  },
  {
    name: 'a case of switch (true) has its body',
    code: `switch (true) {\n  case tenant.slug === 'acme':\n    a();\n    break;\n}`,
    at: 2,
    lines: [2, 4],
  },
  { name: 'a ternary has both arms', code: `const days = tenant.slug === 'acme'\n  ? 60\n  : 30;\nuse(days);`, at: 1, lines: [1, 3] },
  {
    name: 'an inner ternary has its own arms',
    code: `const days = x\n  ? 60\n  : tenant.slug === 'acme'\n    ? 45\n    : 30;`,
    at: 3,
    lines: [3, 5],
  },
  {
    name: '&& in JSX has the element',
    code: `const Page = () => (\n  <div>\n    {tenant.slug === 'acme' && (\n      <Banner />\n    )}\n    <b />\n  </div>\n);`,
    at: 3,
    lines: [3, 5],
  },
  {
    name: 'a ternary in JSX has both elements',
    code: `const Page = () => (\n  <div>\n    {brand === 'acme' ? (\n      <Wide />\n    ) : (\n      <Narrow />\n    )}\n  </div>\n);`,
    at: 3,
    lines: [3, 7],
  },
  { name: '&& before a call has the call', code: `tenant.slug === 'acme' &&\n  ship();\nhold();`, at: 1, lines: [1, 2] },
  { name: 'a loop has its body', code: `while (next().tenantSlug === 'acme') {\n  a();\n}\nb();`, at: 1, lines: [1, 3] },
  { name: 'a passed value has none', code: `setWide(tenant.slug === 'acme');`, at: 1, lines: null },
  { name: 'a stored value has none', code: `const hasWideLogo = tenant.slug === 'acme';`, at: 1, lines: null },
  {
    name: 'a function has its body',
    code: `function isAcme(tenant) {\n  return tenant.slug === 'acme';\n}\nuse(isAcme);`,
    kind: 'definition',
    at: 1,
    lines: [1, 3],
  },
  { name: 'a class has its members', code: `export class AcmePricing {\n  price() {}\n}`, kind: 'definition', at: 1, lines: [1, 3] },
  {
    name: 'a method has its body',
    code: `class Guard {\n  isAcme() {\n    return this.brand === 'acme';\n  }\n}`,
    kind: 'definition',
    at: 2,
    lines: [2, 4],
  },
  {
    name: 'a member of an enum is itself',
    code: `enum Tenant {\n  Acme = 'acme',\n  Globex = 'globex',\n}`,
    kind: 'definition',
    at: 2,
    lines: [2, 2],
  },
  {
    name: 'an entry has its value',
    code: `const tenants = {\n  acme: {\n    seats: 5,\n  },\n  globex: {\n    seats: 9,\n  },\n};`,
    kind: 'lookup',
    at: 2,
    lines: [2, 4],
  },
  { name: 'an import has none', code: `import x from './tenants/acme';`, kind: 'import', at: 1, lines: null },
];

interface RangeCase {
  readonly name: string;
  readonly code: string;
  readonly kind: Kind;
  readonly at: number;
  /** The source that the range covers. */
  readonly covers: string;
}

const ranges: readonly RangeCase[] = [
  { name: 'the test of an if', code: `if (tenant.slug === 'acme') a();`, kind: 'branch', at: 1, covers: `tenant.slug === 'acme'` },
  {
    name: 'the whole test on one line',
    code: `if (isLate && tenant.slug === 'acme') a();`,
    kind: 'branch',
    at: 1,
    covers: `isLate && tenant.slug === 'acme'`,
  },
  {
    name: 'the part of a long test',
    code: `if (\n  isLate &&\n  tenant.slug === 'acme'\n) a();`,
    kind: 'branch',
    at: 3,
    covers: `tenant.slug === 'acme'`,
  },
  { name: 'a case', code: `switch (brand) {\n  case 'acme': a();\n}`, kind: 'branch', at: 2, covers: `case 'acme'` },
  {
    name: 'a ternary in a text with wide characters',
    code: `const days = '✓ 😀' + (brand === 'acme' ? 1 : 2);`,
    kind: 'branch',
    at: 1,
    covers: `brand === 'acme'`,
  },
  {
    name: 'the name of a function',
    code: `async function isAcme(tenant) { return tenant.slug === 'acme'; }`,
    kind: 'definition',
    at: 1,
    covers: 'isAcme',
  },
  {
    name: 'the name of a constant with a type',
    code: `const ACME_TENANT: string = 'acme';`,
    kind: 'definition',
    at: 1,
    covers: 'ACME_TENANT',
  },
  { name: 'the key of an entry', code: `const tenants = {\n  'acme': 1,\n  globex: 2,\n};`, kind: 'lookup', at: 2, covers: `'acme'` },
  { name: 'an import', code: `import x from './tenants/acme';`, kind: 'import', at: 1, covers: `import x from './tenants/acme';` },
  { name: 'a required module', code: `const x = require('./tenants/acme');`, kind: 'import', at: 1, covers: `require('./tenants/acme')` },
];

describe('regions', () => {
  before(loadParsers);

  for (const { name, code, kind = 'branch', at, lines } of regions) {
    it(name, () => {
      const { region } = findingAt(detectText(code, { config: known }), kind, at);
      assert.deepEqual(region && [region.start.line, region.end.line], lines);
    });
  }
});

describe('ranges', () => {
  before(loadParsers);

  for (const { name, code, kind, at, covers } of ranges) {
    it(`cover ${name}`, () => {
      const { range } = findingAt(detectText(code, { config: known }), kind, at);
      assert.equal(textOf(code, range), covers);
    });
  }

  it('count lines and columns through CRLF and a byte-order mark', () => {
    const { range } = findingAt(detectText(`\uFEFFconst a = 1;\r\nif (tenant.slug === 'acme') a();\r\n`, { config: known }), 'branch', 2);
    assert.deepEqual(range, { start: { line: 2, column: 5 }, end: { line: 2, column: 27 } });
  });
});

function textOf(code: string, { start, end }: Range): string {
  const lines = code.split('\n');
  const offset = ({ line, column }: Range['start']) => lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return code.slice(offset(start), offset(end));
}

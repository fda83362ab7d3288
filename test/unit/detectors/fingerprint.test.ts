import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fingerprint } from '../../../src/detectors/fingerprint.js';
import { detectText, findingAt, known, loadParsers } from './detect-text.js';

const source = `
  import { Order } from './order';
  export function days(tenant, order) {
    if (tenant.slug === 'acme') return 60;
    return order.days;
  }
  export const THEMES = {
    acme: 1,
    globex: 2,
  };`;

interface Edit {
  readonly name: string;
  readonly from: string | RegExp;
  readonly to: string;
}

/** Edits after which the same one-off still stands there. */
const harmless: readonly Edit[] = [
  { name: 'lines above', from: /^/, to: '\n// Terms of payment.\nconst fallback = 30;\n\n' },
  { name: 'lines below', from: /$/, to: '\nexport const more = 1;\n' },
  { name: 'another indentation', from: /\n {4}/g, to: '\n\t\t' },
  { name: 'a renamed neighbour', from: /order\.days/g, to: 'order.dueDays' },
  { name: 'a renamed parameter beside', from: /\border\b/g, to: 'invoice' },
  { name: 'another body', from: 'return 60;', to: '{ log(order); return 75; }' },
  { name: 'a further customer in the table', from: 'globex: 2,', to: 'globex: 2,\n    initech: 3,' },
  { name: 'another value in the table', from: 'acme: 1,', to: 'acme: { days: 60, rate: 2 },' },
  { name: 'a further function', from: 'export const THEMES', to: 'export function rate() { return 1; }\n  export const THEMES' },
  {
    name: 'a further branch for somebody else',
    from: 'return order.days',
    to: `if (tenant.slug === 'hooli') return 90;\n    return order.days`,
  },
  { name: 'Windows line ends', from: /\n/g, to: '\r\n' },
];

const idsOf = (code: string): ReadonlyMap<string, string> =>
  new Map(detectText(code, { config: known }).map(({ id, kind, customers }) => [`${kind} ${customers.join()}`, id]));

describe('ids of findings', () => {
  before(loadParsers);

  for (const { name, from, to } of harmless) {
    it(`survive ${name}`, () => {
      const before = idsOf(source);
      const after = idsOf(source.replace(from, to));
      assert.equal(before.size, 3);
      for (const [what, id] of before) assert.equal(after.get(what), id, what);
    });
  }

  it('change with the customer, the kind, the test and the function around', () => {
    const codes = [
      `if (tenant.slug === 'acme') a();`,
      `if (tenant.slug === 'globex') a();`,
      `if (tenant.slug !== 'acme') a();`,
      `function f() { if (tenant.slug === 'acme') a(); }`,
      `function g() { if (tenant.slug === 'acme') a(); }`,
      `const isAcme = tenant.slug === 'acme';`,
    ];
    const ids = codes.flatMap((code) => detectText(code, { config: known }).map(({ id }) => id));
    assert.equal(ids.length, codes.length);
    assert.equal(new Set(ids).size, codes.length);
  });

  it('differ between files', () => {
    const code = `if (tenant.slug === 'acme') a();`;
    const ids = detectText({ 'src/a.ts': code, 'src/b.ts': code }, { config: known }).map(({ id }) => id);
    assert.equal(new Set(ids).size, 2);
  });

  it('differ between equal places of one file, and the first keeps its id', () => {
    const once = `if (tenant.slug === 'acme') a();\n`;
    const [first] = detectText(once, { config: known });
    const all = detectText(once.repeat(4), { config: known }).map(({ id }) => id);
    assert.equal(new Set(all).size, 4);
    assert.equal(all[0], first?.id);
  });

  it('do not depend on the parser', () => {
    const ids = (parser: 'oxc' | 'typescript-estree') => detectText(source, { config: known, parser }).map(({ id }) => id);
    assert.deepEqual(ids('oxc'), ids('typescript-estree'));
  });

  it('do not depend on the order in which files are given', () => {
    const files = { 'src/a.ts': source, 'src/b.ts': `import { days } from './a';\nif (tenant.slug === 'globex') days();` };
    const reversed = Object.fromEntries(Object.entries(files).toReversed());
    const ids = (code: Record<string, string>) =>
      detectText(code)
        .map(({ id, confidence }) => `${id} ${confidence}`)
        .toSorted();
    assert.deepEqual(ids(files), ids(reversed));
  });

  it('are the same whether a customer is configured or inferred under that id', () => {
    const code = `if (tenant.slug === 'acme') a();`;
    assert.equal(findingAt(detectText(code, { config: known }), 'branch', 1).id, findingAt(detectText(code), 'branch', 1).id);
  });
});

describe('fingerprint', () => {
  it('is 14 hexadecimal digits and the same for the same texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        assert.match(fingerprint(...parts), /^[0-9a-f]{14}$/);
        assert.equal(fingerprint(...parts), fingerprint(...parts));
      }),
    );
  });

  it('keeps the borders between texts', () => {
    assert.notEqual(fingerprint('ab', 'c'), fingerprint('a', 'bc'));
    assert.notEqual(fingerprint('a', ''), fingerprint('a'));
  });

  it('tells ten thousand neighbours apart', () => {
    const all = new Set(Array.from({ length: 10_000 }, (_, index) => fingerprint('branch', 'src/a.ts', `tenant-${String(index)}`)));
    assert.equal(all.size, 10_000);
  });
});

import assert from 'node:assert/strict';
import { loadParser } from '../../../src/facts/parse.js';
import { factsOf } from './facts-of.js';

before(async () => {
  await loadParser('typescript-estree');
});

interface TableCase {
  readonly code: string;
  /** `name: keys` of each table, `*` for computed keys and spreads. */
  readonly tables: readonly string[];
}

const cases: readonly TableCase[] = [
  { code: `const a = { b: 1, 'c-d': 2, 3: 4 };`, tables: ['a: b c-d 3'] },
  { code: `const a = { [b]: 1, ...c, d };`, tables: ['a: * * d'] },
  { code: `const a = { ['b']: 1, [\`c\`]: 2 };`, tables: ['a: b c'] },
  { code: `const a = { b() {}, get c() { return 1; } };`, tables: ['a: b c'] },
  { code: `const a = { b: { c: 1 } };`, tables: ['a: b', 'b: c'] },
  { code: `const a = [{ b: 1 }, { b: 2 }];`, tables: ['a: b', 'a: b'] },
  { code: `enum A { B = 'b', 'C' }`, tables: ['A: B C'] },
  { code: `const a = new Map([['b', 1], [c, 2]]);`, tables: ['a: b *'] },
  { code: `const a = Object.freeze({ b: 1 });`, tables: ['a: b'] },
  { code: `const a = { b: 1 } as const satisfies C;`, tables: ['a: b'] },
  { code: `class A { b = { c: 1 }; }`, tables: ['b: c'] },
  { code: `a.b = { c: 1 };`, tables: ['b: c'] },
  { code: `configure({ b: 1 });`, tables: ['configure: b'] },
  { code: `function f() { return { a: 1 }; }`, tables: ['f: a'] },
  { code: `export default { a: 1 };`, tables: ['-: a'] },
];

describe('tables', () => {
  for (const { code, tables } of cases) {
    it(`of ${code}`, () => {
      const found = factsOf(code, 'a.ts').tables.map(
        ({ name, entries }) => `${name ?? '-'}: ${entries.map(({ key }) => key ?? '*').join(' ')}`,
      );
      assert.deepEqual(found.toSorted(), tables.toSorted());
    });
  }

  it('say where each key and each value ends', () => {
    const code = `const a = {\n  'acme': {\n    b: 1,\n  },\n};`;
    const [table] = factsOf(code).tables.filter(({ name }) => name === 'a');
    const [entry] = table?.entries ?? [];
    assert.ok(entry);
    assert.equal(code.slice(entry.start, entry.end), `'acme'`);
    assert.equal(code.slice(entry.start, entry.until), `'acme': {\n    b: 1,\n  }`);
  });

  it('know the table around them and the declaration whose value they are', () => {
    const { tables, declarations } = factsOf(`const a = { b: { c: 1 } };\nconst d = [{ e: 1 }];\nf(() => ({ g: 1 }));`);
    const byKey = (key: string) => tables.find(({ entries }) => entries.some((entry) => entry.key === key));
    assert.equal(tables[byKey('c')?.parent ?? -1], byKey('b'));
    assert.equal(byKey('b')?.parent, -1);
    assert.deepEqual(
      ['b', 'c', 'e', 'g'].map((key) => declarations[byKey(key)?.declaration ?? -1]?.name ?? null),
      ['a', 'a', 'd', null],
    );
  });
});

describe('notes', () => {
  const notes = (code: string): string[] => factsOf(code).notes.map(({ text }) => text);

  it('are the comments beside or above opaque literals', () => {
    assert.deepEqual(notes(`const a = '4f2a-9c'; // Acme`), ['Acme']);
    assert.deepEqual(notes(`const a = [\n  42, /* Acme (EU) */\n];`), ['Acme (EU)']);
    assert.deepEqual(notes(`// Acme\nconst a = '4f2a-9c';`), ['Acme']);
  });

  it('are no comments beside texts that speak for themselves', () => {
    assert.deepEqual(notes(`const a = 'acme'; // big customer`), []);
    assert.deepEqual(notes(`// Acme\n\nrun();`), []);
    assert.deepEqual(notes(`const a = '4f2a-9c'; // ${'x'.repeat(200)}`), []);
  });
});

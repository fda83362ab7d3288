import assert from 'node:assert/strict';
import type { DeclarationFact, Facts, Term } from '../../../src/facts/facts.js';
import { loadParser } from '../../../src/facts/parse.js';
import { factsOf } from './facts-of.js';

before(async () => {
  await loadParser('typescript-estree');
});

function declared(facts: Facts, name: string): DeclarationFact {
  const found = facts.declarations.find((declaration) => declaration.name === name);
  assert.ok(found, name);
  return found;
}

describe('declarations', () => {
  const kinds: readonly (readonly [string, string, DeclarationFact['kind']])[] = [
    ['const a = 1;', 'a', 'variable'],
    ['var { b: { a } } = c;', 'a', 'variable'],
    ['const [, a = 1] = b;', 'a', 'variable'],
    ['function a() {}', 'a', 'function'],
    ['class a {}', 'a', 'class'],
    ['enum a { B }', 'a', 'enum'],
    ['enum B { a }', 'a', 'enum-member'],
    [`enum B { 'a' = 1 }`, 'a', 'enum-member'],
    ['class B { a() {} }', 'a', 'method'],
    ['class B { get a() { return 1; } }', 'a', 'getter'],
    ['class B { a = 1; }', 'a', 'property'],
    ['class B { constructor() { this.a = 1; } }', 'a', 'property'],
    ['function b(a) {}', 'a', 'parameter'],
    ['const b = ({ a }) => a;', 'a', 'parameter'],
    [`import a from './b';`, 'a', 'import'],
    [`type a = 'b';`, 'a', 'type'],
    ['interface a {}', 'a', 'type'],
    ['try { b(); } catch (a) {}', 'a', 'variable'],
    ['for (const a of b) {}', 'a', 'variable'],
  ];

  for (const [code, name, kind] of kinds) {
    it(`${code} declares a ${kind}`, () => {
      const facts = factsOf(code, 'a.ts');
      const found = declared(facts, name);
      assert.equal(found.kind, kind);
      assert.match(code.slice(found.start, found.end), /^['"]?a['"]?$/);
      assert.ok(found.region.start <= found.start && found.end <= found.region.end);
    });
  }

  it('know what encloses them', () => {
    const facts = factsOf(`function outer() { const inner = 1; class C { m() { const deep = 1; } } }\nenum E { A }`, 'a.ts');
    const parent = (name: string) => facts.declarations[declared(facts, name).parent]?.name ?? null;
    assert.deepEqual(['outer', 'inner', 'C', 'm', 'deep', 'A'].map(parent), [null, 'outer', 'outer', 'C', 'm', 'E']);
  });

  it('are found from every scope, the nearest first', () => {
    const facts = factsOf(`
      const a = 'outer';
      function f(a) { return a === 'x'; }
      function g() { { const a = 'block'; if (a === 'y') b(); } if (a === 'z') b(); }
      function h() { if (later === 'w') b(); }
      var later = 1;`);
    const compared = facts.conditions.map(({ test }) =>
      test.is === 'binary' && test.left.is === 'reference' ? test.left.declaration : -2,
    );
    assert.deepEqual(
      compared.map((index) => facts.declarations[index]).map((found) => found && `${found.kind} ${found.value?.is ?? '-'}`),
      ['parameter -', 'variable literal', 'variable literal', 'variable literal'],
    );
    assert.notEqual(compared[1], compared[2]);
  });

  it('tell what a destructuring reads', () => {
    const facts = factsOf('const { slug, config: { theme: t } } = tenant;\nconst [first] = list;');
    assert.deepEqual(
      ['slug', 't', 'first'].map((name) => declared(facts, name).members),
      [['slug'], ['config', 'theme'], ['0']],
    );
  });

  it('tell the type that is written', () => {
    const facts = factsOf('function f(a: Tenant, b: N.Brand<string>, c: string) {}\nconst d: Config = e;', 'a.ts');
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((name) => declared(facts, name).type ?? null),
      ['Tenant', 'Brand', null, 'Config'],
    );
  });

  it('tell over what list a callback walks', () => {
    const facts = factsOf('tenants.find((t) => t.slug === slug);\nrun((u) => u);');
    const { value, members } = declared(facts, 't');
    assert.equal(value?.is === 'reference' ? value.name : null, 'tenants');
    assert.deepEqual(members, ['0']);
    assert.equal(declared(facts, 'u').value, undefined);
  });
});

describe('what a function returns', () => {
  const cases: readonly (readonly [string, string])[] = [
    [`() => a === 'x'`, `a === "x"`],
    [`() => { return a; }`, 'a'],
    [`() => { const b = 1; return a; }`, 'a'],
    [`() => { if (a) return b; return c; }`, 'a ? b : c'],
    [`() => { if (a) { return b; } else { return c; } }`, 'a ? b : c'],
    [`() => { if (a) { if (d) return b; } return c; }`, 'a ? d ? b : c : c'],
    [`() => { try { return a; } catch { return b; } }`, 'a'],
    [`() => { switch (a) { case 'x': return b; default: return c; } }`, 'a === "x" ? b : c'],
    [`() => { switch (a) { case 'x': case 'y': return b; } return c; }`, 'a === "x" ? b : a === "y" ? b : c'],
    [`() => { run(); }`, '…'],
    [`() => { for (const a of b) return a; }`, '…'],
    [`async () => (await a).b`, 'a.b'],
  ];

  for (const [code, returns] of cases) {
    it(code, () => {
      const { value } = declared(factsOf(`const f = ${code};`), 'f');
      assert.ok(value?.is === 'function');
      assert.equal(show(value.returns), returns);
    });
  }
});

/** A term as source, as far as these cases need it. */
function show(term: Term): string {
  switch (term.is) {
    case 'literal':
      return JSON.stringify(term.value);
    case 'reference':
      return [term.name, ...term.path].join('.');
    case 'binary':
      return `${show(term.left)} ${term.operator} ${show(term.right)}`;
    case 'choice':
      return `${show(term.test)} ? ${show(term.then)} : ${show(term.otherwise)}`;
    default:
      return '…';
  }
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Facts } from '../../../src/facts/facts.js';
import { availableParsers, loadParser, type ParserName } from '../../../src/facts/parse.js';
import { factsOf, lineIn, spansIn } from './facts-of.js';

let parsers: readonly ParserName[] = ['typescript-estree'];

before(async () => {
  await loadParser('typescript-estree');
  parsers = await availableParsers();
});

function forEachParser(check: (collect: (text: string, path?: string) => Facts) => void): void {
  for (const parser of parsers) check((text, path) => factsOf(text, path, parser));
}

const tests = ({ conditions }: Facts): string[] => conditions.map(({ text }) => text);

describe('facts of a damaged file', () => {
  const broken = `import { a } from './a';\nconst before = 1;\n\nfunction bad( {\n  return (;\n}\n\nif (tenant === 'acme') ship();\n`;

  it('hold what stands before and after the damage', () => {
    forEachParser((collect) => {
      const facts = collect(broken);
      assert.deepEqual(
        facts.imports.map(({ source }) => source),
        ['./a'],
      );
      assert.deepEqual(tests(facts), [`tenant === 'acme'`]);
      assert.ok(facts.declarations.some(({ name }) => name === 'before'));
    });
  });

  it('say which lines were left out and why', () => {
    forEachParser((collect) => {
      const { damage } = collect(broken);
      assert.ok(damage.length >= 1);
      for (const { line, from, to, message } of damage) {
        assert.ok(from === 4 && to === 6 && from <= line && line <= to, JSON.stringify({ line, from, to }));
        assert.ok(message.length > 0);
      }
    });
  });

  it('keep their offsets', () => {
    forEachParser((collect) => {
      const [condition] = collect(broken).conditions;
      assert.ok(condition);
      assert.equal(broken.slice(condition.start, condition.end), `tenant === 'acme'`);
    });
  });

  it('hold nothing but the damage when no part can be read', () => {
    forEachParser((collect) => {
      const facts = collect('const = ;\n  ( ( (\n');
      assert.deepEqual(spansIn({ ...facts, damage: [] }), []);
      assert.deepEqual(
        facts.damage.map(({ from, to }) => [from, to]),
        [[1, 3]],
      );
    });
  });

  it('survive sources on which the parser itself fails', () => {
    forEachParser((collect) => {
      const { damage, conditions } = collect(`if (tenant === 'acme') ship();\n@Flag await\n`, 'a.ts');
      assert.equal(damage.length, 1);
      assert.equal(conditions.length, 1);
    });
  });

  it('survive what is no source at all', () => {
    forEachParser((collect) => {
      for (const text of [
        '\0\0\0\u0001binary\0',
        '{"json": true}',
        '<html><body></body></html>',
        '<<<<<<< HEAD\nconst a = 1;\n=======\n>>>>>>> x\n',
        '%PDF-1.7',
      ]) {
        assert.doesNotThrow(() => collect(text), text);
      }
    });
  });

  it('hold the rest beside conflict marks of a merge', () => {
    forEachParser((collect) => {
      const text = `const a = 1;\n<<<<<<< HEAD\nconst b = 1;\n=======\nconst b = 2;\n>>>>>>> other\nif (tenant === 'acme') ship();\n`;
      const facts = collect(text, 'a.ts');
      assert.deepEqual(tests(facts), [`tenant === 'acme'`]);
    });
  });

  it('are whole where a file has none', () => {
    forEachParser((collect) => {
      assert.deepEqual(collect(`if (tenant === 'acme') ship();`).damage, []);
    });
  });
});

describe('facts of another dialect', () => {
  it('read Flow’s maybe types and exact objects in files that say @flow', () => {
    const text = `/* @flow */\nfunction f(a: ?string, b: {| c: ?number |}): ?number {\n  return a === 'acme' ? 1 : null;\n}\n`;
    forEachParser((collect) => {
      const facts = collect(text, 'a.js');
      assert.deepEqual(facts.damage, []);
      const condition = facts.conditions.find(({ form }) => form === 'ternary');
      assert.equal(condition && text.slice(condition.start, condition.end), `a === 'acme'`);
    });
  });

  it('leave a question mark alone where a file says nothing of Flow', () => {
    forEachParser((collect) => {
      assert.deepEqual(tests(collect(`const a = b ? c === 'acme' : d;`)), ['b', `c === 'acme'`]);
    });
  });

  it('read JSX in .js and type assertions in .ts', () => {
    forEachParser((collect) => {
      assert.deepEqual(collect(`const a = <b>{brand === 'acme' && <i />}</b>;`, 'a.js').damage, []);
      assert.deepEqual(collect(`const a = <Brand>'acme';`, 'a.ts').damage, []);
      assert.deepEqual(collect(`const a = <T>(b: T) => b;`, 'a.mts').damage, []);
    });
  });

  it('read scripts and modules alike', () => {
    forEachParser((collect) => {
      assert.deepEqual(collect(`await import('./tenants/acme');`, 'a.mjs').damage, []);
      assert.deepEqual(collect(`return_ = require('./a'); var static_ = this;`, 'a.cjs').damage, []);
      assert.deepEqual(collect(`#!/usr/bin/env node\nrequire('./a');`, 'a.js').damage, []);
    });
  });
});

describe('offsets of facts', () => {
  const plain = `const a = '✓ 😀';\nif (tenant === 'acme') ship();\n`;

  for (const [name, text] of [
    ['LF', plain],
    ['CRLF', plain.replaceAll('\n', '\r\n')],
    ['a byte-order mark', `\uFEFF${plain}`],
    ['both', `\uFEFF${plain.replaceAll('\n', '\r\n')}`],
  ] as const) {
    it(`count UTF-16 code units with ${name}`, () => {
      forEachParser((collect) => {
        const facts = collect(text);
        const [condition] = facts.conditions;
        assert.ok(condition);
        assert.equal(text.slice(condition.start, condition.end), `tenant === 'acme'`);
        assert.equal(facts.lineStarts.filter((start) => start <= condition.start).length, 2);
        assert.equal(lineIn(text, condition.start), 2);
      });
    });
  }

  it('start a line after every line feed and nowhere else', () => {
    forEachParser((collect) => {
      assert.deepEqual(collect('a\n\r\nb\rc\n').lineStarts, [0, 2, 4, 8]);
      assert.deepEqual(collect('').lineStarts, [0]);
    });
  });
});

describe('facts of an overgrown file', () => {
  const inLimits = (facts: Facts): void => {
    assert.ok(JSON.stringify(facts).length < 5_000_000);
  };

  for (const [name, text] of [
    ['brackets', `const a = ${'['.repeat(5000)}${']'.repeat(5000)};`],
    ['calls', `const a = ${'f('.repeat(5000)}${')'.repeat(5000)};`],
    ['blocks', `${'{'.repeat(5000)}${'}'.repeat(5000)}`],
    ['functions', `${'() => '.repeat(5000)}1;`],
    ['negations', `if (${'!'.repeat(5000)}a) b();`],
    ['ternaries', `const a = ${Array.from({ length: 5000 }, (_, index) => `t === 'c${index}' ? ${index} : `).join('')}0;`],
    ['operands', `const a = ${Array.from({ length: 5000 }, (_, index) => `t === 'c${index}'`).join(' || ')};`],
    ['else', `${Array.from({ length: 5000 }, (_, index) => `if (t === 'c${index}') a(); else `).join('')}b();`],
    ['members', `const a = b${'.c'.repeat(5000)};`],
    ['elements', `const a = ${'<b>'.repeat(5000)}${'</b>'.repeat(5000)};`],
    ['types', `type A = ${'B<'.repeat(5000)}C${'>'.repeat(5000)};`],
    ['templates', `const a = ${'`${'.repeat(2000)}1${'}`'.repeat(2000)};`],
  ] as const) {
    it(`survive 5,000 nested ${name}, and tell what they could not read`, () => {
      forEachParser((collect) => {
        const facts = collect(text);
        inLimits(facts);
        for (const { from, to } of facts.damage) assert.deepEqual([from, to], [1, 1]);
      });
    }).timeout(60_000);
  }

  it('survive lists and tables of 50,000 entries', () => {
    const numbers = Array.from({ length: 50_000 }, (_, index) => index);
    forEachParser((collect) => {
      inLimits(collect(`const A = [${numbers.map((number) => `'c${number}'`).join()}];`));
      inLimits(collect(`const A = {${numbers.map((number) => `c${number}: ${number}`).join()}};`));
      inLimits(
        collect(
          `switch (t) { ${numbers
            .slice(0, 5000)
            .map((number) => `case 'c${number}':`)
            .join(' ')} a(); }`,
        ),
      );
    });
  }).timeout(60_000);

  it('cut long texts', () => {
    forEachParser((collect) => {
      const [condition] = collect(`if (tenant === '${'x'.repeat(100_000)}') a();`).conditions;
      assert.ok(condition && condition.text.length <= 120 && JSON.stringify(condition).length < 2000);
    });
  });
});

describe('facts of anything', () => {
  const token = fc.constantFrom(
    ...`if else switch case default : ; , . ?. ?? ? ! ( ) [ ] { } => = === !== && || ??= ||= + - / * < > <div> </div> {/* */} return throw await async function* class extends enum const let var type interface import export from require ( './acme' ) 'acme' "acme" 42 /acme/ tenant slug isAcme Tenant.Acme new Map Set this super @Flag \` \${ } as satisfies of in typeof delete # \\ \n \r\n \uFEFF 😀 // /* */ <!-- --> @flow ?string {| |}`.split(
      /(?<! ) /,
    ),
  );
  const soup = fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join(' '));
  const text = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));
  const path = fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.jsx', 'a.mjs', 'a.cjs', 'a.mts', 'a.cts');

  it('never throw, lie within the text, and can be written as JSON', () => {
    forEachParser((collect) => {
      fc.assert(
        fc.property(text, path, (source, name) => {
          const facts = collect(source, name);
          for (const { start, end } of spansIn(facts)) assert.ok(0 <= start && start <= end && end <= source.length);
          for (const { line, from, to } of facts.damage) assert.ok(1 <= from && from <= to && to <= facts.lineStarts.length && line >= 1);
          assert.deepEqual(JSON.parse(JSON.stringify(facts)), facts);
        }),
        { numRuns: 300 },
      );
    });
  }).timeout(60_000);

  it('refer to declarations and tables that are there', () => {
    forEachParser((collect) => {
      fc.assert(
        fc.property(soup, path, (source, name) => {
          const facts = collect(source, name);
          const indices = indicesIn(facts);
          assert.ok(indices.declarations.every((index) => index >= -1 && index < facts.declarations.length));
          assert.ok(indices.tables.every((index) => index >= 0 && index < facts.tables.length));
        }),
        { numRuns: 200 },
      );
    });
  }).timeout(60_000);
});

function indicesIn(value: unknown): { readonly declarations: number[]; readonly tables: number[] } {
  const found = { declarations: [] as number[], tables: [] as number[] };
  const visit = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return;
    for (const [key, entry] of Object.entries(inner)) {
      if (typeof entry === 'number' && /^(declaration|local|target)$/.test(key)) found.declarations.push(entry);
      else if (typeof entry === 'number' && key === 'table') found.tables.push(entry);
      else visit(entry);
    }
  };
  visit(value);
  return found;
}

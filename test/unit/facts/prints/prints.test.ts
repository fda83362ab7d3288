import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outline } from '../../../../src/facts/prints/outline.js';
import { PrintMaker } from '../../../../src/facts/prints/prints.js';
import { scanTokens } from '../../../../src/facts/prints/scan-tokens.js';

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const words = (least: number, most: number) => fc.array(word, { minLength: least, maxLength: most }).map((all) => all.join(' '));

function textsOf(text: string): readonly string[] {
  const { count, starts, ends } = scanTokens(text);
  return Array.from({ length: count }, (_, index) => text.slice(starts[index], ends[index]));
}

describe('tokens', () => {
  for (const { name, text, tokens } of [
    { name: 'leave out comments', text: 'a /* b */ c // d\ne', tokens: ['a', 'c', 'e'] },
    { name: 'keep texts whole', text: `f('it\\'s', "x y")`, tokens: ['f', '(', `'it\\'s'`, ',', '"x y"', ')'] },
    {
      name: 'take an apostrophe between tags for a mark',
      text: "<p>it's</p>\nb",
      tokens: ['<', 'p', '>', 'it', "'", 's', '<', '/', 'p', '>', 'b'],
    },
    { name: 'let no escaped brace open anything', text: '/\\{/', tokens: ['/', '\\{', '/'] },
    { name: 'read templates in parts', text: '`a ${b}`', tokens: ['`', 'a', '$', '{', 'b', '}', '`'] },
    { name: 'stop where a comment does not end', text: 'a /* b', tokens: ['a', 'b'] },
    { name: 'read letters of all scripts', text: 'größe = 1', tokens: ['größe', '=', '1'] },
  ]) {
    it(name, () => {
      assert.deepEqual(textsOf(text), tokens);
    });
  }

  it('hash alike in either kind of quotes', () => {
    assert.deepEqual(scanTokens(`'a'`).hashes[0], scanTokens('"a"').hashes[0]);
  });

  it('lie in the text, in order, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { count, starts, ends } = scanTokens(text);
        for (let index = 0; index < count; index++) {
          assert.ok((starts[index] ?? 0) < (ends[index] ?? 0) && (ends[index] ?? 0) <= text.length);
          if (index > 0) assert.ok((ends[index - 1] ?? 0) <= (starts[index] ?? 0));
        }
      }),
    );
  });
});

describe('fingerprints', () => {
  it('show every shared run of 14 tokens, whatever stands around it', () => {
    fc.assert(
      fc.property(words(14, 40), words(0, 30), words(0, 30), (shared, before, after) => {
        const maker = new PrintMaker();
        const [one, other] = [maker.of(`${before} ${shared}`).raw, maker.of(`${shared} ${after}`).raw];
        assert.ok(one.some((hash) => other.includes(hash)));
      }),
    );
  });

  it('survive renaming throughout in the plain stream, not in the raw one', () => {
    const text =
      'export function priceAcme(order) { const acmeRate = order.rate * 2; return acmeRate + order.fee - acmeBase(order.total); }';
    const maker = new PrintMaker();
    const [one, other] = [maker.of(text), maker.of(text.replaceAll('Acme', 'Globex').replaceAll('acme', 'globex'))];
    assert.deepEqual([...one.plain], [...other.plain]);
    assert.notDeepEqual([...one.raw], [...other.raw]);
  });

  it('count what a text has of its own, without imports and re-exports', () => {
    const own = (text: string): number => new PrintMaker().of(text).ownTokens;
    assert.deepEqual(
      [
        own(
          "import a, { b as c } from './a';\nimport type { D } from '../d';\nimport './e.css';\nexport * from './f';\nexport { g, h } from './g';",
        ),
        own("import a from './a';\nexport const b = a(1);"),
        own("export { b };\nconst from = 'x';"),
        own("const page = await import('./page');"),
      ],
      [5, 10, 10, 9],
    );
  });

  const texts: readonly (readonly [string, boolean, string])[] = [
    ['settings', true, 'export default { a: 1, b: { c: "x", d: true }, e: [1, 2], f: "y", g: null };'],
    [
      'tables that a function hands out',
      true,
      'export function sizes(isDesktop: boolean) { return isDesktop ? { top: { sizes: [[728, 90], [970, 250]], id: "1" }, side: { sizes: [[300, 250], [300, 600]], id: "2" } } : { top: { sizes: [[320, 50], [300, 250]], id: "3" } }; }',
    ],
    ['code', false, 'export function f(a) { if (a > 1) return g(a - 1); for (const b of a.list) h(b); return a ? 1 : 2; }'],
    [
      'code with a list of texts',
      false,
      'export const price = (order) => order.lines.filter(({ kind }) => ["a", "b", "c"].includes(kind)).map(net).reduce(sum, 0) * rate(order);',
    ],
  ];
  for (const [what, isTable, text] of texts)
    it(`tell whether a text is a table of settings: ${what}`, () => {
      assert.equal(new PrintMaker().of(text).isTable, isTable);
    });
});

const body = 'const a = 1; '.repeat(12);

describe('outline', () => {
  for (const { name, text, found } of [
    { name: 'a function', text: `async function price(a, b) { ${body} }`, found: ['function price'] },
    { name: 'an arrow with a type', text: `const Price: FC<P> = ({ a }) => { ${body} };`, found: ['function Price'] },
    { name: 'an arrow without brackets', text: `const price = a => { ${body} }`, found: ['function price'] },
    { name: 'a wrapped component', text: `export const Price = memo(forwardRef((props, ref) => { ${body} }));`, found: ['function Price'] },
    { name: 'a function with the type of its result', text: `function price(a: A): Promise<B[]> { ${body} }`, found: ['function price'] },
    {
      name: 'a class with its methods',
      text: `class AcmeBill extends Bill { total(a) { ${body} } }`,
      found: ['class AcmeBill < Bill', 'function total'],
    },
    { name: 'a property', text: `const a = { price: function (b) { ${body} } }`, found: ['function price'] },
    { name: 'no statements', text: `if (a) { ${body} } for (const b of c) { ${body} }`, found: [] },
    { name: 'nothing short', text: 'function price() { return 1; }', found: [] },
  ]) {
    it(`has ${name}`, () => {
      const fragments = outline(text, scanTokens(text));
      assert.deepEqual(
        fragments.map(({ unit, name: called, base }) => `${unit} ${called}${base === undefined ? '' : ` < ${base}`}`),
        found,
      );
    });
  }
});

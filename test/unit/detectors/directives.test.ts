import assert from 'node:assert/strict';
import { detectFile } from '../../../src/detectors/registry.js';
import { defaultConfig } from '../../../src/model/config.js';
import { compact, detectText, findingAt, known, linkText, loadParsers } from './detect-text.js';

const isAcme = "if (tenant.slug === 'acme') ship();";

function detected(code: string) {
  return detectFile(linkText(code, { config: known }), 'src/app.tsx');
}

function found(code: string): readonly string[] {
  return detected(code).findings.map((finding) => compact(code, finding));
}

function problems(code: string): readonly string[] {
  return detected(code).directives.problems.map(({ range, message, remedy }) => `${String(range.start.line)}: ${message} ${remedy}`);
}

describe('directives', () => {
  before(loadParsers);

  describe('that ignore', () => {
    const ignored: readonly (readonly [why: string, code: string, rest: readonly string[], count: number])[] = [
      ['the next line', `// oneoff-ignore-next-line sample data\n${isAcme}\n${isAcme}`, ['branch acme 3'], 1],
      ['a condition over several lines', `// oneoff-ignore-next-line sample\nif (\n  x &&\n  tenant.slug === 'acme'\n) ship();`, [], 1],
      ['nothing inside the next statement', `// oneoff-ignore-next-line sample\nif (x) {\n  ${isAcme}\n}`, ['branch acme 3'], 0],
      ['their own line', `${isAcme} // oneoff-ignore-line sample\n${isAcme}`, ['branch acme 2'], 1],
      ['all of the file', `${isAcme}\n${isAcme}\n// oneoff-ignore-file sample data`, [], 2],
      ['between elements', `const x = <p>\n  {/* oneoff-ignore-next-line sample */}\n  {tenant.slug === 'acme' && <b />}\n</p>;`, [], 1],
      ['without a reason', `// oneoff-ignore-next-line\n${isAcme}`, [], 1],
      ['what is annotated', `// oneoff-ignore-file sample\n// oneoff acme\nship();`, [], 1],
    ];
    for (const [why, code, rest, count] of ignored)
      it(`leave out and count: ${why}`, () => {
        assert.deepEqual(found(code), rest);
        assert.equal(detected(code).directives.ignored, count);
      });
  });

  describe('that annotate', () => {
    it('add customers and requests to what is found there', () => {
      const code = `// oneoff acme PROD-123 https://git.example/shop/issues/9\n${isAcme}`;
      const finding = findingAt(detectText(code, { config: known }), 'branch', 2);
      assert.deepEqual(finding.customers, ['acme']);
      assert.deepEqual(finding.requests, [
        { tracker: null, key: 'PROD-123', url: null },
        { tracker: null, key: '#9', url: 'https://git.example/shop/issues/9' },
      ]);
      assert.equal(finding.evidence[0], 'A directive says so.');
    });

    it('bind a flag to a customer', () => {
      const code = "import { useFlag } from '@unleash/proxy-client-react';\n// oneoff globex\nconst on = useFlag('sso');";
      assert.deepEqual(found(code), ['flag globex 3']);
    });

    it('mean the finding that names the customer, where several stand there', () => {
      const code = "const x = tenant.slug === 'acme' ? 1 : tenant.slug === 'hooli' ? 2 : 3; // oneoff hooli #4";
      const withRequests = detectText(code, { config: known }).filter(({ requests }) => requests !== undefined);
      assert.ok(withRequests.length > 0 && withRequests.every(({ customers }) => customers.includes('hooli')));
    });

    it('make a doubtful finding sure', () => {
      const code = "// oneoff acme\nif (kind.type === 'acme') {}";
      const without = detectText(code.replace('oneoff', 'for'), { config: known })[0];
      assert.equal(without?.confidence, 'low');
      assert.equal(detectText(code, { config: known })[0]?.confidence, 'high');
    });

    const marked: readonly (readonly [why: string, code: string, expected: string])[] = [
      ['a condition', '// oneoff acme\nif (order.total > 500) review();', 'branch acme 2'],
      ['a function', '// oneoff acme, globex\nfunction roundUp() {}', 'definition acme|globex 2'],
      ['an entry', 'const limits = {\n  // oneoff acme\n  large: 6000,\n};', 'lookup acme 3'],
      ['an import', "// oneoff acme\nimport './rounding';", 'import acme 2'],
      ['any statement', 'ship();\nroundUp(); // oneoff acme', 'branch acme 2'],
      ['a name of several words, in any style', '// oneoff Northwind Traders PROD-1\nship();', 'branch northwind 2'],
      ['an alias', '// oneoff nwt\nship();', 'branch northwind 2'],
      ['an element', 'const x = <p>\n  {/* oneoff acme */}\n  <Seal />\n</p>;', 'branch acme 3'],
    ];
    for (const [why, code, expected] of marked)
      it(`make a finding of a place that no detector sees: ${why}`, () => {
        assert.deepEqual(found(code), [expected]);
        const [finding] = detected(code).findings;
        assert.deepEqual([finding?.confidence, finding?.evidence], ['high', ['A directive says so.']]);
        assert.deepEqual(problems(code), []);
      });

    it('know inferred customers too', () => {
      const code = `${isAcme}\n// oneoff acme\nroundUp();`;
      const findings = detectText(code, { config: defaultConfig });
      assert.deepEqual(
        findings.map((finding) => compact(code, finding)),
        ['branch acme 1', 'branch acme 3'],
      );
    });
  });

  const told: readonly (readonly [why: string, code: string, expected: readonly string[]])[] = [
    ['nothing to ignore', '// oneoff-ignore-next-line old\nship();', ['1: There is no one-off on the next line to ignore. Remove it.']],
    ['nothing in the file', 'ship();\n/* oneoff-ignore-file old */', ['2: There is no one-off in this file to ignore. Remove it.']],
    [
      'no reason',
      `${isAcme} // oneoff-ignore-line --`,
      ['1: This directive gives no reason. Write why behind it: "oneoff-ignore-line prices are theirs to set".'],
    ],
    [
      'a misspelt word',
      `// oneoff-ignore-nextline sample\n${isAcme}`,
      ['1: Unknown directive "oneoff-ignore-nextline"; it has no effect. Did you mean "oneoff-ignore-next-line"?'],
    ],
    [
      'the word of another tool',
      '// oneoff-disable-line sample\nship();',
      ['1: Unknown directive "oneoff-disable-line"; it has no effect. Did you mean "oneoff-ignore-line"?'],
    ],
    ['a misspelt customer', '// oneoff globx PROD-1\nship();', ['1: No customer "globx" is known. Did you mean "globex"?']],
    [
      'an unknown customer',
      '// oneoff oscorp\nship();',
      ['1: No customer "oscorp" is known. Write its id or name, or add it to "customers" in oneoff.config.json.'],
    ],
    [
      'one of two',
      '// oneoff acme, oscorp\nship();',
      ['1: No customer "oscorp" is known. Write its id or name, or add it to "customers" in oneoff.config.json.'],
    ],
    [
      'no customer',
      '// oneoff PROD-12\nship();',
      ['1: The directive names no customer. Write its id or name, or add it to "customers" in oneoff.config.json.'],
    ],
    [
      'words that are no request',
      '// oneoff acme asked for it\nship();',
      [
        '1: "asked for it" is neither a customer nor a request. Write keys such as PROD-123 or #123, or addresses; a note goes behind " -- ".',
      ],
    ],
    ['no code', 'ship();\n// oneoff acme', ['2: No code follows that this directive could speak of. Remove it.']],
  ];
  for (const [why, code, expected] of told)
    it(`that do not do what they should are told: ${why}`, () => {
      assert.deepEqual(problems(code), expected);
    });

  const silent: readonly (readonly [why: string, code: string])[] = [
    ['prose that begins with the word', '// oneoff script to move tenants\nship();'],
    ['a longer word of somebody else', '// oneoff-migration: run by hand\nship();'],
    ['a note behind two dashes', '// oneoff acme PROD-1 -- they asked for it\nship();'],
    ['a reason behind a colon', `// oneoff-ignore-next-line: sample data\n${isAcme}`],
  ];
  for (const [why, code] of silent)
    it(`are left in peace: ${why}`, () => {
      assert.deepEqual(problems(code), []);
    });
});

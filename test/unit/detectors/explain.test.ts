import assert from 'node:assert/strict';
import { explainFile } from '../../../src/detectors/explain.js';
import { leftAlone } from '../../../src/detectors/left-alone.js';
import type { SourceReader } from '../../../src/detectors/trace.js';
import type { Config } from '../../../src/model/config.js';
import type { Step } from '../../../src/model/explanation.js';
import { known, linkText, loadParsers, sourcesOf, type Sources } from './detect-text.js';

function reader(code: Sources): SourceReader {
  const sources = sourcesOf(code);
  return (path, { start, end }) => sources[path]?.slice(start, end) ?? null;
}

const pathOf = (code: Sources): string => Object.keys(sourcesOf(code))[0] ?? '';

/** `predicate isAcme src/rules.ts:1: returns slug === 'acme'` */
function written({ what, text, place, note }: Step): string {
  const at = place ? ` ${place.path}:${place.range.start.line}:${place.range.start.column}` : '';
  return `${what} ${text}${at}${note === '' ? '' : ` (${note})`}`;
}

function chain(code: Sources, line: number, config: Partial<Config> = known): readonly Step[] {
  const [found, ...more] = explainFile(linkText(code, { config }), pathOf(code), reader(code), ({ range }) => range.start.line === line);
  assert.ok(found, `nothing is found on line ${line}`);
  assert.equal(more.length, 0);
  return found.steps;
}

interface ChainCase {
  readonly name: string;
  readonly code: Sources;
  readonly line: number;
  readonly steps: readonly string[];
}

const chains: readonly ChainCase[] = [
  {
    name: 'a literal in the condition',
    code: "if (tenant.slug === 'acme') go();",
    line: 1,
    steps: ["condition tenant.slug === 'acme' src/app.tsx:1:5", "literal 'acme' src/app.tsx:1:21", 'customer Acme Corp (configured)'],
  },
  {
    name: 'a predicate and a constant of other files, under other names',
    code: {
      'src/app.ts': "import { needsReview as asks } from './rules';\nif (asks(tenant)) go();",
      'src/rules.ts': "import { BIG } from './ids';\nexport function needsReview(tenant) {\n  return tenant.id === BIG;\n}",
      'src/ids.ts': "export const BIG = '7c9e6679-7425-40de-944b-e07fc1f90ae7';",
    },
    line: 2,
    steps: [
      'condition asks(tenant) src/app.ts:2:5',
      'predicate needsReview src/rules.ts:2:17 (returns tenant.id === BIG)',
      "constant BIG = '7c9e6679-7425-40de-944b-e07fc1f90ae7' src/ids.ts:1:14",
      'customer Acme Corp (configured)',
    ],
  },
  {
    name: 'a predicate behind a predicate',
    code: `
      const isGlobex = (tenant) => tenant.slug === 'globex';
      const isSlow = (tenant) => Boolean(tenant) && isGlobex(tenant);
      export function load(tenant) { if (isSlow(tenant)) wait(); }
    `,
    line: 3,
    steps: [
      'condition isSlow(tenant) src/app.tsx:3:36',
      'predicate isSlow src/app.tsx:2:7 (asks isGlobex(tenant))',
      "predicate isGlobex src/app.tsx:1:7 (returns tenant.slug === 'globex')",
      "literal 'globex' src/app.tsx:1:46",
      'customer Globex (configured)',
    ],
  },
  {
    name: 'a stored answer',
    code: "function show(tenant) {\n  const wide = tenant.slug === 'hooli';\n  if (wide) go();\n}",
    line: 3,
    steps: [
      'condition wide src/app.tsx:3:7',
      "alias wide src/app.tsx:2:9 (is tenant.slug === 'hooli')",
      "literal 'hooli' src/app.tsx:2:32",
      'customer Hooli (configured)',
    ],
  },
  {
    name: 'a function that is given the name',
    code: "const isTenant = (slug) => tenant.slug === slug;\nif (isTenant('initech')) go();",
    line: 2,
    steps: [
      "condition isTenant('initech') src/app.tsx:2:5",
      'wrapper isTenant src/app.tsx:1:7 (returns tenant.slug === slug)',
      "literal 'initech' src/app.tsx:2:14",
      'customer Initech (configured)',
    ],
  },
  {
    name: 'a list',
    code: "const SLOW = ['acme', 'pending'];\nif (SLOW.includes(tenant.slug)) go();",
    line: 2,
    steps: [
      'condition SLOW.includes(tenant.slug) src/app.tsx:2:5',
      'list SLOW src/app.tsx:1:7',
      "literal 'acme' src/app.tsx:1:15",
      'customer Acme Corp (configured)',
    ],
  },
  {
    name: 'an entry of a table',
    code: "const Tenants = { big: 'umbrella' };\nif (tenant.slug === Tenants.big) go();",
    line: 2,
    steps: [
      'condition tenant.slug === Tenants.big src/app.tsx:2:5',
      'table Tenants src/app.tsx:1:7',
      "key big: 'umbrella' src/app.tsx:1:19",
      'customer Umbrella Health (configured)',
    ],
  },
  {
    name: 'a member of an enum that is another constant',
    code: "const NWT = 'nwt';\nenum Tenant { Northwind = NWT }\nif (tenant.slug === Tenant.Northwind) go();",
    line: 3,
    steps: [
      'condition tenant.slug === Tenant.Northwind src/app.tsx:3:5',
      'constant Northwind = NWT src/app.tsx:2:15',
      "constant NWT = 'nwt' src/app.tsx:1:7",
      'customer Northwind Traders (configured)',
    ],
  },
  {
    name: 'the entry of a per-customer table',
    code: 'const LIMITS = {\n  acme: 60,\n  globex: 5,\n};\nexport const of = (tenant) => LIMITS[tenant.slug];',
    line: 2,
    steps: ['key acme src/app.tsx:2:3', 'table LIMITS src/app.tsx:1:7', 'customer Acme Corp (configured)'],
  },
  {
    name: "an import of a customer's module",
    code: { 'src/app.ts': "import { edi } from './customers/acme/edi';", 'src/customers/acme/edi.ts': 'export const edi = 1;' },
    line: 1,
    steps: [
      "import import { edi } from './customers/acme/edi'; src/app.ts:1:1",
      'folder src/customers/acme/edi.ts src/customers/acme/edi.ts:1:1',
      'customer Acme Corp (configured)',
    ],
  },
  {
    name: 'a flag behind a function and a constant',
    code: {
      'src/app.ts': "import { isOn, KEYS } from './flags';\nif (isOn(KEYS.sso)) go();",
      'src/flags.ts': `
        import { useFeatureIsOn } from '@growthbook/growthbook-react';
        export const KEYS = { sso: 'acme-sso' };
        export const isOn = (key) => useFeatureIsOn(key);
      `,
    },
    line: 2,
    steps: [
      'flag isOn(KEYS.sso) src/app.ts:2:5',
      'flag wrapper isOn src/flags.ts:3:14',
      'flag key KEYS.sso src/app.ts:2:10',
      'table KEYS src/flags.ts:2:14',
      "key sso: 'acme-sso' src/flags.ts:2:23",
      'customer Acme Corp (configured)',
    ],
  },
  {
    name: 'a directive',
    code: '// oneoff acme ABC-12\nif (isSlow) go();',
    line: 2,
    steps: ['condition isSlow src/app.tsx:2:5', 'directive // oneoff acme ABC-12 src/app.tsx:1:1', 'customer Acme Corp (configured)'],
  },
  {
    name: 'a definition',
    code: "export const isAcme = (tenant) => tenant.slug === 'acme';",
    line: 1,
    steps: [
      "definition isAcme src/app.tsx:1:14 (asks tenant.slug === 'acme')",
      "literal 'acme' src/app.tsx:1:51",
      'customer Acme Corp (configured)',
    ],
  },
];

describe('the chain behind a finding', () => {
  before(loadParsers);

  for (const { name, code, line, steps } of chains)
    it(`leads through ${name}`, () => {
      assert.deepEqual(chain(code, line).map(written), steps);
    });

  it('says what speaks for and against', () => {
    const [strong] = chain("if (tenant.slug === 'acme') go();", 1);
    assert.deepEqual(strong?.for, ['“tenant.slug” says which customer it is.']);
    const [neutral] = chain("if (wanted === 'acme') go();", 1);
    assert.deepEqual(neutral?.against, ['“wanted” does not say which customer it is.']);
  });

  it('gives the evidence for an inferred customer', () => {
    const customer = chain("if (tenant.slug === 'acme') go();\nif (tenant.slug === 'acme') stop();", 1, {}).at(-1);
    assert.equal(customer?.what, 'customer');
    assert.match(customer.note, /^inferred, /);
    assert.match(customer.for[0] ?? '', /“acme” is compared with tenant\.slug \(src\/app\.tsx:1\)/);
  });

  it('goes by names where a file is not as it was', () => {
    const code = "const isAcme = (tenant) => tenant.slug === 'acme';\nif (isAcme(tenant)) go();";
    const [found] = explainFile(
      linkText(code, { config: known }),
      'src/app.tsx',
      () => null,
      ({ kind }) => kind === 'branch',
    );
    assert.deepEqual(found?.steps.map(written), [
      'condition isAcme(tenant) src/app.tsx:2:5',
      'predicate isAcme src/app.tsx:1:7',
      'literal acme src/app.tsx:1:44',
      'customer Acme Corp (configured)',
    ]);
  });
});

interface AloneCase {
  readonly name: string;
  readonly code: Sources;
  readonly config?: Partial<Config>;
  readonly says: readonly string[];
}

const alone: readonly AloneCase[] = [
  {
    name: 'a plan',
    code: "if (tenant.plan === 'pro') go();",
    says: [
      "condition tenant.plan === 'pro'",
      '- “pro” is no name: it stands for no party in particular.',
      '- “tenant.plan” is a property that many share, not the party itself.',
    ],
  },
  {
    name: 'a name that nothing else speaks for',
    code: "if (mode === 'fjordline') go();",
    says: [
      "condition mode === 'fjordline'",
      '- “fjordline” is no customer: none of that name is configured, and too little speaks for it.',
      '- “mode” is a property that many share, not the party itself.',
    ],
  },
  {
    name: 'a word that the team has rejected',
    code: "if (tenant.slug === 'fjordline') go();",
    config: { notCustomers: ['Fjordline'] },
    says: [
      "condition tenant.slug === 'fjordline'",
      '+ “tenant.slug” says which customer it is.',
      '- “fjordline” stands in "notCustomers" of the configuration.',
    ],
  },
  {
    name: 'two variables',
    code: 'if (a.id === b.id) go();',
    says: ['condition a.id === b.id', '- Nothing in it is compared with a constant.'],
  },
  {
    name: 'a predicate that leads nowhere',
    code: 'if (isReady()) go();',
    says: ['condition isReady()', '- Nothing is known of isReady but its name.'],
  },
  {
    name: 'the key of a table',
    code: "const LABELS = { fjordline: 'F', plan: 'P' };",
    says: [
      'key fjordline',
      '- “fjordline” is no customer: none of that name is configured, and too little speaks for it.',
      'key plan',
      '- “plan” is no name: it stands for no party in particular.',
      'definition LABELS',
      '- The name LABELS mentions no customer.',
    ],
  },
  {
    name: 'an import',
    code: "import { x } from './billing';",
    says: ["import import { x } from './billing';", '- No part of “./billing” is the name of a customer.'],
  },
  {
    name: 'what a directive keeps back',
    code: "if (tenant.slug === 'acme') go(); // oneoff-ignore-line agreed on",
    config: known,
    says: ['directive // oneoff-ignore-line agreed on', '- It keeps back the one-off of this line.'],
  },
  { name: 'a line without anything', code: 'go();', says: [] },
];

describe('what is left alone', () => {
  before(loadParsers);

  for (const { name, code, config = {}, says } of alone)
    it(`is explained for ${name}`, () => {
      const steps = leftAlone(linkText(code, { config }), 'src/app.tsx', 1, reader(code));
      const told = steps.flatMap((step) => [
        `${step.what} ${step.text}`,
        ...step.for.map((sentence) => `+ ${sentence}`),
        ...step.against.map((sentence) => `- ${sentence}`),
      ]);
      assert.deepEqual(told, says);
    });
});

import assert from 'node:assert/strict';
import { detectFile } from '../../../src/detectors/registry.js';
import { createModuleResolver } from '../../../src/link/modules.js';
import { linkWorkspace } from '../../../src/link/workspace.js';
import { defaultConfig } from '../../../src/model/config.js';
import type { Finding } from '../../../src/model/finding.js';
import { factsOf } from '../link/flag-definitions/data-facts.js';
import { known } from './detect-text.js';

type Files = Readonly<Record<string, string>>;

async function detect(sources: Files, { configured = true } = {}): Promise<readonly Finding[]> {
  const files = await factsOf(sources);
  const modules = createModuleResolver({ files: files.keys(), packages: [], paths: [] });
  const config = configured ? { ...defaultConfig, ...known } : defaultConfig;
  const workspace = linkWorkspace({ files, modules, config, today: '2026-01-15' });
  return [...files.keys()].flatMap((path) => detectFile(workspace, path).findings).filter(({ kind }) => kind === 'flag');
}

/** `new-nav app.ts:3 constant true (flags.json:2) acme` */
function compact({ path, range, flag, customers }: Finding): string {
  const { state, definition } = flag ?? {};
  const value = state?.value ?? state?.targets?.join('|') ?? state?.percent;
  return [
    `${flag?.key ?? '?'} ${path}:${range.start.line}`,
    ...(state ? [state.kind] : []),
    ...(value === undefined ? [] : [String(value)]),
    ...(definition ? [`(${definition.path}:${definition.line})`] : []),
    ...customers,
  ].join(' ');
}

const client = `import { OpenFeature } from '@openfeature/server-sdk';\nconst flags = OpenFeature.getClient();\n`;
const asks = (...keys: readonly string[]): string =>
  client + keys.map((key) => `if (await flags.getBooleanValue('${key}', false)) run();\n`).join('');
const switchedOff = `"state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off"`;
const flagd = (flags: Readonly<Record<string, string>>): string =>
  `{ "flags": {\n${Object.entries(flags)
    .map(([key, targeting]) => `"${key}": { ${switchedOff}${targeting === '' ? '' : `, "targeting": ${targeting}`} }`)
    .join(',\n')}\n} }`;
const manifest = (...keys: readonly string[]): string =>
  `{ "flags": {\n${keys.map((key) => `"${key}": { "flagType": "boolean", "defaultValue": false }`).join(',\n')}\n} }`;
const forTenant = (...ids: readonly string[]): string => `{ "if": [{ "in": [{ "var": "tenantId" }, ${JSON.stringify(ids)}] }, "on"] }`;

interface JoinCase {
  readonly why: string;
  readonly files: Files;
  readonly finds: readonly string[];
}

const joins: readonly JoinCase[] = [
  {
    why: 'a flag that everybody has off',
    files: { 'app.ts': asks('new-nav'), 'flags.json': flagd({ 'new-nav': '' }) },
    finds: ['new-nav app.ts:3 constant false (flags.json:2)'],
  },
  {
    why: "a flag that one customer has is that customer's, in code and where it is defined",
    files: { 'app.ts': asks('new-nav'), 'flags.json': flagd({ 'new-nav': forTenant('acme') }) },
    finds: ['new-nav app.ts:3 one-customer acme (flags.json:2) acme', 'new-nav flags.json:2 one-customer acme (flags.json:2) acme'],
  },
  {
    why: 'a flag of several customers belongs to none',
    files: { 'app.ts': asks('new-nav'), 'flags.json': flagd({ 'new-nav': forTenant('acme', 'globex') }) },
    finds: ['new-nav app.ts:3 cohort acme|globex (flags.json:2)'],
  },
  {
    why: 'a rule for nobody that is known says who without naming a customer',
    files: { 'app.ts': asks('new-nav'), 'flags.json': flagd({ 'new-nav': forTenant('test-tenant') }) },
    finds: ['new-nav app.ts:3 varying (flags.json:2)'],
  },
  {
    why: 'a key in another spelling',
    files: { 'app.ts': asks('newNav'), 'flags.json': manifest('new_nav') },
    finds: ['newNav app.ts:3 varying (flags.json:2)'],
  },
  {
    why: 'a spelling that two keys share is no join',
    files: { 'app.ts': asks('newNav'), 'flags.json': manifest('new_nav', 'new-nav') },
    finds: ['newNav app.ts:3'],
  },
  {
    why: 'another provider defines a flag of that name',
    files: {
      'app.ts': asks('new-nav'),
      'features.json': `{ "features": { "new-nav": { "defaultValue": true, "rules": [] } } }`,
      'ld.ts': `import { init } from '@launchdarkly/node-server-sdk'; const c = init('k'); if (await c.variation('new-nav', u, false)) run();`,
    },
    finds: ['new-nav app.ts:3 varying (features.json:1)', 'new-nav ld.ts:1'],
  },
  {
    why: 'an environment variable in files of environments',
    files: {
      'app.ts': `if (process.env.FEATURE_NEW_NAV === 'true') run();`,
      'env.json': manifest('FEATURE_NEW_NAV'),
    },
    finds: ['FEATURE_NEW_NAV app.ts:1'],
  },
  {
    why: 'a variable that no code asks for may be read by a library',
    files: {
      'app.ts': ['A', 'B', 'C'].map((name) => `if (process.env.FEATURE_${name} === 'true') run();\n`).join(''),
      '.env.production': 'FEATURE_A=1\nFEATURE_B=1\nFEATURE_C=1\nAGENT_ENABLED=true\n',
      '.env.development': 'FEATURE_A=1\nFEATURE_B=0\n',
    },
    finds: [
      'FEATURE_A app.ts:1 constant true (.env.production:1)',
      'FEATURE_B app.ts:2 varying (.env.production:2)',
      'FEATURE_C app.ts:3 varying (.env.production:3)',
    ],
  },
  {
    why: 'a key that no code asks for, in a file of which it asks for most',
    files: { 'app.ts': asks('a-one', 'a-two', 'a-three'), 'flags.json': manifest('a-one', 'a-two', 'a-three', 'a-four') },
    finds: [
      'a-one app.ts:3 varying (flags.json:2)',
      'a-two app.ts:4 varying (flags.json:3)',
      'a-three app.ts:5 varying (flags.json:4)',
      'a-four flags.json:5 dead-key (flags.json:5)',
    ],
  },
  {
    why: 'a key that code mentions, in whatever style, is not dead',
    files: {
      'app.ts': `${asks('a-one', 'a-two', 'a-three')}register({ aFour: 1 });`,
      'flags.json': manifest('a-one', 'a-two', 'a-three', 'a-four'),
    },
    finds: ['a-one app.ts:3 varying (flags.json:2)', 'a-two app.ts:4 varying (flags.json:3)', 'a-three app.ts:5 varying (flags.json:4)'],
  },
  {
    why: 'with keys made at run time none is surely dead',
    files: {
      'app.ts': `${asks('a-one', 'a-two', 'a-three')}if (await flags.getBooleanValue('a-' + name, false)) run();`,
      'flags.json': manifest('a-one', 'a-two', 'a-three', 'a-four'),
    },
    finds: [
      'a-one app.ts:3 varying (flags.json:2)',
      'a-two app.ts:4 varying (flags.json:3)',
      'a-three app.ts:5 varying (flags.json:4)',
      '? app.ts:6',
    ],
  },
  {
    why: 'a file of which this code uses little serves another code',
    files: { 'app.ts': asks('a-one'), 'flags.json': manifest('a-one', 'a-two', 'a-three', 'a-four') },
    finds: ['a-one app.ts:3 varying (flags.json:2)'],
  },
  {
    why: 'a key that no file defines, where all others are',
    files: {
      'app.ts': asks('a-1x', 'a-2x', 'a-3x', 'a-4x', 'a-5x', 'typo'),
      'flags.json': manifest('a-1x', 'a-2x', 'a-3x', 'a-4x', 'a-5x'),
    },
    finds: [...[1, 2, 3, 4, 5].map((n) => `a-${n}x app.ts:${n + 2} varying (flags.json:${n + 1})`), 'typo app.ts:8 unknown-key'],
  },
  {
    why: 'where many keys have no definition the file is not all there is',
    files: { 'app.ts': asks('a-1x', 'a-2x', 'a-3x', 'b-1', 'b-2'), 'flags.json': manifest('a-1x', 'a-2x', 'a-3x') },
    finds: [...[1, 2, 3].map((n) => `a-${n}x app.ts:${n + 2} varying (flags.json:${n + 1})`), 'b-1 app.ts:6', 'b-2 app.ts:7'],
  },
];

describe('flags that definition files define', () => {
  for (const { why, files, finds } of joins) {
    it(why, async () => {
      assert.deepEqual((await detect(files)).map(compact), finds);
    });
  }

  it('make a customer known that only they name', async () => {
    const files = {
      'app.ts': asks('new-nav', 'aging'),
      'flags.json': flagd({
        'new-nav': forTenant('northwind'),
        aging: forTenant('northwind'),
        pdf: `{ "if": [{ "==": [{ "var": "country" }, "wonderland"] }, "on"] }`,
      }),
    };
    const findings = await detect(files, { configured: false });
    assert.deepEqual(
      findings.map(({ path, customers, confidence }) => `${path} ${customers.join('|')} ${confidence}`),
      ['app.ts northwind high', 'app.ts northwind high', 'flags.json northwind high', 'flags.json northwind high'],
    );
  });

  it('say in a sentence what state the flag is in', async () => {
    const [finding] = await detect({ 'app.ts': asks('new-nav'), 'flags.json': flagd({ 'new-nav': forTenant('acme') }) });
    assert.ok(finding);
    assert.ok(finding.evidence.includes('It is defined in flags.json:2; only “acme” gets another value.'), finding.evidence.join('\n'));
    assert.ok(finding.evidence.includes('Its definition singles out Acme Corp.'));
  });
});

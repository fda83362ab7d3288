import assert from 'node:assert/strict';
import { flagsOf, testFlagCases, workspaceOf } from '../detectors/flag-cases.js';

const client = `import { initialize } from 'unleash-client';\nexport const client = initialize({});\n`;

testFlagCases('functions that wrap flags', [
  {
    why: 'a hook with the key as its parameter, from another file',
    code: {
      'use-toggle.ts': `${client}export const useSwitch = (key: string) => client.isEnabled(key);`,
      'app.ts': `import { useSwitch } from './use-toggle';\nconst on = useSwitch('new-nav');`,
    },
    flags: ['2: new-nav unleash high'],
  },
  {
    why: 'a function of one constant flag',
    code: {
      'switches.ts': `${client}export function isNewCheckoutOn() {\n  return client.isEnabled('new-checkout');\n}`,
      'app.ts': `import { isNewCheckoutOn } from './switches';\nif (isNewCheckoutOn()) run();`,
    },
    flags: ['2: new-checkout unleash high'],
  },
  {
    why: 'guards and defaults around the evaluation',
    code: {
      'switches.ts': `${client}export function ask(key: string) {\n  if (!client) return false;\n  return client.isEnabled(key) ?? false;\n}`,
      'app.ts': `import { ask } from './switches';\nif (ask('new-nav')) run();`,
    },
    flags: ['2: new-nav unleash high'],
  },
  {
    why: 'a wrapper of a wrapper',
    code: {
      'a.ts': `${client}export const ask = (key: string) => !!client.isEnabled(key);`,
      'b.ts': `import { ask } from './a';\nexport const isTaxNew = () => ask('new-tax');`,
      'app.ts': `import { isTaxNew } from './b';\nif (isTaxNew()) run();`,
    },
    flags: ['2: new-tax unleash high'],
  },
  {
    why: 'the key as the second parameter',
    code: {
      'a.ts': `${client}export const ask = (user: User, key: string) => client.isEnabled(key, user);`,
      'app.ts': `import { ask } from './a';\nif (ask(user, 'new-tax')) run();`,
    },
    flags: ['2: new-tax unleash high'],
  },
  {
    why: 'the key as a property of the parameter',
    code: {
      'a.ts': `${client}export const ask = ({ key }: { key: string }) => client.isEnabled(key);`,
      'app.ts': `import { ask } from './a';\nif (ask({ key: 'new-tax' })) run();`,
    },
    flags: ['2: new-tax unleash high'],
  },
  {
    why: 'a method of a class of the workspace',
    code: {
      'a.ts': `${client}export class Switches {\n  on(key: string) {\n    return client.isEnabled(key);\n  }\n}\nexport const switches = new Switches();`,
      'app.ts': `import { switches } from './a';\nif (switches.on('new-tax')) run();`,
    },
    flags: ['2: new-tax unleash high'],
  },
  {
    why: 'a function in a table',
    code: {
      'a.ts': `${client}export const switches = { on: (key: string) => client.isEnabled(key) };`,
      'app.ts': `import { switches } from './a';\nif (switches.on('new-tax')) run();`,
    },
    flags: ['2: new-tax unleash high'],
  },
  {
    why: 'a memoised function',
    code: {
      'a.ts': `${client}export const ask = memoize((key: string) => client.isEnabled(key));`,
      'app.ts': `import { ask } from './a';\nif (ask('new-tax')) run();`,
    },
    flags: ['2: new-tax unleash high'],
  },
  {
    why: 'a hook that reads one member of a bag',
    code: {
      'a.ts': `import { useFlags } from 'launchdarkly-react-client-sdk';\nexport const useNewNav = () => useFlags().newNav;`,
      'app.tsx': `import { useNewNav } from './a';\nconst A = () => (useNewNav() ? <B /> : null);`,
    },
    flags: ['2: newNav launchdarkly high'],
  },
  {
    why: 'a hook that gives the bag',
    code: {
      'a.ts': `import { useFlags } from 'launchdarkly-react-client-sdk';\nexport const useSwitches = () => useFlags();`,
      'app.tsx': `import { useSwitches } from './a';\nconst { newNav } = useSwitches();`,
    },
    flags: ['2: newNav launchdarkly high'],
  },
  {
    why: 'an element with the flag as an attribute',
    code: {
      'a.tsx': `import { useFlag } from '@unleash/proxy-client-react';\nexport function FlagGate({ when, children }) {\n  const on = useFlag(when);\n  return on ? children : null;\n}`,
      'app.tsx': `import { FlagGate } from './a';\nconst A = () => <FlagGate when="new-nav"><B /></FlagGate>;`,
    },
    flags: ['2: new-nav unleash high'],
  },
  {
    why: 'an environment toggle behind local variables',
    code: {
      'a.ts': `export function isFiresEnabled() {\n  const byEnv = process.env.ENABLE_FIRES === 'true';\n  const byQuery = query.has('fires');\n  return byEnv || byQuery;\n}`,
      'app.tsx': `import { isFiresEnabled } from './a';\nconst A = () => <Show condition={isFiresEnabled()} />;`,
    },
    flags: ['2: ENABLE_FIRES environment high'],
  },
  {
    why: 'the evaluation inside a wrapper with a constant key',
    code: `${client}const isOn = () => client.isEnabled('new-nav');`,
    flags: ['3: new-nav unleash high'],
  },
  {
    why: 'the SDK call inside a wrapper, with the key left open',
    code: `${client}export const useSwitch = (key: string) => client.isEnabled(key);`,
    flags: ['3: ? unleash high'],
  },
  {
    why: 'a flag declared with the SDK of another module',
    code: {
      'flags.ts': `import { flag } from 'flags/next';\nexport const sale = flag({ key: 'summer-sale', decide: () => false });`,
      'app.tsx': `import { sale } from './flags';\nexport const A = async () => ((await sale()) ? <B /> : null);`,
    },
    flags: ['2: summer-sale vercel high'],
  },
]);

testFlagCases('functions that wrap no flag', [
  {
    why: 'the inside of a home-made wrapper whose callers give the key',
    code: `export const hasFlag = (key: string) => Boolean(featureFlags[key]);`,
    flags: [],
  },
  {
    why: 'a function that chooses what it gives by a flag',
    code: {
      'a.ts': `${client}export function title() {\n  if (client.isEnabled('new-title')) return make('new');\n  return make('old');\n}`,
      'app.ts': `import { title } from './a';\nshow(title());`,
    },
    flags: [],
  },
  {
    why: 'a component that shows itself only when a flag is on',
    code: {
      'a.tsx': `import { useFlag } from '@unleash/proxy-client-react';\nexport function EnabledBanner() {\n  const on = useFlag('banner');\n  if (!on) return null;\n  return <Banner />;\n}`,
      'app.tsx': `import { EnabledBanner } from './a';\nconst A = () => <EnabledBanner size="small" />;`,
    },
    flags: [],
  },
  {
    why: 'a question of which a flag is only one part',
    code: {
      'a.ts': `${client}export const canExport = (user: User) => user.isAdmin && client.isEnabled('export');`,
      'app.ts': `import { canExport } from './a';\nif (canExport(user)) run();`,
    },
    flags: [],
  },
  {
    why: 'a function that uses a flag on its way',
    code: {
      'a.ts': `${client}export function load(id: string) {\n  const on = client.isEnabled('fast-load');\n  return fetchRows(id, on);\n}`,
      'app.ts': `import { load } from './a';\nif (load('42')) run();`,
    },
    flags: [],
  },
  {
    why: 'functions that call each other without end',
    code: `const ping = (key: string) => pong(key);\nconst pong = (key: string) => ping(key);\nif (ping('new-nav')) run();`,
    flags: [],
  },
  {
    why: 'variables that are each other',
    code: `let a = b;\nlet b = a;\nconst isOn = () => a;\nif (isOn()) run();`,
    flags: [],
  },
  {
    why: 'a wrapper of the same name in another file that is not imported',
    code: {
      'a.ts': `${client}export const ask = (key: string) => client.isEnabled(key);`,
      'app.ts': `import { ask } from './elsewhere';\nif (ask('new-nav')) run();`,
    },
    flags: [],
  },
]);

describe('flags of a workspace', () => {
  it('names the wrappers that other files may call', async () => {
    const workspace = await workspaceOf({
      'a.ts': `${client}export const ask = (key: string) => client.isEnabled(key);\nexport const isTaxNew = () => ask('tax');\nexport const other = () => 1;`,
    });
    assert.deepEqual([...workspace.flags.wrappers.names()].sort(), ['ask', 'isTaxNew']);
  });

  it('explains a finding in sentences, nearest reason first', async () => {
    const [found] = await flagsOf({
      'a.ts': `${client}export const isTaxNew = () => client.isEnabled('tax');`,
      'app.ts': `import { isTaxNew } from './a';\nif (isTaxNew()) run();`,
    });
    assert.deepEqual(found?.evidence, ['`isTaxNew` gives the value of the flag `tax` (a.ts).', '`client` comes from `unleash-client`.']);
  });

  it('gives the lines that a flag decides, and none where the value is only kept', async () => {
    const found = await flagsOf(`if (isFeatureEnabled('a-b')) {\n  run();\n} else {\n  stop();\n}\nconst on = isFeatureEnabled('c-d');`);
    assert.deepEqual(
      found.map(({ region }) => region !== null),
      [true, false],
    );
  });

  it('names a configured customer whose name is part of the key', async () => {
    const acme = {
      id: 'acme',
      name: 'Acme Corp',
      aliases: ['acme'],
      ids: [],
      domains: [],
      status: 'active' as const,
      standing: 'customer' as const,
    };
    const [found] = await flagsOf(`if (isFeatureEnabled('enable-acme-sso')) run();`, { customers: [acme] });
    assert.deepEqual(found?.customers, ['acme']);
    assert.match(found.evidence.at(-1) ?? '', /Acme Corp/);
  });

  it('names no customer for a key that only begins like one', async () => {
    const acme = { id: 'acme', name: 'Acme', aliases: [], ids: [], domains: [], status: 'active' as const, standing: 'customer' as const };
    const [found] = await flagsOf(`if (isFeatureEnabled('acmeology')) run();`, { customers: [acme] });
    assert.deepEqual(found?.customers, []);
  });
});

import { testFlagCases, type FlagCase } from './flag-cases.js';

/** A call of an SDK; `{}` in the expectation stands for the provider with high confidence. */
function sdk(provider: string, why: string, code: string, ...keys: readonly string[]): FlagCase {
  return { why: `${provider}: ${why}`, code, flags: keys.map((key) => `${key} ${provider} high`) };
}

testFlagCases('flag SDKs', [
  sdk(
    'launchdarkly',
    'client made by init',
    `import { init } from '@launchdarkly/node-server-sdk';
const client = init(process.env.LD_KEY);
export async function run(user) {
  if (await client.variation('new-checkout', user, false)) start();
}`,
    '4: new-checkout',
  ),
  sdk(
    'launchdarkly',
    'client made with require',
    `const LaunchDarkly = require('launchdarkly-node-server-sdk');
const ld = LaunchDarkly.init('key');
ld.variationDetail('new-checkout', user, false).then(show);`,
    '3: new-checkout',
  ),
  sdk(
    'launchdarkly',
    'client in a class field set by the constructor',
    `import * as LD from 'launchdarkly-js-client-sdk';
class Checkout {
  private client;
  constructor() {
    this.client = LD.initialize('id', {});
  }
  show() {
    return this.client.variation('new-checkout', false) ? 'new' : 'old';
  }
}`,
    '8: new-checkout',
  ),
  sdk(
    'launchdarkly',
    'client injected as a typed constructor property',
    `import { LDClient } from '@launchdarkly/node-server-sdk';
export class Billing {
  constructor(private readonly flags: LDClient) {}
  async total(user: User) {
    return (await this.flags.variation('new-tax', user, false)) ? 1 : 2;
  }
}`,
    '5: new-tax',
  ),
  sdk(
    'launchdarkly',
    'flags that a higher-order component or a consumer gives its elements',
    `import { withLDConsumer, LDConsumer } from 'launchdarkly-react-client-sdk';
const Nav = ({ flags }) => (flags.newNav ? <New /> : <Old />);
export default withLDConsumer()(Nav);
class Page extends React.Component {
  render() {
    const { flags } = this.props;
    return flags.darkMode ? <Dark /> : <Light />;
  }
}
export const P = withLDConsumer()(Page);
export const Q = () => <LDConsumer>{({ flags }) => (flags.aging ? <Aging /> : null)}</LDConsumer>;`,
    '2: newNav',
    '7: darkMode',
    '11: aging',
  ),
  sdk(
    'optimizely',
    'the vendor that the receiver is named after, where a file imports two',
    `import posthog from 'posthog-js';
import { withOptimizely } from '@optimizely/react-sdk';
export const P = withOptimizely(({ optimizely }) => (optimizely.isFeatureEnabled('new-nav') ? <New /> : null));`,
    '3: new-nav',
  ),
  sdk(
    'launchdarkly',
    'one finding per destructured name of useFlags, under its key',
    `import { useFlags } from 'launchdarkly-react-client-sdk';
export function Page() {
  const { newCheckout, darkMode: isDark } = useFlags();
  return newCheckout ? <New dark={isDark} /> : <Old />;
}`,
    '3: newCheckout',
    '3: darkMode',
  ),
  sdk(
    'launchdarkly',
    'members of a kept useFlags()',
    `import { useFlags } from 'launchdarkly-react-client-sdk';
const Page = () => {
  const flags = useFlags();
  return flags.newCheckout && flags['dark-mode'] ? <A /> : null;
};`,
    '4: newCheckout',
    '4: dark-mode',
  ),
  sdk(
    'launchdarkly',
    'a member of useFlags() itself',
    `import { useFlags as useLD } from 'launchdarkly-react-client-sdk';
const Page = () => (useLD().newCheckout ? <A /> : null);`,
    '2: newCheckout',
  ),
  sdk(
    'launchdarkly',
    'hook that gives the client',
    `import { useLDClient } from 'launchdarkly-react-client-sdk';
const on = useLDClient()?.variation('new-nav', false);`,
    '2: new-nav',
  ),
  sdk(
    'launchdarkly',
    'Vue hook',
    `import { useLDFlag } from 'launchdarkly-vue-client-sdk';\nconst on = useLDFlag('new-nav', false);`,
    '2: new-nav',
  ),
  sdk(
    'launchdarkly',
    'flags state of the server',
    `import { init } from '@launchdarkly/node-server-sdk';
const state = await init('k').allFlagsState(user);
const on = state.getFlagValue('new-nav');`,
    '3: new-nav',
  ),
  sdk(
    'openfeature',
    'client of OpenFeature.getClient',
    `import { OpenFeature } from '@openfeature/server-sdk';
const client = OpenFeature.getClient();
if (await client.getBooleanValue('v2-enabled', false)) go();`,
    '3: v2-enabled',
  ),
  sdk('openfeature', 'React hook', `import { useFlag } from '@openfeature/react-sdk';\nconst { value } = useFlag('v2', false);`, '2: v2'),
  sdk(
    'openfeature',
    'element',
    `import { FeatureFlag } from '@openfeature/react-sdk';
const A = () => <FeatureFlag flagKey="new-nav" defaultValue={false}><Nav /></FeatureFlag>;`,
    '2: new-nav',
  ),
  sdk(
    'openfeature',
    'Nest decorator with a list of flags',
    `import { RequireFlagsEnabled } from '@openfeature/nestjs-sdk';
class Api {
  @RequireFlagsEnabled({ flags: [{ flagKey: 'new-api' }] })
  list() {}
}`,
    '3: new-api',
  ),
  sdk('unleash', 'function', `import { isEnabled } from 'unleash-client';\nif (isEnabled('demo')) run();`, '2: demo'),
  sdk(
    'unleash',
    'instance',
    `import { initialize } from 'unleash-client';\nconst unleash = initialize({});\nunleash.getVariant('color');`,
    '3: color',
  ),
  sdk('unleash', 'React hook', `import { useFlag } from '@unleash/proxy-client-react';\nconst on = useFlag('demo');`, '2: demo'),
  sdk('flagsmith', 'default import', `import flagsmith from 'flagsmith';\nif (flagsmith.hasFeature('demo')) run();`, '2: demo'),
  sdk(
    'flagsmith',
    'hook with a list of keys: one finding per key',
    `import { useFlags } from 'flagsmith/react';\nconst flags = useFlags(['demo', 'beta_nav']);`,
    '2: demo',
    '2: beta_nav',
  ),
  sdk(
    'growthbook',
    'instance passed around as a typed parameter',
    `import { GrowthBook } from '@growthbook/growthbook';
export function hero(gb: GrowthBook) {
  return gb.isOn('hero') ? 1 : 2;
}`,
    '3: hero',
  ),
  sdk(
    'growthbook',
    'hook',
    `import { useFeatureIsOn } from '@growthbook/growthbook-react';\nconst on = useFeatureIsOn('hero');`,
    '2: hero',
  ),
  sdk(
    'growthbook',
    'element',
    `import { IfFeatureEnabled } from '@growthbook/growthbook-react';\nconst A = () => <IfFeatureEnabled feature="hero"><B /></IfFeatureEnabled>;`,
    '2: hero',
  ),
  sdk('posthog', 'default import', `import posthog from 'posthog-js';\nif (posthog.isFeatureEnabled('demo')) run();`, '2: demo'),
  sdk(
    'posthog',
    'sub-path of the package',
    `import { useFeatureFlagEnabled } from 'posthog-js/react';\nconst on = useFeatureFlagEnabled('demo');`,
    '2: demo',
  ),
  sdk(
    'posthog',
    'computed key',
    `import { useFeatureFlagEnabled } from 'posthog-js/react';\nkeys.forEach((key) => { bag[key] = useFeatureFlagEnabled(key); });`,
    '2: ?',
  ),
  sdk(
    'posthog',
    'evaluations fetched once on the server',
    `import { PostHog } from 'posthog-node';
const client = new PostHog('key');
const answers = await client.evaluateFlags('user');
if (answers.isEnabled('demo')) run();`,
    '4: demo',
  ),
  sdk(
    'statsig',
    'method destructured from the client hook',
    `import { useStatsigClient } from '@statsig/react-bindings';
function A() {
  const { checkGate } = useStatsigClient();
  return checkGate('new_nav') ? <B /> : null;
}`,
    '4: new_nav',
  ),
  sdk(
    'statsig',
    'server: the user comes first',
    `import Statsig from 'statsig-node';\nif (Statsig.checkGate(user, 'new_nav')) run();`,
    '2: new_nav',
  ),
  sdk(
    'split',
    'server: the traffic key comes first',
    `import { SplitFactory } from '@splitsoftware/splitio';
const client = SplitFactory(config).client();
if (client.getTreatment(userId, 'NEW_NAV') === 'on') run();`,
    '3: NEW_NAV',
  ),
  sdk(
    'split',
    'browser: the flag comes first',
    `import { SplitFactory } from '@splitsoftware/splitio';
const client = SplitFactory(config).client();
const shown = client.getTreatment('NEW_NAV') === 'on';`,
    '3: NEW_NAV',
  ),
  sdk(
    'split',
    'names in an object',
    `import { useTreatments } from '@splitsoftware/splitio-react';\nconst { treatments } = useTreatments({ names: ['NEW_NAV'] });`,
    '2: NEW_NAV',
  ),
  sdk('harness', 'hook', `import { useFeatureFlag } from '@harnessio/ff-react-client-sdk';\nconst on = useFeatureFlag('demo');`, '2: demo'),
  sdk(
    'configcat',
    'async value',
    `import * as configcat from 'configcat-node';
const client = configcat.getClient('key');
client.getValueAsync('isAwesome', false).then(show);`,
    '3: isAwesome',
  ),
  sdk(
    'optimizely',
    'user context of a client',
    `import { createInstance } from '@optimizely/optimizely-sdk';
const user = createInstance({}).createUserContext('id');
const decision = user.decide('new_nav');`,
    '3: new_nav',
  ),
  sdk(
    'optimizely',
    'hook with a tuple',
    `import { useDecision } from '@optimizely/react-sdk';\nconst [decision] = useDecision('new_nav');`,
    '2: new_nav',
  ),
  sdk(
    'devcycle',
    'server: the user comes first',
    `import { initializeDevCycle } from '@devcycle/nodejs-server-sdk';
const devcycle = initializeDevCycle('key');
const on = devcycle.variableValue(user, 'new-nav', false);`,
    '3: new-nav',
  ),
  sdk(
    'devcycle',
    'hook',
    `import { useVariableValue } from '@devcycle/react-client-sdk';\nconst on = useVariableValue('new-nav', false);`,
    '2: new-nav',
  ),
  sdk(
    'devcycle',
    'element',
    `import { RenderIfEnabled } from '@devcycle/react-client-sdk';\nconst A = () => <RenderIfEnabled variableKey="new-nav"><B /></RenderIfEnabled>;`,
    '2: new-nav',
  ),
  sdk(
    'eppo',
    'instance',
    `import * as EppoSdk from '@eppo/node-server-sdk';\nconst on = EppoSdk.getInstance().getBooleanAssignment('new-nav', user, {}, false);`,
    '2: new-nav',
  ),
  sdk(
    'amplitude',
    'variant',
    `import { Experiment } from '@amplitude/experiment-js-client';
const experiment = Experiment.initialize('key');
const variant = experiment.variant('new-nav');`,
    '3: new-nav',
  ),
  sdk(
    'firebase',
    'function with the config first',
    `import { getBoolean, getRemoteConfig } from 'firebase/remote-config';\nif (getBoolean(getRemoteConfig(app), 'new_nav')) run();`,
    '2: new_nav',
  ),
  sdk(
    'firebase',
    'method on React Native',
    `import remoteConfig from '@react-native-firebase/remote-config';\nconst on = remoteConfig().getBoolean('new_nav');`,
    '2: new_nav',
  ),
  sdk(
    'azure',
    'feature manager',
    `import { FeatureManager } from '@microsoft/feature-management';
const manager = new FeatureManager(provider);
if (await manager.isEnabled('Beta')) run();`,
    '3: Beta',
  ),
  sdk(
    'evidently',
    'command object',
    `import { EvaluateFeatureCommand } from '@aws-sdk/client-evidently';\nawait client.send(new EvaluateFeatureCommand({ project, feature: 'newNav', entityId }));`,
    '2: newNav',
  ),
  sdk('reflag', 'hook', `import { useFlag } from '@reflag/react-sdk';\nconst { isEnabled } = useFlag('huddle');`, '2: huddle'),
  sdk(
    'flipt',
    'key in an object',
    `import { FliptClient } from '@flipt-io/flipt';
const flipt = new FliptClient();
const result = await flipt.evaluation.boolean({ namespaceKey: 'default', flagKey: 'new-nav', entityId });`,
    '3: new-nav',
  ),
  sdk(
    'featurevisor',
    'instance',
    `import { createInstance } from '@featurevisor/sdk';\nconst f = createInstance({});\nif (f.isEnabled('new-nav')) run();`,
    '3: new-nav',
  ),
  sdk(
    'vercel',
    'calls of a declared flag, not its declaration',
    `import { flag } from 'flags/next';
export const summerSale = flag({ key: 'summer-sale', decide: () => false });
export default async function Page() {
  const sale = await summerSale();
  return sale ? <A /> : <B />;
}`,
    '4: summer-sale',
  ),
  sdk(
    'happykit',
    'bag inside the result of the hook',
    `import { useFlags } from '@happykit/flags';\nconst { flags } = useFlags();\nif (flags?.newNav) run();`,
    '3: newNav',
  ),
  sdk(
    'kameleoon',
    'visitor first',
    `import { KameleoonClient } from '@kameleoon/javascript-sdk';\nconst client = new KameleoonClient({});\nif (client.isFeatureFlagActive(code, 'new_nav')) run();`,
    '3: new_nav',
  ),
  sdk('flagged', 'element', `import { Feature } from 'flagged';\nconst A = () => <Feature name="v2"><B /></Feature>;`, '2: v2'),
  sdk('flagged', 'higher-order component', `import { withFeature } from 'flagged';\nexport const B = withFeature('v2')(A);`, '2: v2'),
  sdk(
    'flopflip',
    'element',
    `import { ToggleFeature } from '@flopflip/react-redux';\nconst A = () => <ToggleFeature flag="newNav"><B /></ToggleFeature>;`,
    '2: newNav',
  ),
  sdk(
    'flagship',
    'hook',
    `import { useFsFlag } from '@flagship.io/react-sdk';\nconst on = useFsFlag('newNav').getValue(false);`,
    '2: newNav',
  ),
  sdk(
    'prefab',
    'client hook',
    `import { usePrefab } from '@prefab-cloud/prefab-cloud-react';\nconst { isEnabled } = usePrefab();\nif (isEnabled('new-nav')) run();`,
    '3: new-nav',
  ),
  sdk(
    'atlaskit',
    'short function',
    `import { fg } from '@atlaskit/platform-feature-flags';\nif (fg('platform_new_nav')) run();`,
    '2: platform_new_nav',
  ),
  sdk(
    'backstage',
    'element for the old side',
    `import { FeatureFlagged } from '@backstage/core-app-api';\nconst A = () => <FeatureFlagged without="new-page"><B /></FeatureFlagged>;`,
    '2: new-page',
  ),
  sdk(
    'launchdarkly',
    'typed variation without a traced import',
    `import 'launchdarkly-node-server-sdk';\nexport const run = (services) => services.ld.boolVariation('new-nav', ctx, false);`,
    '2: new-nav',
  ),
  {
    why: 'a client that another module of the workspace makes and re-exports',
    code: {
      'flags/client.ts': `import { init } from '@launchdarkly/node-server-sdk';\nexport const ldClient = init('key');`,
      'flags/index.ts': `export { ldClient as flags } from './client';`,
      'app.ts': `import { flags } from './flags';\nif (await flags.variation('new-nav', user, false)) run();`,
    },
    flags: ['2: new-nav launchdarkly high'],
  },
  {
    why: 'a hook that another module of the workspace re-exports from the package',
    code: {
      'flags.ts': `export { useFlags } from 'launchdarkly-react-client-sdk';`,
      'app.tsx': `import { useFlags } from './flags';\nconst { newNav } = useFlags();`,
    },
    flags: ['2: newNav launchdarkly high'],
  },
  {
    why: 'keys that are constants, enum members and members of a frozen table',
    code: {
      'keys.ts': `export const NEW_NAV = 'new-nav';
export enum Flag { NewTax = 'new-tax' }
export const FLAGS = { NEW_PDF: 'new-pdf' } as const;`,
      'app.ts': `import { isEnabled } from 'unleash-client';
import { NEW_NAV, Flag, FLAGS } from './keys';
export const nav = isEnabled(NEW_NAV);
export const tax = isEnabled(Flag.NewTax);
export const pdf = isEnabled(FLAGS['NEW_PDF']);`,
    },
    flags: ['3: new-nav unleash high', '4: new-tax unleash high', '5: new-pdf unleash high'],
  },
]);

testFlagCases('names that SDKs share with other code', [
  { why: 'variation of a product', code: `product.variation('large', 2);`, flags: [] },
  { why: 'getValue of a form', code: `if (form.getValue('new-nav')) run();`, flags: [] },
  {
    why: 'getBoolean of a settings library',
    code: `import { getBoolean } from './preferences';\nif (getBoolean(store, 'sound')) run();`,
    flags: [],
  },
  { why: 'a sprite variant', code: `const skin = sprite.variant('red');`, flags: [] },
  { why: 'hooks of a state library', code: `import { useVariable } from 'some-theme';\nconst size = useVariable('font-size');`, flags: [] },
  { why: 'activate of a licence', code: `license.activate('AB-12');`, flags: [] },
  { why: 'decide of a judge', code: `const verdict = judge.decide('case-1');`, flags: [] },
  { why: 'a method named has on a Set', code: `const seen = new Set();\nif (seen.has('new-nav')) run();`, flags: [] },
  { why: 'getConfig that is not an SDK call', code: `import { getConfig } from './config';\nconst url = getConfig('api-url');`, flags: [] },
  {
    why: 'flags of a package that is not about features',
    code: `import { flag } from 'country-flags';\nconst svg = flag({ key: 'de' });`,
    flags: [],
  },
  {
    why: 'importing, starting and closing a client evaluates nothing',
    code: `import { init } from '@launchdarkly/node-server-sdk';
const client = init('key');
await client.waitForInitialization({ timeout: 5 });
client.on('update:new-nav', reload);
await client.close();`,
    flags: [],
  },
  {
    why: 'fetching all flags at once evaluates none of them',
    code: `import { useFlags } from 'launchdarkly-react-client-sdk';\nexport function useAll() {\n  const flags = useFlags();\n  return flags;\n}`,
    flags: [],
  },
  {
    why: 'the evaluation alone, not later uses of the stored value',
    code: `import { isEnabled } from 'unleash-client';\nconst isNew = isEnabled('new-nav');\nif (isNew) run();\nif (!isNew) stop();`,
    flags: ['2: new-nav unleash high'],
  },
  {
    why: 'tracking an event of a flag service',
    code: `import posthog from 'posthog-js';\nposthog.capture('new-nav', { clicked: true });\nposthog.identify('user-1');`,
    flags: [],
  },
  {
    why: 'the loading state that comes with a bag',
    code: `import { useFlags } from '@happykit/flags';\nconst { loading, error } = useFlags();\nif (loading) wait();`,
    flags: [],
  },
  {
    why: 'passing an SDK function on without calling it',
    code: `import { useFlags } from 'launchdarkly-react-client-sdk';\nexport const hooks = { useFlags };`,
    flags: [],
  },
]);

import { testFlagCases } from './flag-cases.js';

testFlagCases('home-made flag functions', [
  { why: 'isFeatureEnabled', code: `if (isFeatureEnabled('new-nav')) run();`, flags: ['1: new-nav home-made high'] },
  {
    why: 'a helper that takes the data first',
    code: `const on = isFlagActive(runtime, 'phone_launch');`,
    flags: ['1: phone_launch home-made high'],
  },
  { why: 'a negated question', code: `if (!isFeatureFlagEnabled('old-nav')) stop();`, flags: ['1: old-nav home-made high'] },
  {
    why: 'a question with an adjective',
    code: `const a = isFeaturePreviewEnabled('hail-batch');`,
    flags: ['1: hail-batch home-made high'],
  },
  { why: 'a hook', code: `const on = useFeatureFlag('AREnableNewHome');`, flags: ['1: AREnableNewHome home-made high'] },
  {
    why: 'a hook with words between',
    code: `const on = useIsFeatureEnabled('IS_WORKFLOW_ENABLED');`,
    flags: ['1: IS_WORKFLOW_ENABLED home-made high'],
  },
  {
    why: 'a question about somebody',
    code: `if (await doesTeamHaveFeatureFlagOn(team, 'new-nav')) run();`,
    flags: ['1: new-nav home-made high'],
  },
  {
    why: 'an object that does what it is called, with a command that holds the key',
    code: `class A { constructor(private getFeatureFlag: GetFeatureFlag) {}
      async run() { const on = await this.getFeatureFlag.execute(GetFeatureFlagCommand.create({ userId: 'system', key: 'new-nav' })); if (on) go(); } }`,
    flags: ['2: new-nav home-made high'],
  },
  {
    why: 'the variant that an object of flags gives',
    code: `const variant = context.featureFlags?.getVariant('checkout-redesign');`,
    flags: ['1: checkout-redesign home-made high'],
  },
  {
    why: 'the value that a service of flags gives',
    code: `const KEY = 'new-nav';
      class A { constructor(private toggles: Store) {}
        a$ = this.featureToggleService.getValue(KEY, false);
        b = this.featureToggleService.getValueOnce('old-nav', []); }`,
    flags: ['3: new-nav home-made high', '4: old-nav home-made high'],
  },
  {
    why: 'flags in the configuration of a part',
    code: `if (!uiConfig.flags.billing) stop();`,
    flags: ['1: billing home-made medium'],
  },
  { why: 'what a plan includes', code: `if (hasCommercialFeature('sso') || hasPremiumFeature('scim')) run();`, flags: [] },
  {
    why: 'experiments that are records',
    code: `const { experimentsMap, mutateExperiments } = useExperiments();\nuse(experimentsMap, mutateExperiments);`,
    flags: [],
  },
  {
    why: 'features that are bits of a set, as compilers have',
    code: `enum Feature { None = 0, Simd = 1 << 4, Threads = 1 << 5 }\nif (checkFeatureEnabled(ctx, Feature.Simd) && isFeatureEnabled(Feature.Threads)) run();`,
    flags: [],
  },
  {
    why: 'an enum of features without values',
    code: `enum Feature { NewNav, DarkMode }\nif (isFeatureEnabled(Feature.NewNav)) run();`,
    flags: ['2: ? home-made high'],
  },
  { why: 'layers of a map', code: `if (isFeatureLayerEnabled(map, 'roads')) draw();`, flags: [] },
  { why: 'something about one kind of experiment', code: `if (isExperimentIncrementalEnabled(settings, experiment)) run();`, flags: [] },
  {
    why: 'the flags of an account are bits, not features',
    code: `function run(flags: AccountFlags) { if (flags.suspended) stop(); }`,
    flags: [],
  },
  {
    why: 'options of a function that are called flags',
    code: `function publish(flags: PublishOverrideFlags) { if (flags.skipHooks) stop(); }`,
    flags: [],
  },
  {
    why: 'a record about experiments',
    code: `function run(past: PastExperimentsInterface, experiments: ExperimentsDocument) { if (past.organization && experiments.archived) stop(); }`,
    flags: [],
  },
  {
    why: 'one feature, in whatever context',
    code: `function run(feature: RevisionFeatureContext) { if (feature.archived) stop(); }`,
    flags: [],
  },
  { why: 'what the state of a form is like', code: `if (state.flags.hasEmail) show();`, flags: [] },
  {
    why: 'a function that looks at a flag among others and is not about it',
    code: `const on = useFeatureFlag('new-nav'); const shouldVerifyOnSubmit = (values) => values.country === 'US' && on; if (shouldVerifyOnSubmit(form)) run();`,
    flags: ['1: new-nav home-made high'],
  },
  { why: 'a higher-order component', code: `export const X = withFeatureFlag('new-nav')(Page);`, flags: ['1: new-nav home-made high'] },
  {
    why: 'a higher-order component with the page first',
    code: `export default withFeatureFlag(Page, 'new-nav');`,
    flags: ['1: new-nav home-made high'],
  },
  { why: 'a short hook', code: `const on = useFlag('new-nav');`, flags: ['1: new-nav home-made medium'] },
  {
    why: 'a switchboard',
    code: `if (isSwitchOn('featureSwitches.newPayment')) run();`,
    flags: ['1: featureSwitches.newPayment home-made medium'],
  },
  {
    why: 'hasFeature with the account first',
    code: `if (!(await hasFeature(collective, 'CONTACT_FORM'))) return1();`,
    flags: ['1: CONTACT_FORM home-made medium'],
  },
  {
    why: 'hasFeature with an enum member that is defined elsewhere',
    code: `import { FEATURE } from 'some-lib';\nif (hasFeature(account, FEATURE.CONTACT_FORM)) run();`,
    flags: ['2: ? home-made medium'],
  },
  {
    why: 'the state before the key',
    code: `const on = getFeatureFlag(state, 'calendar.enabled', true);`,
    flags: ['1: calendar.enabled home-made high'],
  },
  { why: 'the key as a property', code: `if (isFeatureEnabled({ flag: 'new-nav', user })) run();`, flags: ['1: new-nav home-made high'] },
  { why: 'a computed key', code: `const shown = items.filter((item) => isFeatureEnabled(item.flag));`, flags: ['1: ? home-made high'] },
  {
    why: 'the outer evaluation alone when bags are read in its arguments',
    code: `const on = isFeatureEnabled({ config: themeConfig.features[key], flag: featureFlags[key] });`,
    flags: ['1: ? home-made high'],
  },
  {
    why: 'a service',
    code: `class A { run() { if (this.featureService.isEnabled('new-nav')) go(); } }`,
    flags: ['1: new-nav home-made high'],
  },
  {
    why: 'a flag resolver in a config object',
    code: `if (config.flagResolver.isEnabled('new-nav')) go();`,
    flags: ['1: new-nav home-made high'],
  },
  { why: 'a config that is asked', code: `if (config.isEnabled('jetpack/connect')) go();`, flags: ['1: jetpack/connect home-made medium'] },
  {
    why: 'a bare isEnabled from a module of features',
    code: `import { isEnabled } from '../lib/features';\nif (isEnabled('new-nav')) go();`,
    flags: ['2: new-nav home-made high'],
  },
  {
    why: 'a function of a feature-flag module that is named after its flag',
    code: `import { enableReadmeWarning } from '../lib/feature-flag';\nif (enableReadmeWarning()) go();`,
    flags: ['2: enableReadmeWarning home-made medium'],
  },
  {
    why: 'a constant of a feature-flag module',
    code: `import { enableScopes } from 'shared/ReactFeatureFlags';\nif (enableScopes) go();`,
    flags: ['2: enableScopes home-made medium'],
  },
  {
    why: 'an element with a flag attribute',
    code: `const A = () => <FeatureToggle feature="learn" fallback={<Old />}><New /></FeatureToggle>;`,
    flags: ['1: learn home-made high'],
  },
  {
    why: 'an element of a namespace, with a constant key',
    code: `const N = { x: 'new_form' };\nconst A = () => <Kit.FeatureToggle toggleName={N.x}>{(on) => on}</Kit.FeatureToggle>;`,
    flags: ['2: new_form home-made high'],
  },
  {
    why: 'an element called Feature',
    code: `const A = () => <Feature features="organizations:views"><New /></Feature>;`,
    flags: ['1: organizations:views home-made high'],
  },
]);

testFlagCases('functions that only sound like flags', [
  { why: 'whether a user may do something is a permission', code: `if (!canUseFeature(user, FEATURE.ORDER)) refuse();`, flags: [] },
  { why: 'setting a flag is no evaluation', code: `setFeatureFlag('new-nav', true);`, flags: [] },
  { why: 'switching a feature on', code: `enableFeature('new-nav');`, flags: [] },
  { why: 'registering a flag', code: `registerFeatureFlag('new-nav', 'New navigation');`, flags: [] },
  { why: 'administering flags', code: `const copy = await cloneFeatureToggle(project, name, body);`, flags: [] },
  { why: 'metrics about a flag', code: `const rows = store.getMetricsForFeatureToggle('demo');`, flags: [] },
  {
    why: 'the definition of the helper',
    code: `export function isFeatureEnabled(key: string): boolean {\n  return store.read(key) === 'on';\n}`,
    flags: [],
  },
  { why: 'an interface that lists flags', code: `interface FeatureFlags { newNav: boolean; newTax: boolean }`, flags: [] },
  { why: 'a table that defines flags', code: `export const featureFlags = { newNav: true, newTax: false };`, flags: [] },
  { why: 'writing into the bag', code: `featureFlags.newNav = true;`, flags: [] },
  { why: 'a toggle of the user interface', code: `const [isOpen, toggle] = useToggle(false);\nif (isOpen) toggle();`, flags: [] },
  { why: 'a plan gate', code: `const access = useFeatureAccess('finance_sync');`, flags: [] },
  { why: 'the package that reads the command line', code: `import hasFlag from 'has-flag';\nif (hasFlag('no-color')) plain();`, flags: [] },
  { why: 'a bit mask', code: `if (hasFlag(node.flags, NodeFlags.Const)) run();`, flags: [] },
  { why: 'a feature of a map', code: `const feature = layer.getFeature('road-7');`, flags: [] },
  { why: 'a feature read for display', code: `const feature = getFeature('wheelchair');\nrender(feature);`, flags: [] },
  { why: 'role and permission questions', code: `if (hasPermission('edit-users') || isAdmin(user) || can('read')) run();`, flags: [] },
  { why: 'a marketing card', code: `const A = () => <Feature name="fast" title="Fast" icon={icon} />;`, flags: [] },
  { why: 'a card whose name is prose', code: `const A = () => <Feature name="Real-time collaboration" />;`, flags: [] },
  { why: 'a provider of flags', code: `const A = () => <FeatureFlagProvider flags={flags}><App /></FeatureFlagProvider>;`, flags: [] },
  { why: 'a country flag', code: `const A = () => <Flag country={code} size="small" />;`, flags: [] },
  { why: 'an enabled button', code: `const A = () => <Button enabled={isEnabled} onClick={toggle} />;`, flags: [] },
  { why: 'a setting that is enabled', code: `if (plugin.isEnabled('spellcheck')) run();`, flags: [] },
  { why: 'a switch of the user interface', code: `if (isSwitchOn(ref.current)) run();`, flags: [] },
  { why: 'an active tab', code: `if (tabs.isActive('billing')) run();`, flags: [] },
  { why: 'an enabled state without a flag', code: `if (this.input.isEnabled()) run();`, flags: [] },
  {
    why: 'a helper of a feature-flag module that gives no flag',
    code: `import { resetFlags } from './feature-flags';\nresetFlags();`,
    flags: [],
  },
  { why: 'the type of a feature', code: `switch (feature.type) { case 'point': break; default: draw(feature); }`, flags: [] },
  { why: 'a gate of a game', code: `if (gate.isOpen('north')) walk();`, flags: [] },
  { why: 'the name of a flag as an event', code: `track('feature_flag_seen', { flag: 'new-nav' });`, flags: [] },
]);

testFlagCases('bags of flags', [
  {
    why: 'a bag by its name',
    code: `export const A = ({ featureFlags }) => (featureFlags.newNav ? <New /> : <Old />);`,
    flags: ['1: newNav home-made high'],
  },
  { why: 'the same through an optional chain', code: `if (props.featureFlags?.newNav) run();`, flags: ['1: newNav home-made high'] },
  {
    why: 'a bag in the configuration',
    code: `if (config.featureToggles.nestedFolders) run();`,
    flags: ['1: nestedFolders home-made high'],
  },
  { why: 'a computed member', code: `const on = window.featureFlags[name];`, flags: ['1: ? home-made medium'] },
  {
    why: 'a member by a constant key',
    code: `const NAV = 'new-nav';\nif (featureFlags[NAV]) run();`,
    flags: ['2: new-nav home-made high'],
  },
  {
    why: 'a list of enabled flags',
    code: `if (enabledFeatureFlags.includes('NewSidebar')) run();`,
    flags: ['1: NewSidebar home-made high'],
  },
  {
    why: 'the same in a template literal',
    code: 'const A = (props) => <div className={`bar ${props.enabledFeatureFlags.includes("NewSidebar") ? "wide" : ""}`} />;',
    flags: ['1: NewSidebar home-made high'],
  },
  {
    why: 'features that a typed parameter holds',
    code: `function blocks(features: TFeatures) {\n  if (features.debug) run();\n}`,
    flags: ['2: debug home-made medium'],
  },
  {
    why: 'features from a context',
    code: `const A = () => {\n  const features = useContext(FeaturesContext);\n  return <Row wide={features['new-search']} />;\n};`,
    flags: ['3: new-search home-made high'],
  },
  {
    why: 'features from a function that gives them',
    code: `const features = getFeatures(config, cookies);\nif (!features.litigation) stop();`,
    flags: ['2: litigation home-made high'],
  },
  {
    why: 'flags that a hook of the application gives',
    code: `const A = () => {\n  const { flags } = useWorkspace();\n  return flags?.siteVisits && <B />;\n};`,
    flags: ['3: siteVisits home-made medium'],
  },
  {
    why: 'flags that were awaited',
    code: `const flags = await getFeatureFlags({ workspaceId });\nconst options = { ...(flags.noProration ? { a: 1 } : {}) };`,
    flags: ['2: noProration home-made high'],
  },
  {
    why: 'a home-made hook with defaults, destructured and renamed',
    code: `import { useFlags } from 'shared/featureFlags';\nconst { tokenless: isTokenless } = useFlags({ tokenless: false });`,
    flags: ['2: tokenless home-made high'],
  },
  {
    why: 'features of the Angular environment',
    code: `if (!environment.features.instantQuote) stop();`,
    flags: ['1: instantQuote home-made medium'],
  },
  {
    why: 'features of an organization as a list',
    code: `if (organization.features.includes('replay')) run();`,
    flags: ['1: replay home-made medium'],
  },
  {
    why: 'a bare list with a key written like a flag',
    code: `if (features.includes('new-billing')) run();`,
    flags: ['1: new-billing home-made medium'],
  },
  {
    why: 'features imported from a module of that name, where their truth decides',
    code: `import { features } from '@web/lib/features.js';\nconst a = features.sheets ? 1 : 2;\nsend(features.sheets);`,
    flags: ['2: sheets home-made medium'],
  },
  {
    why: 'features of an untyped parameter, where their truth decides',
    code: `const A = ({ features }) => <div title={features.title}>{features.debug && <B />}</div>;`,
    flags: ['1: debug home-made low'],
  },
  {
    why: 'flags of a Vue mixin',
    code: `const a = { computed: { isNew() { return this.glFeatures.newNav; } } };`,
    flags: ['1: newNav home-made medium'],
  },
]);

testFlagCases('features and flags that are no bag', [
  {
    why: 'the features of a pricing page',
    code: `const A = ({ plan }) => <ul>{plan.features.map((feature) => <li>{feature}</li>)}</ul>;`,
    flags: [],
  },
  {
    why: 'a list of features that is also tested',
    code: `const A = ({ features }: { features: Feature[] }) => features.length > 0 && features.map(row);`,
    flags: [],
  },
  { why: 'what a plan includes', code: `if (plan.features.includes('sso')) run();`, flags: [] },
  { why: 'what a licence grants', code: `function limits(features: LicenseFeatures) {\n  if (features.whitelabel) run();\n}`, flags: [] },
  { why: 'what a car has', code: `if (car.features.airbag) run();`, flags: [] },
  { why: 'options of an editor', code: `const bold = features.includes('bold') ? on : off;`, flags: [] },
  { why: 'flags of a regular expression', code: `if (pattern.flags.includes('g')) run();`, flags: [] },
  { why: 'flags of the command line', code: `const { flags } = await this.parse(Deploy);\nif (flags.verbose) log();`, flags: [] },
  { why: 'options of the command line', code: `const optionFlags = splitOptionFlags(text);\nuse(optionFlags.shortFlag);`, flags: [] },
  { why: 'a bit field', code: `if (symbol.flags & 4) run();`, flags: [] },
  { why: 'features of a map', code: `const features = map.queryRenderedFeatures(point);\nif (features[0]) run();`, flags: [] },
  {
    why: 'a GeoJSON collection',
    code: `const data = { type: 'FeatureCollection', features: [] };\ndraw(data.features.length);`,
    flags: [],
  },
  { why: 'state that a component calls flags', code: `const [flags, setFlags] = useState(null);\nif (flags.dismissed) hide();`, flags: [] },
  { why: 'ids and dates in a bag', code: `const a = featureFlags.tenantId === id && featureFlags.updatedAt;`, flags: [] },
  { why: 'constants that hold keys', code: `const FLAGS = { NEW_NAV: 'new-nav' };\nsend(FLAGS.NEW_NAV);`, flags: [] },
  { why: 'importing the bag', code: `import { featureFlags } from './flags';\nexport { featureFlags };`, flags: [] },
  { why: 'handing the bag on', code: `const A = ({ featureFlags }) => <B featureFlags={featureFlags} />;`, flags: [] },
  { why: 'reading the size of a bag', code: `if (Object.keys(featureFlags).length === 0) load();`, flags: [] },
  {
    why: 'values that a module of features only lists',
    code: `import { features } from './features';\nexport const rows = features.map((row) => row.enabled && row.title);`,
    flags: [],
  },
  { why: 'pictures of country flags', code: `import { flags } from './flags';\nconst A = () => <img src={flags.germany} />;`, flags: [] },
  { why: 'keys that another package defines', code: `import { FEATURE_FLAGS } from 'keys';\nsend(FEATURE_FLAGS.NEW_NAV);`, flags: [] },
  { why: 'properties of the country', code: `const src = flags[country];`, flags: [] },
]);

testFlagCases('configured functions', [
  {
    why: 'a bare name, as a function and as a method',
    code: `if (isOn('nav')) run();\nif (this.x.isOn('tax')) run();`,
    flags: ['1: nav configured high', '2: tax configured high'],
    config: { flagFunctions: ['isOn'] },
  },
  {
    why: 'a dotted name',
    code: `if (app.features.enabled('nav')) run();`,
    flags: ['1: nav configured high'],
    config: { flagFunctions: ['features.enabled'] },
  },
  {
    why: 'an element',
    code: `const A = () => <Gate flag="nav"><B /></Gate>;`,
    flags: ['1: nav configured high'],
    config: { flagFunctions: ['Gate'] },
  },
  { why: 'a computed key', code: `const on = isOn(key);`, flags: ['1: ? configured high'], config: { flagFunctions: ['isOn'] } },
  {
    why: 'another function of the same object',
    code: `if (app.features.list('nav')) run();`,
    flags: [],
    config: { flagFunctions: ['features.enabled'] },
  },
  {
    why: 'the same last name on another object',
    code: `if (button.enabled('nav')) run();`,
    flags: [],
    config: { flagFunctions: ['features.enabled'] },
  },
]);

import { wordsOf } from './words.js';

/**
 * How teams name feature flags when no SDK is in sight. Everything here looks at names alone; what else must be true of a use is
 * decided in flag-conventions.ts. `strong` names are used for nothing else, `weak` ones need more evidence.
 */
export type Strength = 'strong' | 'weak';

const asking =
  '(is|are|has|have|use|use is|get|get is|check|check is|can|should|evaluate|eval|read|resolve|require|with|when|if|select|in)';
const flagNoun = '(feature|flag|experiment|killswitch)';
const flagCompound = '(feature (flag|toggle|switch|gate)|kill switch)';
const stateWord = '(enabled|active|on|disabled|off|inactive|activated)';
/** Words between verb and flag that say that a list or something about flags is asked for. */
const adjectives = '( (?!for|by|of|from|all|list|metrics?|events?|id|key)\\w+){0,2}';

const strongQuestion = [
  new RegExp(
    `^(${asking}${adjectives} )?${flagNoun}( (flag|toggle|switch|gate|key|name|preview|option))? (is )?${stateWord}( (for|in|by) \\w+)?$`,
  ),
  // `doesOrgHaveFeatureFlagOn`
  new RegExp(`^(do|does|did)( \\w+){1,4} have ${flagCompound}( ${stateWord})?$`),
  new RegExp(
    `^(${asking}${adjectives} )?${flagCompound}( (value|state|status|variant|payload|variation|enabled|boolean|bool))?( (for|by) \\w+)?$`,
  ),
  /^(is|use is|check|has) (\w+ )?feature preview( enabled)?$/,
  /^(is|use is) beta (feature )?enabled$/,
];

const weakQuestion =
  /^((has|have|use|get|check|is|supports|should use|when|if|with)( \w+)? (feature|flag|toggle|gate|experiment|beta|variant|feature preview)( (value|enabled))?|feature|flag|toggle value|use toggle value|in experiment|feature (on|is on)|is switch(ed)? on)$/;

/** What a customer has paid for is no flag, as little as what a user may do. */
const ofPlan = /\b(commercial|premium|paid|licen[cs]ed?|entitled?|entitlement|plan|subscription|tier) feature\b/;

/** Whether a function of this name asks for the flag that its argument names: `isFeatureEnabled`, `useFeatureFlag`, `hasFeature`. */
export function flagQuestion(name: string): Strength | null {
  const text = wordsOf(name).join(' ');
  // A package of this name reads the command line.
  if (text === 'has flag' || ofPlan.test(text)) return null;
  if (strongQuestion.some((pattern) => pattern.test(text))) return 'strong';
  return weakQuestion.test(text) ? 'weak' : null;
}

const methodsOfFlags = new Set([
  'isEnabled',
  'enabled',
  'isActive',
  'isOn',
  'isOff',
  'isDisabled',
  'isSet',
  'isActivated',
  'evaluate',
  'variation',
  'getVariant',
  'getVariation',
  'getTreatment',
]);
const membershipOfFlags = new Set(['includes', 'has', 'get', 'contains', 'indexOf', 'getBoolean', 'getValue', 'check']);

/** Whether a method asks an object that holds flags for one: `features.isEnabled(…)` (strong), `featureFlags.includes(…)` (weak). */
export function flagMethod(written: string): Strength | null {
  const name = written.replace(/(Once|Sync|Async)$/, '');
  if (methodsOfFlags.has(name)) return 'strong';
  return membershipOfFlags.has(name) ? 'weak' : null;
}

const strongBag =
  /^(\w+ )*(feature (flags|toggles|switches|gates)|flag values|toggle values|(enabled|active|experimental|beta|remote|ld|launch darkly|gl|unleash) (features|flags|toggles|experiments|feature variants)|feature flag (map|values|state|set))$/;
const weakBag = /^((\w+ )?(flags|features|toggles|experiments))$/;
/** Qualifiers that make a list of something else: product features, map features, command-line flags. */
const otherBag =
  /^(cli|option|server|license|licence|entitlement|commercial|past|account|publish|override|command|re|regex|regexp|compiler|build|ts|node|type|symbol|object|mode|bit|open|file|access|permission|plan|pricing|product|key|main|top|all|map|geo|geojson|selected|premium|card|amenity|browser|css|country|language|message|user|tier|hotel|room|car|property|list|new|old|other|vector|layer|point|line|polygon|font|report|content|red|dirty|parser|lint|process|arg|args) /;

/** Whether a variable or member of this name holds flags by name: `featureFlags` (strong), `features` (weak). */
export function flagBag(name: string): Strength | null {
  const text = wordsOf(name).join(' ');
  if (strongBag.test(text)) return 'strong';
  return weakBag.test(text) && !otherBag.test(text) ? 'weak' : null;
}

const bagSource =
  /^((use|get|fetch|load|select|read|resolve|evaluate|with|provide|inject|make|create) )?(\w+ )*(features|flags|toggles|experiments|feature (flag|toggle) (map|values|state|set|context))( \w+)?$/;
/** Bits and options of something that is named, records of a database and what functions are called with. */
const otherSource =
  /\b(account|user|bit|mode|file|node|type|symbol|publish|override|option|command|past|commercial) (flags|experiments|features)\b| (interface|document|entity|model|row|record|dto|input|args|params|options)$/;
const bagContext = /\b(features?|feature flags?|flags?|toggles?)( \w+)? (context|store|provider|service|state|atom|selector)$/;

/** Whether what a function, hook, context or type of this name gives holds flags: `useFeatures`, `FeaturesContext`, `TFeatureFlags`. */
export function flagBagSource(name: string): boolean {
  const text = wordsOf(name).join(' ');
  if (/\b(parse|cli|args|render|query|vector|geo|geojson|map|regexp?|licen[cs]e|entitlements?|plan|pricing|product|editor)\b/.test(text))
    return false;
  return (bagSource.test(text) && !otherSource.test(text)) || bagContext.test(text);
}

const service =
  /\b(features?|flags?|toggles?|unleash|launch darkly|growth ?book|flagsmith|posthog|statsig|optimizely|open ?feature|experiments?|labs|remote config|ld client|ff|devcycle|configcat|split client|kill ?switch(es)?)\b/;

/** Whether an object of this name is a flag service: `featureService`, `unleash`, `ldClient`. */
export function flagService(name: string): boolean {
  return service.test(wordsOf(name).join(' '));
}

/** Whether an object is named as the service of nothing but flags: `featureToggleService`; what it is asked for is a flag. */
export function isFlagStore(name: string): boolean {
  return /\bfeature (flags?|toggles?|switch(es)?)\b/.test(wordsOf(name).join(' '));
}

const flagElement =
  /^(if |when |with |show if |only if )?(feature|flag|flagged|feature flag|feature toggle|feature gate|feature switch|feature flagged|flag gate|toggle feature|toggler|toggle gate|experiment gate)( (enabled|disabled|active|on|off|gate|guard|wrapper|toggle|hoc|component))?$/;

/** Whether an element of this name shows its children only when a flag is on: `FeatureToggle`, `IfFeature`. */
export function flagComponent(name: string): boolean {
  return flagElement.test(wordsOf(name).join(' '));
}

/** Attributes of such elements that name the flag, most telling first. */
export const flagAttributes: readonly string[] = [
  'flag',
  'flagKey',
  'featureFlag',
  'feature',
  'featureName',
  'flagName',
  'featureKey',
  'toggle',
  'toggleName',
  'features',
  'flags',
  'name',
  'with',
  'without',
  'id',
];

/** Whether a module holds flags: `lib/feature-flags`, `shared/ReactFeatureFlags`. */
export function flagModule(source: string): boolean {
  const file = source
    .replace(/\.[cm]?[jt]sx?$/, '')
    .split('/')
    .filter((part) => part !== 'index');
  const text = wordsOf(file.at(-1) ?? '').join(' ');
  return /\bfeature (flags?|toggles?|switch(es)?|gates?)\b/.test(text);
}

const flagVariable =
  /(^|_)(FEATURE|FEATURES|FF|FLAG|TOGGLE|ENABLE|ENABLED|DISABLE|DISABLED|EXPERIMENT|EXPERIMENTAL|BETA|KILLSWITCH|KILL_SWITCH|PREVIEW|ROLLOUT)(_|$)|_V[2-9]$/;
/** Switches of tools, machines and tests: turning them changes how the program runs, not what the product offers. */
const technicalVariable =
  /(^|_)(CI|DEBUG|VERBOSE|LOG|LOGS|LOGGER|LOGGING|TRACE|TRACING|TEST|TESTS|E2E|JEST|CYPRESS|PLAYWRIGHT|VITEST|COVERAGE|ANALYZE|ANALYZER|BUNDLE|PROFILE|PROFILER|PROFILING|SOURCEMAP|SOURCEMAPS|SOURCE_MAP|NODE|NPM|YARN|DOCKER|SSL|TLS|HTTPS|SMTP|REDIS|DB|DATABASE|POSTGRES|MYSQL|MONGO|SENTRY|TELEMETRY|OTEL|METRICS|PROMETHEUS|CACHE|COMPRESSION|COLOR|COLORS|MOCK|MOCKS|MSW|STORYBOOK|HMR|HOT|WATCH|MINIFY|ESLINT|LINT|TYPECHECK|SWC|BABEL|WEBPACK|VITE_DEV|PROXY|CORS|SWAGGER|GRAPHIQL|PLAYGROUND|INTROSPECTION|DEVTOOLS|PWA|SERVICE_WORKER|STANDALONE|SKIP)(_|$)/;

/** Endings of variables that hold a value rather than a switch; being set does not make such a variable a toggle. */
const valueVariable =
  /_(LIMIT|URL|URI|PAYLOAD|KEY|KEYS|ID|IDS|SECRET|TOKEN|PATH|DIR|FILE|HOST|PORT|NAME|NAMES|VERSION|MAXAGE|TTL|TIMEOUT|INTERVAL|COUNT|SIZE|PERCENT|PERCENTAGE|LIST|LEVEL|CONFIG|TYPE|MODE|API|DOMAIN|EMAIL|REGEX|PATTERN)$/;

/** Whether an environment variable of this name switches a feature: `FEATURE_X`, `ENABLE_X`, `X_ENABLED`, `X_V2`; tools' own switches are weak. */
export function flagEnvironmentName(name: string): Strength | null {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name) || !flagVariable.test(name)) return null;
  return technicalVariable.test(name) ? 'weak' : 'strong';
}

/** Whether a text could be a flag's key: no prose, no path, at least three characters. */
export function looksLikeFlagKey(text: string): boolean {
  return /^[A-Za-z][\w:./-]{1,79}[\w]$/.test(text) && !/\.(js|ts|json|svg|png|css|html?)$/.test(text) && !/^https?:/.test(text);
}

const notKeys = new Set(
  (
    'map filter forEach reduce find findIndex some every includes length push pop join slice splice concat sort keys values entries has get set ' +
    'size toString hasOwnProperty at flat flatMap indexOf isLoading loading isReady ready error errors data refetch isFetching isError isSuccess ' +
    'status refresh subscribe dispatch update reset id name type title description constructor prototype then catch finally default'
  ).split(' '),
);

/** Whether a member of a bag of flags can be a flag; methods of lists and the state of a request are not. */
export function isFlagMember(name: string): boolean {
  if (/^(mutate|refetch|load|fetch|set|add|update|remove|delete|create)[A-Z]|[a-z](Map|List|Set)$/.test(name)) return false;
  return name.length > 2 && !notKeys.has(name) && !/^\d|^\$|^_|(Id|Ids|At|Count|Date|Url|URL|Name)$/.test(name);
}

/** Methods that only a list has: an object that they are called on is no bag of flags. */
export const listMembers: ReadonlySet<string> = new Set([
  'map',
  'filter',
  'forEach',
  'reduce',
  'length',
  'push',
  'join',
  'slice',
  'splice',
  'concat',
  'sort',
  'flatMap',
]);

/** Whether an environment variable holds a text or number, judged by how its name ends: `FEATURE_API_URL`, `BETA_USERS_LIMIT`. */
export function isValueVariable(name: string): boolean {
  return valueVariable.test(name);
}

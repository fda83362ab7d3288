/**
 * Which calls and accesses are worth keeping. Facts know no customers and no configuration, so these patterns are about form alone:
 * they decide how much is kept, never what is a finding.
 */

/** Functions whose result is asked as a question: `isAcme()`, `canExport`, `hasFeature`. */
const predicateName =
  /^(is|has|have|had|can|could|should|would|will|was|were|are|does|did|do|must|may|use|show|hide|enable|disable|allow|support|supports|need|needs|require|requires|include|includes|exclude|belongs|matches|check|in|for|only)(?=[A-Z_]|$)/;

const gateParts =
  'if only for show hide when unless not is with without require requires required guard gate restrict restricted limit limited'
    .concat(' except exclude match case visible allow allowed')
    .split(' ')
    .map((part) => `[${part.charAt(0)}${part.charAt(0).toUpperCase()}]${part.slice(1)}`)
    .join('|');

/** Parts of names that let something be for some only: `requireTenant`, `<OnlyFor>`, `@Restricted`. */
const gateName = new RegExp(`(?:^|[a-z])(?:${gateParts})(?=[A-Z]|$)`);

/** Attributes that say for whom an element is. */
const gateAttribute = /^(only|onlyFor|for|is|not|except|unless|exclude|include|allow|when)$/;

/** Methods that ask whether a value is one of, or looks like, something. */
const membershipMethods = new Set([
  'includes',
  'has',
  'some',
  'every',
  'indexOf',
  'startsWith',
  'endsWith',
  'test',
  'match',
  'search',
  'equals',
  'localeCompare',
  'contains',
  'find',
  'findIndex',
  'isEqual',
  'eq',
  'propEq',
  'pathEq',
  'whereEq',
]);

/** Calls that check or log something: their arguments are expectations and messages, not decisions. */
const bystanderRoot =
  /^(expect|assert|describe|it|test|beforeEach|afterEach|sinon|jest|vi|cy|chai|console|log|logger|utils\.log\w*|z|yup|Joi|PropTypes|t)$/;

/** Words of the flag trade, in any part of a name. */
const flagName =
  /feature|flag|toggle|experiment|variation|variant|treatment|gate|enabled|active|ison$|isoff$|beta|preview|rollout|killswitch/i;

/** Functions that give back their first argument, or what it returns, as far as its value matters. */
const wrapperName =
  /^(freeze|seal|memo|useMemo|useCallback|cache|memoize|once|readonly|ref|shallowRef|computed|observer|forwardRef|createSelector|signal|derived|useSelector|useAppSelector|useStore)$/;

/** Roots of environment variables. */
const environmentName = /^(env|process|import\.meta|Deno|Bun)$/;

/** Names that are written like constants: `ACME_ID`, `Tenant.Acme`. */
export const constantName = /^[A-Z][A-Z0-9_]*$/;

export function asksQuestion(name: string): boolean {
  return predicateName.test(name) || membershipMethods.has(name);
}

/** `Object.freeze(x)`, `useMemo(() => x)`, `memoize(f)` */
export function wrapsValue(name: string): boolean {
  return wrapperName.test(name);
}

/** Whether a call chain starts at a test framework, logger or schema builder: `expect(x).to.equal('y')`. */
export function isBystander(root: string): boolean {
  return bystanderRoot.test(root);
}

export function namesGate(name: string): boolean {
  return gateName.test(name);
}

export function isGateAttribute(name: string): boolean {
  return gateAttribute.test(name);
}

export function mentionsFlag(name: string): boolean {
  return flagName.test(name);
}

export function isEnvironmentRoot(name: string): boolean {
  return environmentName.test(name);
}

/** A text that could be a key, slug, id, host or path, as opposed to prose. */
export function looksLikeKey(text: string): boolean {
  return text.length > 0 && text.length <= 100 && !/[\s<>{}]/.test(text.trim());
}

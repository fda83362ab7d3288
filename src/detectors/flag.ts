import type { Facts } from '../facts/facts.js';
import type { Flags } from '../link/flags.js';
import type { Workspace } from '../link/workspace.js';
import { nameAt, type Draft } from './draft.js';
import { flagSites, type FlagSite } from './flag-sites.js';

/** Evaluations of feature flags: SDK calls, home-made and configured functions, bags of flags, environment toggles. */
export function detectFlags(workspace: Workspace, path: string, facts: Facts): Draft[] {
  return flagSites(path, facts, workspace.flags)
    .filter((site) => !isOnlyDefined(path, site, workspace.flags))
    .map((site) => draftOf(workspace, facts, site));
}

/**
 * In `const hasFlag = (key) => featureFlags[key]` the evaluation is where `hasFlag` is called, in its own body it is only defined. A call of
 * an SDK with the caller's key is kept: there the product meets the service.
 */
function isOnlyDefined(path: string, site: FlagSite, flags: Flags): boolean {
  if (site.value.provider !== 'home-made' || site.key.text !== null || site.parent < 0) return false;
  const wrapper = flags.wrappers.at(path, site.parent);
  return wrapper !== null && typeof wrapper.key !== 'string';
}

function draftOf(workspace: Workspace, facts: Facts, site: FlagSite): Draft {
  const { key, value, region, text } = site;
  const mentioned = key.text === null ? [] : workspace.customers.mentionedIn(key.text);
  const customers = mentioned.filter(({ source, confidence }) => source === 'configured' || confidence === 'high');
  return {
    kind: 'flag',
    span: { start: site.start, end: site.end },
    region,
    customers: customers.map(({ id }) => id),
    confidence: value.confidence,
    evidence: [...value.evidence, ...customers.map(({ name }) => `Its key names ${name}.`)],
    text,
    within: nameAt(facts, site.parent),
    flag: { key: key.text, provider: value.provider },
  };
}

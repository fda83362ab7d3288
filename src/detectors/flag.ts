import type { Facts } from '../facts/facts.js';
import type { Flags } from '../link/flags.js';
import type { Workspace } from '../link/workspace.js';
import { nameAt, type Draft } from './draft.js';
import { flagSites, type FlagSite } from './flag-sites.js';

/** Evaluations of feature flags: SDK calls, home-made and configured functions, bags of flags, environment toggles. */
export function detectFlags(workspace: Workspace, path: string, facts: Facts): Draft[] {
  return flagSites(path, facts, workspace.flags)
    .filter((site) => !isInsideWrapper(path, site, workspace.flags))
    .map((site) => draftOf(workspace, facts, site));
}

/** In `const useFlag = (key) => client.isEnabled(key)` the evaluation is where `useFlag` is called. */
function isInsideWrapper(path: string, site: FlagSite, flags: Flags): boolean {
  const wrapper = site.key.text === null && site.parent >= 0 ? flags.wrappers.at(path, site.parent) : null;
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

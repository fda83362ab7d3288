import type { Facts } from '../facts/facts.js';
import type { Flags } from '../link/flags.js';
import { flagSites, type FlagSite } from './flag-sites.js';

/** The places of a file where feature flags are evaluated, in the order of the text. */
export function detectFlagSites(path: string, facts: Facts, flags: Flags): readonly FlagSite[] {
  return flagSites(path, facts, flags).filter((site) => !isInsideWrapper(path, site, flags));
}

/** In `const useFlag = (key) => client.isEnabled(key)` the evaluation is where `useFlag` is called. */
function isInsideWrapper(path: string, site: FlagSite, flags: Flags): boolean {
  const wrapper = site.key.text === null && site.parent >= 0 ? flags.wrappers.at(path, site.parent) : null;
  return wrapper !== null && typeof wrapper.key !== 'string';
}

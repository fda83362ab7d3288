import { at, has, isBoolean, textOf } from './document.js';
import { define, named, type FlagReader } from './reader.js';

/** A flag's own YAML file as GitLab keeps them: `name`, `type`, `default_enabled` and where it came from. What it is is decided at run time. */
export const readGitLab: FlagReader = (document) => {
  const { root, path } = document;
  const key = named(at(root, 'name'));
  const isFlag = isBoolean(at(root, 'default_enabled')) && textOf(at(root, 'type')) !== null;
  const isTracked = ['introduced_by_url', 'rollout_issue_url', 'milestone', 'group'].some((one) => has(root, one));
  if (!key || !isFlag || !isTracked || !/(^|\/)feature_flags\//.test(path)) return [];
  const details = {
    owner: textOf(at(root, 'group')),
    created: textOf(at(root, 'milestone')),
    isPermanent: textOf(at(root, 'type')) === 'ops',
  };
  return [define(document, 'home-made', key, [], details)];
};

import { usualUrl, type TrackerType } from '../model/tracker.js';
import type { Translate } from './translate.js';

/** What people have to be asked to connect a tracker. */
export interface TrackerTraits {
  readonly label: string;
  /** An address to go by; null where none is asked for. */
  readonly example: string | null;
  /** What the parts of the tracker are called whose items are read; null where there are none. */
  readonly projects: ((t: Translate) => string) | null;
  readonly needsProjects: boolean;
  /** What the name beside the token is; null where the token is enough. */
  readonly user: ((t: Translate) => string) | null;
  readonly token: (t: Translate) => string;
}

const plain = { projects: null, needsProjects: false, user: null, token: (t: Translate) => t('Access token') };

export const trackerTraits: Readonly<Record<TrackerType, TrackerTraits>> = {
  'jira-cloud': {
    ...plain,
    label: 'Jira Cloud',
    example: 'https://example.atlassian.net',
    projects: (t) => t('Project keys, such as PROD, SUP'),
    needsProjects: true,
    user: (t) => t('E-mail address of your account'),
    token: (t) => t('API token'),
  },
  'jira-data-center': {
    ...plain,
    label: 'Jira Data Center',
    example: 'https://jira.example.com',
    projects: (t) => t('Project keys, such as PROD, SUP'),
    needsProjects: true,
    token: (t) => t('Personal access token'),
  },
  github: {
    ...plain,
    label: 'GitHub Issues',
    example: usualUrl('github'),
    projects: (t) => t('Repositories, such as owner/name'),
    needsProjects: true,
    token: (t) => t('Personal access token'),
  },
  gitlab: {
    ...plain,
    label: 'GitLab',
    example: usualUrl('gitlab'),
    projects: (t) => t('Projects, such as group/name'),
    needsProjects: true,
  },
  linear: {
    ...plain,
    label: 'Linear',
    example: usualUrl('linear'),
    projects: (t) => t('Team keys, such as ENG'),
    needsProjects: true,
    token: (t) => t('API key'),
  },
  'azure-boards': {
    ...plain,
    label: 'Azure DevOps Boards',
    example: 'https://dev.azure.com/example',
    projects: (t) => t('Projects'),
    needsProjects: true,
    token: (t) => t('Personal access token'),
  },
  aha: {
    ...plain,
    label: 'Aha!',
    example: 'https://example.aha.io',
    projects: (t) => t('Product keys'),
    needsProjects: true,
    token: (t) => t('API key'),
  },
  redmine: {
    ...plain,
    label: 'Redmine',
    example: 'https://redmine.example.com',
    projects: (t) => t('Identifiers of projects; empty for all'),
    token: (t) => t('API key'),
  },
  shortcut: { ...plain, label: 'Shortcut', example: usualUrl('shortcut'), token: (t) => t('API token') },
  file: { ...plain, label: 'CSV / JSON', example: null },
};

export type SignInKind = 'github' | 'github-enterprise' | 'microsoft';

/** VS Code's own sign-in. */
export interface SignIn {
  readonly by: SignInKind;
  readonly label: string;
  readonly provider: string;
  readonly scopes: readonly string[];
}

const signIns: Readonly<Record<SignInKind, SignIn>> = {
  // No narrower scope reads issues of private repositories.
  github: { by: 'github', label: 'GitHub', provider: 'github', scopes: ['repo'] },
  'github-enterprise': { by: 'github-enterprise', label: 'GitHub Enterprise', provider: 'github-enterprise', scopes: ['repo'] },
  // The id of Azure DevOps in Microsoft's directory.
  microsoft: { by: 'microsoft', label: 'Microsoft', provider: 'microsoft', scopes: ['499b84ac-1321-427f-aa17-267ca6975798/.default'] },
};

export function signInOf(kind: SignInKind): SignIn {
  return signIns[kind];
}

/** Which sign-ins there are for a tracker with this API: never for another site than that of the provider. `enterprise` is the user's own site. */
export function usableSignIns(type: TrackerType, origin: string, enterprise: string): readonly SignIn[] {
  if (type === 'azure-boards') return origin === 'https://dev.azure.com' ? [signIns.microsoft] : [];
  if (type !== 'github') return [];
  if (origin === 'https://api.github.com') return [signIns.github];
  if (!URL.canParse(enterprise)) return [];
  const { protocol, host } = new URL(enterprise);
  return [host, `api.${host}`].some((own) => origin === `${protocol}//${own}`) ? [signIns['github-enterprise']] : [];
}

/** Where a token is kept in the secret storage: bound to whom it belongs to and where it may go. */
export function secretKey({ origin, account }: { readonly origin: string; readonly account: string }): string {
  return `tracker:${origin}:${account}`;
}

/** What is wrong with an address that somebody typed; null where nothing is. */
export function faultOfAddress(t: Translate, address: string): string | null {
  if (!URL.canParse(address)) return t('Write the whole address: https://…');
  const { protocol, username, password } = new URL(address);
  if (username !== '' || password !== '') return t('Leave name and password out of the address.');
  return protocol === 'https:' || protocol === 'http:' ? null : t('Write the whole address: https://…');
}

/** Whether what is sent there can be read on its way. */
export function isOpenToReaders(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** `PROD, SUP` as it was typed. */
export function readList(text: string): readonly string[] {
  return [...new Set(text.split(/[,\s]+/).filter(Boolean))];
}

/** An id for a new tracker that no other has: its type, with a number where that is taken. */
export function freeId(type: TrackerType, taken: readonly string[]): string {
  const used = new Set(taken.map((id) => id.toLowerCase()));
  for (let number = 1; ; number++) {
    const id = number === 1 ? type : `${type}-${number}`;
    if (!used.has(id)) return id;
  }
}

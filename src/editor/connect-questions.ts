import { trackerTypes, type TrackerConfig, type TrackerType } from '../model/tracker.js';
import { pick, type, type Answer, type Choice } from './quick-steps.js';
import { faultOfAddress, isOpenToReaders, readList, trackerTraits, type SignIn, type SignInKind } from './tracker-traits.js';
import type { Translate } from './translate.js';

/** What has been answered so far; what is left out has still to be asked. */
export interface Draft {
  /** The tracker, if the configuration has it already. */
  readonly known?: TrackerConfig;
  readonly type?: TrackerType;
  /** Address of the site; null for files. */
  readonly url?: string | null;
  readonly projects?: readonly string[];
  /** The origin that may get the token; null where there is none. */
  readonly origin?: string | null;
  readonly by?: SignInKind | 'token';
  readonly user?: string | null;
  /** Null where VS Code's own sign-in is used. */
  readonly token?: string | null;
}

/** What the questions need to know. */
export interface Surroundings {
  readonly t: Translate;
  readonly known: readonly TrackerConfig[];
  /** The origin of the API that has to be asked; null for files. */
  readonly originOf: (draft: Draft) => string | null;
  readonly signInsFor: (type: TrackerType, origin: string) => readonly SignIn[];
}

type Question = (around: Surroundings, draft: Draft, step: { title: string; step: number }) => Promise<Answer<Draft> | Draft>;

/** The first question that is open, asked or answered by itself; null when all is known. */
export function nextQuestion(draft: Draft): Question | null {
  if (draft.type === undefined) return askType;
  if (draft.url === undefined) return askAddress;
  if (draft.projects === undefined) return askProjects;
  if (draft.origin === undefined) return askOrigin;
  if (draft.by === undefined) return askSignIn;
  if (draft.user === undefined) return askUser;
  return draft.token === undefined ? askToken : null;
}

const askType: Question = async ({ t, known }, draft, step) => {
  const choices: readonly Choice<Draft>[] = [
    ...known.map((config) => ({
      label: config.id,
      description: trackerTraits[config.type].label,
      detail: t('In oneoff.config.json: {0}', config.url ?? config.path ?? ''),
      value: { known: config, type: config.type, url: config.url, projects: config.projects },
    })),
    ...trackerTypes.filter((each) => each !== 'file').map((each) => ({ label: trackerTraits[each].label, value: { type: each } })),
  ];
  return pick(
    step,
    t('Which tracker?'),
    choices.map((choice) => ({ ...choice, value: { ...draft, ...choice.value } })),
  );
};

const askAddress: Question = async ({ t }, draft, step) => {
  const { example } = trackerTraits[draft.type ?? 'file'];
  if (example === null) return { ...draft, url: null };
  const prompt = t('Address of the site, as you open it');
  const faultOf = (text: string): string | null => faultOfAddress(t, text);
  const isUsual = !example.includes('example');
  return then(await type(step, { prompt, placeholder: example, value: isUsual ? example : '', faultOf }), (url) => ({
    ...draft,
    url: url.replace(/\/+$/, ''),
  }));
};

const askProjects: Question = async ({ t }, draft, step) => {
  const { projects, needsProjects } = trackerTraits[draft.type ?? 'file'];
  if (!projects) return { ...draft, projects: [] };
  const faultOf = (text: string): string | null => (needsProjects && readList(text).length === 0 ? t('Name at least one.') : null);
  return then(await type(step, { prompt: projects(t), faultOf }), (text) => ({ ...draft, projects: readList(text) }));
};

const askOrigin: Question = async ({ t, originOf }, draft, step) => {
  const origin = originOf(draft);
  if (origin === null) return { ...draft, origin, by: 'token', user: null, token: null };
  const warning = isOpenToReaders(origin) ? { detail: t('Not encrypted: the token can be read on its way.') } : {};
  const yes = { label: t('Send requests and the token to {0}, and nowhere else', origin), ...warning, value: { ...draft, origin } };
  return pick(step, t('Is this the address of your tracker?'), [yes]);
};

const askSignIn: Question = async ({ t, signInsFor }, draft, step) => {
  const { type: kind = 'file', origin } = draft;
  const signIns = signInsFor(kind, origin ?? '');
  if (signIns.length === 0) return { ...draft, by: 'token' };
  const choices: readonly Choice<Draft>[] = [
    ...signIns.map(({ by, label }) => ({ label: t('Sign in with {0}', label), value: { ...draft, by, user: null, token: null } })),
    { label: trackerTraits[kind].token(t), description: t('kept in VS Code’s secret storage'), value: { ...draft, by: 'token' } },
  ];
  return pick(step, t('With whose eyes?'), choices);
};

const askUser: Question = async ({ t }, draft, step) => {
  const { user } = trackerTraits[draft.type ?? 'file'];
  if (!user) return { ...draft, user: null };
  const faultOf = (text: string): string | null => (text === '' ? t('Say who you are there.') : null);
  return then(await type(step, { prompt: user(t), faultOf }), (name) => ({ ...draft, user: name }));
};

const askToken: Question = async ({ t }, draft, step) => {
  const faultOf = (text: string): string | null => (text === '' ? t('Paste the token.') : null);
  const prompt = t('{0}: kept in VS Code’s secret storage, never in a file', trackerTraits[draft.type ?? 'file'].token(t));
  return then(await type(step, { prompt, isSecret: true, faultOf }), (token) => ({ ...draft, token }));
};

function then<T>(answer: Answer<T>, go: (value: T) => Draft): Answer<Draft> {
  return answer.is === 'given' ? { is: 'given', value: go(answer.value) } : answer;
}

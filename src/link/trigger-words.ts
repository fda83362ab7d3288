import type { Config } from '../model/config.js';
import { rarestWord } from './ordinary-words.js';
import { SdkIndex } from './flag-sdk-index.js';
import { customerTriggerWords } from './vocabulary.js';
import type { Workspace } from './workspace.js';
import { learnedWords } from './workspace.js';

/** Parts of the names that teams give to flags, and of the environment variables that switch features. */
const flagTriggerWords: readonly string[] = [
  ...[
    'feature',
    'flag',
    'toggle',
    'experiment',
    'killswitch',
    'kill_switch',
    'kill-switch',
    'rollout',
    'variation(',
    'treatment(',
    'checkgate',
    'usegate',
  ],
  ...[
    'enable_',
    '_enable',
    'disable_',
    '_disable',
    'beta_',
    '_beta',
    'preview_',
    '_preview',
    '_v2 ',
    '_v2)',
    '_v3 ',
    '_v3)',
    'isenabled',
    'isbeta',
  ],
];

/** A word that is often a party only triggers beside what identifies one, or where it is compared: `clientId`, `org.slug`, `domain ===`. */
function weakTriggerWords(): readonly string[] {
  const words = [
    'org',
    'client',
    'account',
    'company',
    'workspace',
    'program',
    'school',
    'shop',
    'store',
    'site',
    'theme',
    'club',
    'bank',
    'host',
    'domain',
  ];
  const marks = [
    'slug',
    '_slug',
    '.slug',
    '?.slug',
    '_id',
    '.id',
    '?.id',
    'code',
    '.code',
    '.key',
    '.name',
    '?.name',
    ' === ',
    ' !== ',
    ') ===',
    ') {',
  ];
  return words.flatMap((word) => marks.map((mark) => word + mark));
}

/** A file that only passes another's exports on joins names to their places, whatever these are. */
const barrelWords: readonly string[] = ['export *'];

/** Comments for One-Off itself count wherever they stand. */
const directiveWord = 'oneoff';

/** Words of which a file must hold one, in whatever case, before anything but learned names can make it worth parsing. */
export function triggerWords(config: Config): readonly string[] {
  const names = config.customers.flatMap(({ id, name, aliases, ids, domains }) => [
    ...[id, name, ...aliases].flatMap(spellings),
    ...ids,
    ...domains,
  ]);
  const imported = config.importedCustomers.flatMap(({ id, name, aliases, ids, domains }) => [
    ...[id, name, ...aliases].flatMap((spelling) => rarestWord(spelling) ?? []),
    // A number stands in any file; where it says who somebody is, a word of the trade stands beside it.
    ...ids.filter((opaque) => !/^\d+$/.test(opaque)),
    ...domains,
  ]);
  const members = [...config.discriminators, ...config.flagFunctions].flatMap((chain) => chain.split('.').slice(-1));
  return [...tradeWords, ...names, ...imported, ...members];
}

/** Words that make a file worth parsing whoever the customers are, as opposed to names. */
export const tradeWords: ReadonlySet<string> = new Set([
  ...customerTriggerWords,
  ...weakTriggerWords(),
  ...flagTriggerWords,
  ...sdkWords(),
  ...barrelWords,
  directiveWord,
]);

/** Names found by linking that files must be tested for again, in every spelling. */
export function learnedTriggerWords(workspace: Workspace): readonly string[] {
  const trusted = workspace.customers.all.filter(
    ({ source, confidence }) => source !== 'imported' && (source === 'configured' || confidence !== 'low'),
  );
  const customers = trusted.flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
  return [...learnedWords(workspace), ...customers.filter((name) => name.length >= 4).flatMap(spellings)];
}

/** Packages of flag SDKs, and those of their functions that nothing else is called. */
function sdkWords(): readonly string[] {
  const sdks = new SdkIndex();
  return [...sdks.names()].flatMap((name) =>
    sdks.named(name).flatMap(({ packages, isUnmistakable }) => (isUnmistakable ? [name, ...packages] : packages)),
  );
}

/** The spellings under which a name with several parts can stand in code: `Acme Corp`, `acmeCorp`, `ACME_CORP`, `acme-corp`. */
export function spellings(name: string): readonly string[] {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  const joined = ['', ' ', '-', '_', '.'].map((joint) => parts.join(joint));
  return [...new Set([name.toLowerCase(), ...joined])].filter((spelling) => spelling !== '');
}

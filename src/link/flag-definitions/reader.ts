import { textOf, type DocumentEntry, type DocumentValue } from './document.js';
import type { FlagDefinition, FlagEnvironment, OtherDocuments } from './definition.js';

export interface FlagDocument {
  readonly path: string;
  readonly root: DocumentValue;
}

/** Reads one format; empty when the document is not of that format, which its structure decides, never its name alone. */
export type FlagReader = (document: FlagDocument, others: OtherDocuments) => readonly FlagDefinition[];

type Details = Partial<Pick<FlagDefinition, 'owner' | 'created' | 'expires' | 'isPermanent'>>;

/** A definition with what a format doesn't know left empty. */
export function define(
  { path }: FlagDocument,
  provider: string,
  { key, start, end }: Pick<DocumentEntry, 'key' | 'start' | 'end'>,
  environments: readonly FlagEnvironment[],
  { owner = null, created = null, expires = null, isPermanent = false }: Details = {},
): FlagDefinition {
  return { key, provider, path, start, end, environments, owner, created, expires: expires && dateOf(expires), isPermanent };
}

/** The key of a flag that is an item of a list, under the name that holds it. */
export function named(value: DocumentValue | undefined): Pick<DocumentEntry, 'key' | 'start' | 'end'> | null {
  const key = textOf(value);
  return key === null || key === '' || !value ? null : { key, start: value.start, end: value.end };
}

/** `2026-03-01`, with or without a time after it; null for anything else. */
export function dateOf(text: string): string | null {
  const [date] = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(text.trim()) ?? [];
  if (date !== undefined) return date;
  const time = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

const environmentWords =
  /^(dev|develop|development|local|localhost|test|testing|ci|e2e|qa|uat|stage|staging|sandbox|preview|preprod|pre-production|integration|int|acceptance|demo|prod|production|live|canary|stable)$/;

export function isEnvironmentName(name: string): boolean {
  return environmentWords.test(name.toLowerCase());
}

/** Where the product runs for its customers, as opposed to where it is tried. */
export function isProduction(name: string): boolean {
  return /^(prod|production|live|stable)$/i.test(name);
}

/** The environment that a file's name or folder tells: `flags.dev.json`, `config/production.json`, `envs/staging/flags.yaml`. */
export function environmentOfPath(path: string): string | null {
  const [file = '', folder = ''] = path.split('/').reverse();
  const parts = file
    .toLowerCase()
    .split(/[._]/)
    .slice(0, -1)
    .flatMap((part) => [part, ...part.split('-')]);
  return parts.findLast(isEnvironmentName) ?? (isEnvironmentName(folder) ? folder.toLowerCase() : null);
}

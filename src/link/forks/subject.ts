import type { Customers, KnownCustomer } from '../customers.js';
import { normalize, wordsOf } from '../words.js';
import type { Applications } from './applications.js';
import { templates } from './fork-vocabulary.js';
import type { Parties, PartyPlace } from './parties.js';
import { pathDifference, type PathChange, type PathDifference } from './path-difference.js';
import { isOrdinary } from '../ordinary-words.js';

/** For whom two similar things differ, as far as their names tell. */
export interface Subject {
  /** What the names have for the party on either side; empty where that side is called after nobody. */
  readonly one: string;
  readonly other: string;
  /** Chance, 0 to 1, that the difference is a customer's. */
  readonly strength: number;
  /** Which of the two the names make the copy. */
  readonly copy: 'one' | 'other' | null;
  /** Whether both stand at the same place, but for the party. */
  readonly isSamePlace: boolean;
  /** True where only that a name recurs, or looks like a customer's, says that there is a party. */
  readonly isGuess?: boolean;
  /** A complete sentence. */
  readonly reason: string;
}

export interface SubjectSources {
  readonly parties: Parties;
  /** Null while customers are not known yet. */
  readonly customers: Customers | null;
  /** In how many pairs of similar things a name is what differs: by normalised name. */
  readonly recurrences: ReadonlyMap<string, number>;
  readonly applications: Applications;
}

/** A name that is what differs between so many pairs is nobody's accident. */
const leastRecurrence = 3;
/** Segments of a place in an application, the file's name included. */
const leastPlace = 3;

/** The party for which two files at these paths differ; null where their names give no reason to think of one. */
export function subjectOfPaths(one: string, other: string, sources: SubjectSources): Subject | null {
  const difference = pathDifference(one, other);
  return (
    ofPlaces(one, other, difference, sources) ?? (difference && ofNames(one, other, difference, sources)) ?? ofLibrary(one, other, sources)
  );
}

/** A file at the same place in one party's application as in what all of them share. */
function ofLibrary(one: string, other: string, { applications }: SubjectSources): Subject | null {
  const [a, b] = [applications.placeOf(one), applications.placeOf(other)];
  const own = a ?? b;
  const shared = a ? other : one;
  if (!own || own.name === '' || (a && b) || !isOverride(own, shared)) return null;
  const names = a ? { one: own.name, other: '' } : { one: '', other: own.name };
  const reason = `“${own.name}” has an application of its own with this file at the place that it has in ${shared}.`;
  return { ...names, strength: 0.5, copy: a ? 'one' : 'other', isSamePlace: true, reason };
}

/** Whether a file that is not beside an application ends as a path within does; short ends are anybody's. */
export function isOverride({ folder, inside }: { readonly folder: string; readonly inside: string }, shared: string): boolean {
  const beside = folder.slice(0, folder.lastIndexOf('/') + 1);
  return inside.split('/').length >= leastPlace && shared.endsWith(`/${inside}`) && (beside === '' || !shared.startsWith(beside));
}

/** Both, or one of them, stand in a folder of a party. */
function ofPlaces(one: string, other: string, difference: PathDifference | null, { parties, customers }: SubjectSources): Subject | null {
  const [a, b] = [parties.placeOf(one), parties.placeOf(other)];
  if (!a && !b) return null;
  if (a && b && normalize(a.name) === normalize(b.name)) return withinParty(a, difference);
  const isAlikeNamed = difference !== null || sharesWord(one, other);
  if (!isAlikeNamed) return null;
  const [nameOne, nameOther] = [a?.name ?? '', b?.name ?? ''];
  const shown = [a, b].flatMap((place) => place?.name ?? []);
  const known = customerAmong(shown, customers)?.strength ?? 0;
  return {
    one: nameOne,
    other: nameOther,
    strength: Math.max(known, shown.some((name) => parties.isProper(name)) ? 0.55 : 0.4),
    copy: a && !b ? 'one' : b && !a ? 'other' : null,
    isSamePlace: nameOf(one) === nameOf(other) || (difference !== null && difference.changes.length <= 1),
    reason: `${shown.map((name) => `“${name}”`).join(' and ')} ${shown.length > 1 ? 'have places of their own' : 'has a place of its own'} among parties.`,
  };
}

/** A campaign copied within one customer's folder. */
function withinParty({ name, position }: PartyPlace, difference: PathDifference | null): Subject | null {
  const [change, ...more] = difference?.changes ?? [];
  if (!change || change.isFile || more.length > 0 || change.slot.folder.split('/').length < position) return null;
  return {
    one: name,
    other: name,
    strength: 0.45,
    copy: null,
    isSamePlace: true,
    reason: `Both stand in the folder of “${name}”, in the parts ${[change.one, change.other]
      .filter(Boolean)
      .map((part) => `“${part}”`)
      .join(' and ')}.`,
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `LeaderBoard/index.tsx` and `LeaderBoardSection.tsx` are about the same. */
function sharesWord(one: string, other: string): boolean {
  const words = new Set(telling(one));
  return telling(other).filter((word) => words.has(word)).length >= 2;
}

function telling(path: string): readonly string[] {
  const segments = path.replace(/\.[^./]+$/, '').split('/');
  const name = segments.at(-1) === 'index' ? (segments.at(-2) ?? '') : (segments.at(-1) ?? '');
  return wordsOf(name).filter((word) => word.length > 2);
}

function ofNames(one: string, other: string, difference: PathDifference, sources: SubjectSources): Subject | null {
  const change = principal(difference);
  if (!change) return null;
  const weak = contradictions(difference, change);
  if (weak > 1) return null;
  const judged = judgeChange(change, difference, one, other, sources);
  if (!judged) return null;
  const [isOneShared, isOtherShared] = [isShared(change.one), isShared(change.other)];
  const copy = isOneShared === isOtherShared ? null : isOneShared ? 'other' : 'one';
  return { one: change.one, other: change.other, copy, isSamePlace: weak === 0, ...judged, strength: judged.strength - weak * 0.1 };
}

/** Called after nobody: what all go back to. */
function isShared(name: string): boolean {
  return name === '' || wordsOf(name).some((word) => templates.has(word));
}

/** The outermost difference: folders say more than files. */
function principal({ changes, inserted, longer }: PathDifference): PathChange | null {
  const [change] = changes;
  if (inserted.length === 0 || !longer) return change ?? null;
  if (inserted.length > 1) return null;
  const [segment = ''] = inserted;
  const words = wordsOf(segment).join('-');
  const slot = { folder: '', before: '', behind: '' };
  return longer === 'one' ? { one: words, other: '', slot, isFile: false } : { one: '', other: words, slot, isFile: false };
}

/** Differences that are not the same party again. */
function contradictions({ changes }: PathDifference, change: PathChange): number {
  return changes.filter((each) => !isSameParty(each.one, change.one) && !isSameParty(each.other, change.other)).length;
}

function isSameParty(one: string, other: string): boolean {
  const [a, b] = [normalize(one), normalize(other)];
  return a === b || (a.length > 3 && b.length > 3 && (a.startsWith(b.slice(0, -1)) || b.startsWith(a.slice(0, -1))));
}

type Judged = Pick<Subject, 'strength' | 'reason' | 'isGuess'>;

function judgeChange(change: PathChange, difference: PathDifference, one: string, other: string, sources: SubjectSources): Judged | null {
  const { parties, recurrences, applications } = sources;
  const names = [change.one, change.other].filter((name) => name !== '');
  const known = customerAmong(names, sources.customers);
  if (known && known.strength > 0.3) return known;
  const quoted = names.map((name) => `“${name}”`).join(' and ');
  if (!change.isFile && difference.rest !== '' && applications.areVersions(...foldersOf(change, one, other)))
    return { strength: 0.5, reason: `${quoted} are applications with the same files at the same places.` };
  if (!change.isFile && applications.areParts(change.slot.folder)) return known;
  if (!names.every((name) => parties.isName(name)) || !names.some((name) => parties.isProper(name))) return null;
  const hasAffix = change.slot.before !== '' || change.slot.behind !== '';
  if (hasAffix && names.length > 1 && parties.isSlotOfParties(change.slot, change.isFile))
    return { strength: 0.45, reason: `${quoted} stand where other paths have other names: ${patternOf(change)}.` };
  if (known) return known;
  const most = Math.max(...names.map((name) => recurrences.get(normalize(name)) ?? 0));
  if (most >= leastRecurrence && (hasAffix || !change.isFile) && names.every((name) => !isOrdinary(name)))
    return {
      strength: 0.28,
      isGuess: !names.some((name) => applications.isParty(name)),
      reason: `${quoted} ${names.length > 1 ? 'are' : 'is'} what differs between ${String(most)} pairs of similar files.`,
    };
  return null;
}

/** The folders that a change is about. */
function foldersOf({ slot }: PathChange, one: string, other: string): readonly [string, string] {
  const depth = slot.folder === '' ? 1 : slot.folder.split('/').length + 1;
  const above = (path: string): string => path.split('/').slice(0, depth).join('/');
  return [above(one), above(other)];
}

function patternOf({ slot }: PathChange): string {
  const name = [slot.before, '…', slot.behind].filter((part) => part !== '').join('-');
  return slot.folder === '' ? name : `${slot.folder}/${name}`;
}

/** What a name that is known to be a customer's is worth. */
export function customerAmong(names: readonly string[], customers: Customers | null): Judged | null {
  const known = names.flatMap((name) => customerOf(name, customers) ?? []);
  const [customer] = known.toSorted((a, b) => worth(b) - worth(a));
  if (!customer || worth(customer) === 0) return null;
  const isGuess = customer.confidence === 'low' && customer.source === 'inferred';
  return { strength: worth(customer), isGuess, reason: `The names differ by ${customer.name}, ${article(customer)}.` };
}

function article({ source, confidence }: KnownCustomer): string {
  return source === 'configured'
    ? 'a configured customer'
    : source === 'imported'
      ? 'an imported customer'
      : `a customer inferred with ${confidence} confidence`;
}

function worth({ source, confidence, standing }: KnownCustomer): number {
  if (standing === 'rehearsal') return 0;
  if (source === 'configured') return 0.65;
  return confidence === 'high' ? 0.55 : confidence === 'medium' ? 0.45 : 0.3;
}

export function customerOf(name: string, customers: Customers | null): KnownCustomer | undefined {
  if (name === '' || !customers) return undefined;
  const whole = customers.recognizeText(name)?.customer;
  return whole ?? customers.mentionedIn(name).find(({ source }) => source === 'configured');
}

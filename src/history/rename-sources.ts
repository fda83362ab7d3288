import type { LoggedChange } from './log-reader.js';

/** A file that went away in the commit which brought another. */
export interface RenameSource {
  readonly path: string;
  readonly blob: string;
}

/** So many files are compared with a new one at most. */
const maximumSources = 5;

/**
 * From which files a new one may have been renamed, the likeliest first: the one with the very same content, else those of the same name
 * in another folder, then those in the same folder with the same extension, then those of the same extension whose names and
 * paths share most words with its own. Whoever asks has to compare the contents.
 */
export function renameSources(path: string, blob: string | null, changes: readonly LoggedChange[]): readonly RenameSource[] {
  const gone = changes.flatMap((change): RenameSource[] => {
    const [before] = change.before;
    return change.blob === null && before !== undefined ? [{ path: change.path, blob: before }] : [];
  });
  const same = gone.find((source) => source.blob === blob);
  if (same) return [same];
  const ranked = gone.map((source) => ({ source, rank: rankOf(path, source.path) })).filter(({ rank }) => rank > 0);
  return ranked
    .sort((a, b) => b.rank - a.rank)
    .slice(0, maximumSources)
    .map(({ source }) => source);
}

/** Higher is likelier, 0 is never; fractions are likeness of names. */
function rankOf(path: string, gone: string): number {
  const [folder, name, extension] = partsOf(path);
  const [goneFolder, goneName, goneExtension] = partsOf(gone);
  if (name === goneName && extension === goneExtension) return 3;
  if (folder === goneFolder && (name === goneName || extension === goneExtension)) return 2;
  if (name === goneName) return 1;
  if (extension !== goneExtension) return 0;
  return (2 * sharedShare(wordsOf(name), wordsOf(goneName)) + sharedShare(wordsOf(path), wordsOf(gone))) / 4;
}

/** Share of the words of the shorter list that the longer one has too. */
function sharedShare(a: readonly string[], b: readonly string[]): number {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return shorter.filter((word) => longer.includes(word)).length / Math.max(1, shorter.length);
}

/** `notifyLead-submitted` is notify, lead, submitted. */
function wordsOf(name: string): readonly string[] {
  return (name.match(/\p{Lu}*[\p{Ll}\p{Lo}]+|\p{Lu}+|\p{N}+/gu) ?? []).map((word) => word.toLowerCase());
}

function partsOf(path: string): [folder: string, name: string, extension: string] {
  const slash = path.lastIndexOf('/');
  const file = path.slice(slash + 1);
  const dot = file.indexOf('.', 1);
  return [path.slice(0, Math.max(0, slash)), dot < 0 ? file : file.slice(0, dot), dot < 0 ? '' : file.slice(dot)];
}

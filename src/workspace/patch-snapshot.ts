import { lstatSync } from 'node:fs';
import path from 'node:path';
import { dataLanguage } from '../facts/data/data-language.js';
import { createModuleResolver } from '../link/modules.js';
import { buildSnapshot, detectAll, loadContext, pathsToDetect, settle, type Surroundings, type Work } from './build-snapshot.js';
import { configFileName } from './find-config.js';
import { startForkSearch } from './fork-search.js';
import { loadFiles, type LoadedFiles } from './load-files.js';
import { isProjectFile } from './project-files.js';
import type { Change } from './session.js';
import { countedCustomers, factsByPath, hasDirectives, sortedByPath, sortedFindings, type Snapshot } from './snapshot.js';
import { makeFileTest } from './word-test.js';

/** From this many files on, walking the folder again is no slower; a git branch switch brings hundreds. */
const manyChanges = 200;

/** The snapshot after some files changed. Only their texts are read; a change of rules (configuration, .gitignore, tsconfig) scans anew. */
export async function patchSnapshot(around: Surroundings, previous: Snapshot, changes: readonly Change[], work: Work): Promise<Snapshot> {
  if (changes.length > manyChanges || changes.some((change) => changesRules(around, previous, change))) {
    return buildSnapshot(around, previous, work);
  }
  const changed = changes.filter(({ type }) => type === 'changed').map((change) => change.path);
  const included = changed.filter((file) => previous.inclusion.why(file) === null);
  const test = makeFileTest(previous.words);
  // Data may have been parsed because code imports it, which the word test cannot know.
  const isImported = (file: string): boolean => dataLanguage(file) !== null && Boolean(previous.files.get(file)?.parsed);
  const context = loadContext(around, previous.loaded, null, previous);
  const loading = await loadFiles(included, (text, file) => isImported(file) || test(text, file), context, work.signal);
  const wasThere = (file: string): boolean => previous.files.has(file) || previous.unread.has(file);
  const removed = changes.filter(({ type, path: file }) => type === 'deleted' || (!included.includes(file) && wasThere(file)));
  const isKnown = [...loading.records.keys()].every((file) => previous.files.has(file)) && loading.skipped.size === 0;
  if (isKnown && removed.length === 0 && isSame(previous, loading)) return previous;
  const isTyping = isKnown && removed.length === 0 && changes.every(({ text }) => text !== undefined);
  return isTyping ? retype(previous, loading) : relink(around, previous, merged(previous, changes, loading), work);
}

/** True when the texts are those that were linked last. */
function isSame(previous: Snapshot, loading: LoadedFiles): boolean {
  return (
    previous.isSettled &&
    [...loading.records].every(([file, { parsed, copyable, bytes, lines }]) => {
      const before = previous.files.get(file);
      return (
        before?.parsed?.hash === parsed?.hash &&
        before?.copyable?.hash === copyable?.hash &&
        before?.bytes === bytes &&
        before.lines === lines
      );
    })
  );
}

/**
 * While somebody types, only the typed file's findings are made anew, in a few milliseconds however large the workspace is. Customers
 * and other files follow when the file is saved; half-written names would only make them flicker.
 */
function retype(previous: Snapshot, loading: LoadedFiles): Snapshot {
  const files = new Map([...previous.files, ...loading.records]);
  const linked = previous.linked.withFiles(factsByPath(files));
  const findings = new Map(previous.findings);
  const directives = new Map(previous.directives);
  for (const file of loading.records.keys()) {
    const inFile = linked.detect(file);
    findings.set(file, sortedFindings(inFile.findings));
    directives.set(file, inFile.directives);
  }
  const found = sortedByPath([...findings].filter(([, inFile]) => inFile.length > 0));
  const heard = sortedByPath([...directives].filter(([, inFile]) => hasDirectives(inFile)));
  return {
    ...previous,
    files,
    linked,
    isSettled: false,
    findings: found,
    directives: heard,
    customers: countedCustomers(linked.customers, found.values()),
  };
}

/** The same files with their forks judged anew: what git shows of them is other than before. */
export async function withForksJudged(around: Surroundings, previous: Snapshot, work: Work): Promise<Snapshot> {
  const { files, projects, linked: before } = previous;
  const linked = before.withForks(startForkSearch(around, files, projects));
  const paths = new Set([...before.forked(), ...linked.forked()]);
  const { findings, directives } = await detectAll(linked, [...paths], work);
  const together = <T>(known: ReadonlyMap<string, T>, made: ReadonlyMap<string, T>): Map<string, T> =>
    sortedByPath([...[...known].filter(([path]) => !paths.has(path)), ...made]);
  const found = together(previous.findings, findings);
  const heard = together(previous.directives, directives);
  return { ...previous, linked, findings: found, directives: heard, customers: countedCustomers(linked.customers, found.values()) };
}

async function relink(around: Surroundings, previous: Snapshot, loading: LoadedFiles, work: Work): Promise<Snapshot> {
  const { loaded, projects } = previous;
  const known = [...loading.records.keys(), ...loading.skipped.keys()];
  const isKnown = (file: string): boolean => previous.files.has(file) || previous.unread.has(file);
  const sameFiles = known.length === previous.files.size + previous.unread.size && known.every(isKnown);
  const modules = sameFiles ? previous.modules : createModuleResolver({ files: known, ...projects });
  const words = new Set(previous.words);
  const linked = await settle({
    around,
    projects,
    loading,
    modules,
    loaded,
    words,
    context: loadContext(around, loaded, null, previous),
    ...work,
  });
  const files = sortedByPath(loading.records);
  const { findings, directives } = await detectAll(linked, pathsToDetect(files, linked), work);
  const customers = countedCustomers(linked.customers, findings.values());
  return {
    ...previous,
    modules,
    files,
    unread: sortedByPath(loading.skipped),
    words,
    linked,
    isSettled: true,
    findings,
    directives,
    customers,
  };
}

/** All files as they are now: those that the changes are not about, and those loaded. A deleted folder takes all below it along. */
function merged(previous: Snapshot, changes: readonly Change[], loading: LoadedFiles): LoadedFiles {
  const changed = new Set(changes.map((change) => change.path));
  const deleted = changes.filter(({ type }) => type === 'deleted').map((change) => `${change.path}/`);
  const stays = ([file]: readonly [string, unknown]): boolean => !changed.has(file) && !deleted.some((folder) => file.startsWith(folder));
  const records = new Map([...[...previous.files].filter(stays), ...loading.records]);
  const skipped = new Map([...[...previous.unread].filter(stays), ...loading.skipped]);
  return { records, skipped, parsed: loading.parsed, cached: loading.cached };
}

function changesRules({ root, configFile }: Surroundings, previous: Snapshot, change: Change): boolean {
  const name = path.posix.basename(change.path);
  const absolute = path.join(root, change.path);
  if (name === '.gitignore' || name === configFileName || isProjectFile(name)) return true;
  if (absolute === configFile || absolute === previous.loaded.file) return true;
  // Customers are taken from what is on disk.
  if (previous.loaded.customerFiles.includes(absolute)) return change.text === undefined;
  if (change.type === 'deleted' || change.text !== undefined) return false;
  const status = lstatSync(absolute, { throwIfNoEntry: false });
  return status?.isDirectory() === true || status?.isSymbolicLink() === true;
}

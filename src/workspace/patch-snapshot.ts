import { lstatSync } from 'node:fs';
import path from 'node:path';
import { createModuleResolver } from '../link/modules.js';
import { buildSnapshot, detectAll, loadContext, settle, type Surroundings, type Work } from './build-snapshot.js';
import { configFileName } from './find-config.js';
import { linkFiles } from './link-files.js';
import { loadFiles, type LoadedFiles } from './load-files.js';
import { isProjectFile } from './project-files.js';
import type { Change } from './session.js';
import { countedCustomers, factsByPath, sortedByPath, type Snapshot } from './snapshot.js';
import { makeWordTest } from './word-test.js';

/** From this many files on, walking the folder again is no slower; a git branch switch brings hundreds. */
const manyChanges = 200;

/** The snapshot after some files changed. Only their texts are read; a change of rules (configuration, .gitignore, tsconfig) scans anew. */
export async function patchSnapshot(around: Surroundings, previous: Snapshot, changes: readonly Change[], work: Work): Promise<Snapshot> {
  if (changes.length > manyChanges || changes.some((change) => changesRules(around, previous, change))) {
    return buildSnapshot(around, previous, work);
  }
  const kept = withoutDeleted(previous, changes);
  const paths = changes
    .filter(({ type, path: file }) => type === 'changed' && previous.inclusion.why(file) === null)
    .map((change) => change.path);
  const context = loadContext(around, null, previous);
  const loading = await loadFiles(paths, makeWordTest(previous.words), context, work.signal);
  return link(
    around,
    previous,
    mergeLoaded(kept, loading),
    changes.every((change) => change.text !== undefined),
    work,
  );
}

/** Files as they were, less those that the changes are about and all below a deleted folder. */
function withoutDeleted(previous: Snapshot, changes: readonly Change[]): Pick<LoadedFiles, 'records' | 'skipped'> {
  const records = new Map(previous.files);
  const skipped = new Map(previous.unread);
  for (const { type, path: changed } of changes) {
    records.delete(changed);
    skipped.delete(changed);
    if (type === 'changed') continue;
    for (const file of [...records.keys(), ...skipped.keys()]) {
      if (!file.startsWith(`${changed}/`)) continue;
      records.delete(file);
      skipped.delete(file);
    }
  }
  return { records, skipped };
}

function mergeLoaded(kept: Pick<LoadedFiles, 'records' | 'skipped'>, loading: LoadedFiles): LoadedFiles {
  const records = new Map([...kept.records, ...loading.records]);
  const skipped = new Map([...kept.skipped, ...loading.skipped]);
  return { records, skipped, parsed: loading.parsed, cached: loading.cached };
}

/** While somebody types, each half-written name would send every other file through the word test; that waits until they save. */
async function link(around: Surroundings, previous: Snapshot, loading: LoadedFiles, unsaved: boolean, work: Work): Promise<Snapshot> {
  const { loaded, projects } = previous;
  const known = [...loading.records.keys(), ...loading.skipped.keys()];
  const sameFiles =
    known.length === previous.files.size + previous.unread.size &&
    known.every((file) => previous.files.has(file) || previous.unread.has(file));
  const modules = sameFiles ? previous.modules : createModuleResolver({ files: known, ...projects });
  const words = new Set(previous.words);
  const linked = unsaved
    ? linkFiles(factsByPath(sortedByPath(loading.records)), modules, loaded.config)
    : await settle({ loading, modules, loaded, words, context: loadContext(around, null, previous), ...work });
  const files = sortedByPath(loading.records);
  const findings = await detectAll(linked, [...factsByPath(files).keys()], work);
  const customers = countedCustomers(linked.customers, findings.values());
  return { ...previous, modules, files, unread: sortedByPath(loading.skipped), words, linked, findings, customers };
}

function changesRules({ root, configFile }: Surroundings, previous: Snapshot, change: Change): boolean {
  const name = path.posix.basename(change.path);
  const absolute = path.join(root, change.path);
  if (name === '.gitignore' || name === configFileName || isProjectFile(name)) return true;
  if (absolute === configFile || absolute === previous.loaded.file) return true;
  if (change.type === 'deleted' || change.text !== undefined) return false;
  const status = lstatSync(absolute, { throwIfNoEntry: false });
  return status?.isDirectory() === true || status?.isSymbolicLink() === true;
}

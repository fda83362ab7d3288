import { dataLanguage } from '../facts/data/data-language.js';
import type { HistoryStore } from '../history/read-history.js';
import { createModuleResolver } from '../link/modules.js';
import { triggerWords } from '../link/trigger-words.js';
import type { GitEvidence } from '../link/forks/git-evidence.js';
import type { Verifier } from '../link/forks/verify.js';
import { startForkSearch } from './fork-search.js';
import type { DirectiveReport } from '../model/directive.js';
import type { Finding } from '../model/finding.js';
import { Breath } from './breathe.js';
import type { CopiesStore } from './copies-cache.js';
import { unusedGlobs } from './config-globs.js';
import { discover, type FolderReader } from './discover.js';
import type { FactsStore } from './facts-cache.js';
import { loadConfig, type LoadedConfig } from './find-config.js';
import { Inclusion } from './inclusion.js';
import { linkFiles, type Linked } from './link-files.js';
import { loadFiles, type FileRecord, type LoadContext, type LoadedFiles } from './load-files.js';
import type { ParsePool } from './parse-pool.js';
import { PrintStore } from './print-store.js';
import { readProjects } from './project-files.js';
import type { FileReader } from './read-source.js';
import type { Progress } from './session.js';
import { byCodeUnit, countedCustomers, factsByPath, hasDirectives, sortedByPath, sortedFindings, type Snapshot } from './snapshot.js';
import { makeFileTest } from './word-test.js';

/** What stays the same from scan to scan. */
export interface Surroundings {
  readonly root: string;
  readonly configFile: string | undefined;
  readonly excludes: readonly string[];
  readonly pool: ParsePool;
  readonly overlays: ReadonlyMap<string, string>;
  readonly openCache: () => FactsStore | null;
  readonly openHistoryStore: () => HistoryStore | null;
  readonly openCopiesStore: () => CopiesStore | null;
  /** The program that is started as git; undefined for that of PATH. */
  readonly git: string | undefined;
  readonly log: (line: string) => void;
  /** False where forks are not asked for, whatever the configuration says. */
  readonly forks: boolean;
  readonly gitEvidence: GitEvidence;
  readonly verifier: Verifier;
  /** The day, as ISO date, by which flags are judged to have expired. */
  readonly today: () => string;
  readonly readFile?: FileReader | undefined;
  readonly folders?: FolderReader | undefined;
}

export interface Work {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Names found by linking can lead to files that define further names; chains longer than this are hardly written. */
const rounds = 2;

/** Scans the whole folder anew; facts of texts that `previous` or the cache knows are not made again. */
export async function buildSnapshot(around: Surroundings, previous: Snapshot | null, work: Work): Promise<Snapshot> {
  const clock = new Clock();
  work.onProgress?.({ step: 'discover', done: 0, total: 0 });
  const { sources, ...setting } = await lookAround(around, previous, work);
  const { loaded, modules } = setting;
  clock.lap('discover');
  const cache = around.openCache();
  const context = loadContext(around, loaded, cache, previous);
  const words = new Set(triggerWords(loaded.config));
  const loading = await loadFiles(sources, makeFileTest(words), context, work.signal, (done) => {
    work.onProgress?.({ step: 'parse', done, total: sources.length });
  });
  clock.lap('parse');
  const linked = await settle({ around, loading, modules, loaded, projects: setting.projects, words, context, ...work });
  clock.lap('link');
  cache?.save();
  clock.lap('save');
  const files = sortedByPath(loading.records);
  const { findings, directives } = await detectAll(linked, pathsToDetect(files, linked), work);
  const customers = countedCustomers(linked.customers, findings.values());
  clock.lap('detect');
  const { parsed, cached } = loading;
  const outcome = { files, unread: sortedByPath(loading.skipped), words, linked, isSettled: true, findings, directives, customers };
  return { ...setting, ...outcome, parsed, cached, ms: clock.laps() };
}

type Setting = Pick<Snapshot, 'loaded' | 'inclusion' | 'projects' | 'modules' | 'passedOver'> & { readonly sources: readonly string[] };

/** The configuration, the files, and how modules are found. */
async function lookAround(around: Surroundings, previous: Snapshot | null, { signal }: Work): Promise<Setting> {
  const { root, configFile, excludes, folders, log } = around;
  const found = loadConfig(root, configFile, previous?.loaded ?? null);
  const inclusion = new Inclusion({ root, loaded: found, excludes });
  const { files: sources, projectFiles, skipped: passedOver } = await discover(root, inclusion, signal, folders);
  const loaded = { ...found, problems: [...found.problems, ...unusedGlobs(found, inclusion.unusedGlobs())] };
  const projects = readProjects(root, projectFiles, log);
  return { sources, loaded, inclusion, projects, modules: createModuleResolver({ files: sources, ...projects }), passedOver };
}

export function loadContext(around: Surroundings, loaded: LoadedConfig, cache: FactsStore | null, previous: Snapshot | null): LoadContext {
  const records = [...(previous?.files.values() ?? [])];
  const known = new Map(records.flatMap(({ parsed }) => (parsed ? [[parsed.hash, parsed.facts]] : [])));
  const printed = new Map(records.flatMap(({ copyable }) => (copyable ? [[copyable.hash, copyable.prints]] : [])));
  const prints = looksForForks(around, loaded) ? new PrintStore(printed) : null;
  const { root, pool, overlays, readFile } = around;
  return { root, pool, cache, overlays, known, prints, ...(readFile && { readFile }) };
}

export interface Unsettled extends Work {
  /** Takes up the records of files that later rounds load. */
  readonly around: Surroundings;
  readonly loading: LoadedFiles;
  readonly projects: Snapshot['projects'];
  readonly modules: Snapshot['modules'];
  readonly loaded: LoadedConfig;
  /** Takes up the words of later rounds. */
  readonly words: Set<string>;
  readonly context: LoadContext;
}

/** Links; while that teaches names that some file left aside holds, parses that file and links again. Looks for forks in the end. */
export async function settle(state: Unsettled): Promise<Linked> {
  const { around, loading, modules, loaded, context, signal } = state;
  takeUp(loading, await loadFiles(importedData(loading, modules), () => true, context, signal));
  const search = context.prints ? startForkSearch(around, sortedByPath(loading.records), state.projects) : null;
  const linkAll = (): Linked => {
    const files = factsByPath(sortedByPath(loading.records));
    return linkFiles({ files, modules, config: loaded.config, today: around.today(), copies: search });
  };
  let first = linkAll();
  for (let round = 0; round < rounds; round++) {
    const unread = first.unreadDefinitions().filter((path) => loading.records.get(path)?.parsed === null);
    if (unread.length === 0 || !takeUp(loading, await loadFiles(unread, () => true, context, signal))) break;
    first = linkAll();
  }
  const linked = await settleNames(state, first);
  signal?.throwIfAborted();
  return search ? linked.withForks(search) : linked;
}

async function settleNames({ loading, words, context, signal, onProgress }: Unsettled, first: Linked): Promise<Linked> {
  let linked = first;
  for (let round = 0; round < rounds; round++) {
    signal?.throwIfAborted();
    onProgress?.({ step: 'link', done: round, total: 0 });
    const learned = linked.learnedWords().filter((word) => !words.has(word));
    if (learned.length === 0) return linked;
    for (const word of learned) words.add(word);
    const aside = [...loading.records].filter(([, record]) => !record.parsed).map(([path]) => path);
    const more = await loadFiles(aside, makeFileTest(learned), context, signal);
    if (!takeUp(loading, more)) return linked;
    // Files without a word of the trade use customers but say nothing new about who is one.
    linked = linked.withFiles(factsByPath(sortedByPath(loading.records)));
  }
  return linked;
}

/** Data files that parsed code imports, and that the word test has left aside: what is in them is known only where they are read. */
function importedData({ records }: LoadedFiles, modules: Snapshot['modules']): string[] {
  const found = new Set<string>();
  for (const [path, { parsed }] of records) {
    for (const { source } of parsed?.facts.imports ?? []) {
      const target = modules.resolve(path, source);
      if (target !== null && dataLanguage(target) !== null && records.get(target)?.parsed === null) found.add(target);
    }
  }
  return [...found];
}

/** Adds what a later round loaded; true when it brought facts. */
function takeUp(loading: LoadedFiles, more: LoadedFiles): boolean {
  for (const [path, record] of more.records) loading.records.set(path, record);
  for (const [path, reason] of more.skipped) {
    loading.records.delete(path);
    loading.skipped.set(path, reason);
  }
  loading.parsed += more.parsed;
  loading.cached += more.cached;
  return [...more.records.values()].some((record: FileRecord) => record.parsed !== null);
}

export async function detectAll(linked: Linked, paths: readonly string[], work: Work): Promise<Pick<Snapshot, 'findings' | 'directives'>> {
  const findings = new Map<string, readonly Finding[]>();
  const directives = new Map<string, DirectiveReport>();
  const breath = new Breath(work.signal);
  for (const [index, path] of paths.entries()) {
    const inFile = linked.detect(path);
    if (inFile.findings.length > 0) findings.set(path, sortedFindings(inFile.findings));
    if (hasDirectives(inFile.directives)) directives.set(path, inFile.directives);
    if (!breath.due) continue;
    work.onProgress?.({ step: 'detect', done: index + 1, total: paths.length });
    await breath.take();
  }
  work.signal?.throwIfAborted();
  return { findings, directives };
}

/** Files with facts, and files and folders with forks. */
export function pathsToDetect(files: Snapshot['files'], linked: Linked): readonly string[] {
  return [...new Set([...factsByPath(files).keys(), ...linked.forked()])].sort(byCodeUnit);
}

function looksForForks({ forks }: Surroundings, { config }: LoadedConfig): boolean {
  return forks && config.forks;
}

/** Milliseconds per step, whole numbers. */
class Clock {
  readonly #laps: Record<string, number> = {};
  readonly #start = performance.now();
  #last = this.#start;

  lap(step: string): void {
    const now = performance.now();
    this.#laps[step] = Math.round(now - this.#last);
    this.#last = now;
  }

  laps(): Readonly<Record<string, number>> {
    return { ...this.#laps, total: Math.round(performance.now() - this.#start) };
  }
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { BaselineEntry } from '../model/baseline.js';
import { kinds } from '../model/finding.js';
import { ConfigDocument, type ConfigProblem } from './config-document.js';

export const baselineFileName = 'oneoff.baseline.json';

const baselineVersion = 1;

const entrySchema = z.object({
  kind: z.enum(kinds),
  path: z.string().min(1),
  customers: z.array(z.string()),
  text: z.string(),
  flag: z.string().optional(),
});

/** An accepted state. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  readonly problems: readonly ConfigProblem[];
}

/** The baseline beside the configuration, or in the scanned folder where there is none. Absolute path. */
export function baselinePath(root: string, configFile: string | null): string {
  return path.join(configFile === null ? root : path.dirname(configFile), baselineFileName);
}

/** Null where there is no file; a file that is broken anywhere has problems and no entries. */
export function readBaseline(file: string): Baseline | null {
  if (!existsSync(file)) return null;
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return broken(new ConfigDocument(file, '').problem('error', [], `Cannot read it: ${reason}.`, 'Check that it is a file you may read.'));
  }
  return parseBaseline(file, text);
}

function parseBaseline(file: string, text: string): Baseline {
  const document = new ConfigDocument(file, text);
  const conflict = text.split('\n').findIndex((line) => line.startsWith('<<<<<<<'));
  if (conflict >= 0) {
    const start = { line: conflict + 1, column: 1 };
    const remedy = 'Keep the lines of both sides and remove the marks; then oneoff baseline puts them in order.';
    return broken({ file, range: { start, end: start }, severity: 'error', message: 'It holds the marks of a merge conflict.', remedy });
  }
  const [syntax] = document.syntaxProblems();
  if (syntax) return broken({ ...syntax, remedy: 'Correct the line, or write the file anew with oneoff baseline.' });
  return readEntries(document, document.value());
}

function readEntries(document: ConfigDocument, value: unknown): Baseline {
  const remedy = 'Correct it, or write the file anew with oneoff baseline.';
  const written = z.record(z.string(), z.unknown()).safeParse(value);
  if (!written.success) return broken(document.problem('error', [], 'It is no object.', remedy));
  const { version, ...rest } = written.data;
  if (version !== baselineVersion) {
    const message = version === undefined ? '"version" is missing.' : `Version ${JSON.stringify(version)} is not known here.`;
    return broken(
      document.problem('error', ['version'], message, 'Use the version of One-Off that wrote it, or write it anew with oneoff baseline.'),
    );
  }
  const problems: ConfigProblem[] = [];
  const entries = Object.entries(rest).flatMap(([id, content]): BaselineEntry[] => {
    const entry = entrySchema.safeParse(content);
    if (entry.success) return [{ id, ...entry.data, flag: entry.data.flag ?? null }];
    const [issue] = entry.error.issues;
    const place = issue?.path.filter((step) => typeof step !== 'symbol') ?? [];
    problems.push(document.problem('error', [id, ...place], `The entry ${id} is broken: ${issue?.message ?? ''}.`, remedy));
    return [];
  });
  return { entries: problems.length > 0 ? [] : entries, problems };
}

function broken(problem: ConfigProblem): Baseline {
  return { entries: [], problems: [problem] };
}

/**
 * One entry a line, sorted by id: as ids are hashes, entries that two branches add seldom meet in one place. "version" comes last, so that
 * every entry's line ends with a comma and adding one changes no other.
 */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, kind, path: file, customers, text, flag }) => {
      const entry = { kind, path: file, customers, text, ...(flag !== null && { flag }) };
      return `  ${JSON.stringify(id)}: ${JSON.stringify(entry)},`;
    });
  return ['{', ...lines, `  "version": ${String(baselineVersion)}`, '}', ''].join('\n');
}

export function writeBaseline(file: string, entries: readonly BaselineEntry[]): void {
  writeFileSync(file, formatBaseline(entries));
}

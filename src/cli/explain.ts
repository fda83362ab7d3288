import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { formatExplanationJson } from '../report/explanation-json.js';
import { formatExplanationPretty } from '../report/explanation-pretty.js';
import type { AskedPlace } from '../workspace/explain-place.js';
import { countLines, readSource } from '../workspace/read-source.js';
import { UsageError } from './outcome.js';
import { requireConfig, scanThen, type ScanSettings } from './run-scan.js';
import { monthsOption, wantedHistory, type HistoryOptions } from './history-options.js';
import { parserOption } from './scan.js';

const formats = ['pretty', 'json'] as const;

interface ExplainOptions extends ScanSettings, HistoryOptions {
  readonly format: (typeof formats)[number];
}

/** `oneoff explain <place> [dir]` */
export function explainCommand(signal: AbortSignal): Command {
  return new Command('explain')
    .description('Say why a line is a one-off, or why it is none.')
    .argument('<place>', 'FILE:LINE or FILE:LINE:COLUMN')
    .argument('[dir]', 'folder to scan; the file is in it', '.')
    .addOption(new Option('-f, --format <format>', 'what to write').choices(formats).default('pretty'))
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .option('--no-cache', 'neither read nor write the cache of parsed files')
    .option('--history', 'say how old it is and what it costs too, from git')
    .addOption(monthsOption())
    .addOption(parserOption())
    .action(async (place: string, folder: string, options: ExplainOptions) => {
      await explain(placeIn(folder, place), folder, options, signal);
    });
}

async function explain(place: AskedPlace, folder: string, options: ExplainOptions, signal: AbortSignal): Promise<void> {
  const text = await scanThen(folder, { ...options, assess: wantedHistory(options) }, signal, (session) => {
    requireConfig(session.configuration());
    const explanation = session.explainPlace(place);
    const report = session.report();
    const color = pc.isColorSupported && process.stdout.isTTY;
    return options.format === 'json'
      ? formatExplanationJson(report.root, explanation)
      : formatExplanationPretty(explanation, report, color);
  });
  process.stdout.write(text);
}

/** Reads FILE:LINE[:COLUMN]. The file is looked for from the current folder, then from the scanned one, as reports name it. */
function placeIn(folder: string, written: string): AskedPlace {
  const [, name, line, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(written) ?? [];
  if (name === undefined || line === undefined) throw new UsageError(`${written} is no place. Give FILE:LINE or FILE:LINE:COLUMN.`);
  const root = path.resolve(folder);
  const file = [path.resolve(name), path.resolve(root, name)].find((candidate) => existsSync(candidate));
  if (file === undefined) throw new UsageError(`There is no file ${path.resolve(name)}. Check the path.`);
  const relative = path.relative(root, file);
  if (relative.startsWith('..') || path.isAbsolute(relative) || relative === '')
    throw new UsageError(`${file} is no file in ${root}. Give the folder to scan after the place.`);
  requireLine(file, Number(line), column === undefined ? null : Number(column));
  return { path: relative.split(path.sep).join('/'), line: Number(line), column: column === undefined ? null : Number(column) };
}

function requireLine(file: string, line: number, column: number | null): void {
  if (line < 1 || column === 0) throw new UsageError('Lines and columns count from 1.');
  const source = readSource(file);
  const lines = 'text' in source ? countLines(source.text) : line;
  if (line > lines)
    throw new UsageError(`${file} has ${String(lines)} ${lines === 1 ? 'line' : 'lines'}, so there is no line ${String(line)}.`);
}

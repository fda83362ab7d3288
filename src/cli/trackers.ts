import path from 'node:path';
import { Command } from 'commander';
import { loadConfig } from '../workspace/find-config.js';
import { formatConfigProblem } from '../workspace/config-document.js';
import { TrackerError } from '../trackers/tracker-error.js';
import type { Tracker } from '../trackers/tracker.js';
import { Incomplete, UsageError } from './outcome.js';
import { openTrackers } from './open-trackers.js';

/** `oneoff trackers check [dir]` */
export function trackersCommand(signal: AbortSignal): Command {
  const check = new Command('check')
    .description('Ask each tracker of the configuration who we are, and say what is wrong where it does not answer.')
    .argument('[dir]', 'folder with the configuration', '.')
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .action(async (folder: string, { config }: { config?: string }) => {
      await checkTrackers(path.resolve(folder), config, signal);
    });
  return new Command('trackers').description('Issue trackers that requests come from.').addCommand(check);
}

async function checkTrackers(root: string, given: string | undefined, signal: AbortSignal): Promise<void> {
  const loaded = loadConfig(root, given === undefined ? undefined : path.resolve(given), null);
  for (const problem of loaded.problems) process.stderr.write(`${formatConfigProblem(problem)}\n`);
  if (loaded.problems.some(({ severity }) => severity === 'error')) throw new UsageError('The configuration is not in force. Correct it.');
  const trackers = openTrackers(root, loaded, null);
  if (trackers.length === 0) throw new UsageError('No tracker is configured. docs/trackers.md says how to name one in "trackers".');
  const answers = await Promise.all(trackers.map(({ tracker }) => answerOf(tracker, signal)));
  for (const { line } of answers) process.stdout.write(`${line}\n`);
  const failed = answers.filter(({ isGood }) => !isGood).length;
  if (failed > 0)
    throw new Incomplete(`${failed} of ${answers.length} ${answers.length === 1 ? 'tracker does' : 'trackers do'} not answer.`);
}

async function answerOf(tracker: Tracker, signal: AbortSignal): Promise<{ readonly line: string; readonly isGood: boolean }> {
  const { id, type } = tracker.config;
  try {
    const { name } = await tracker.whoAmI(signal);
    return { line: `${id}: ${type} answers as ${name}${tracker.origin === null ? '' : ` at ${tracker.origin}`}.`, isGood: true };
  } catch (error) {
    if (!(error instanceof TrackerError)) throw error;
    return { line: error.message, isGood: false };
  }
}

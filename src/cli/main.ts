import { Command, CommanderError } from 'commander';
import { tool } from '../report/tool.js';
import { baselineCommand } from './baseline.js';
import { checkCommand } from './check.js';
import { decideCommand } from './decide.js';
import { explainCommand } from './explain.js';
import { hotspotsCommand } from './hotspots.js';
import { initCommand } from './init.js';
import { forksCommand } from './forks.js';
import { exitCodes, GateFailed, Incomplete, isAbort, UsageError, type ExitCode } from './outcome.js';
import { planCommand } from './plan.js';
import { scanCommand } from './scan.js';
import { trackersCommand } from './trackers.js';
import { trendCommand } from './trend.js';

/** Runs one command line; `words` come after the program's name. Errors are shown here, once, on stderr. */
export async function main(words: readonly string[], signal: AbortSignal): Promise<ExitCode> {
  const program = new Command('oneoff')
    .description('Finds the code that a product carries for one customer.')
    .version(tool.version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('Run with --help to see the commands and options.');
  for (const command of commands(signal)) program.addCommand(command.copyInheritedSettings(program));
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return failed(error);
  }
}

function commands(signal: AbortSignal): readonly Command[] {
  return [
    scanCommand(signal),
    explainCommand(signal),
    hotspotsCommand(signal),
    forksCommand(signal),
    initCommand(signal),
    checkCommand(signal),
    baselineCommand(signal),
    trendCommand(signal),
    planCommand(signal),
    decideCommand(signal),
    trackersCommand(signal),
  ];
}

function failed(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof GateFailed) return exitCodes.gateFailed;
  if (error instanceof UsageError) {
    process.stderr.write(`oneoff: ${error.message}\n`);
    return exitCodes.usage;
  }
  if (error instanceof Incomplete) {
    process.stderr.write(`oneoff: ${error.message}\n`);
    return exitCodes.incomplete;
  }
  if (isAbort(error)) {
    process.stderr.write('oneoff: Cancelled.\n');
    return exitCodes.cancelled;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`oneoff: This is a fault of One-Off; please report it with these lines:\n${detail}\n`);
  return exitCodes.internal;
}

import { Command, CommanderError } from 'commander';
import { tool } from '../report/tool.js';
import { explainCommand } from './explain.js';
import { initCommand } from './init.js';
import { forksCommand } from './forks.js';
import { exitCodes, isAbort, UsageError, type ExitCode } from './outcome.js';
import { scanCommand } from './scan.js';

/** Runs one command line; `words` come after the program's name. Errors are shown here, once, on stderr. */
export async function main(words: readonly string[], signal: AbortSignal): Promise<ExitCode> {
  const program = new Command('oneoff')
    .description('Finds the code that a product carries for one customer.')
    .version(tool.version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('Run with --help to see the commands and options.');
  for (const command of [scanCommand(signal), explainCommand(signal), forksCommand(signal), initCommand(signal)])
    program.addCommand(command.copyInheritedSettings(program));
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof UsageError) {
    process.stderr.write(`oneoff: ${error.message}\n`);
    return exitCodes.usage;
  }
  if (isAbort(error)) {
    process.stderr.write('oneoff: Cancelled.\n');
    return exitCodes.cancelled;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`oneoff: This is a fault of One-Off; please report it with these lines:\n${detail}\n`);
  return exitCodes.internal;
}

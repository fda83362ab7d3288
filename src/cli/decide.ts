import { Command, InvalidArgumentError, Option } from 'commander';
import type { Verdict } from '../assess/decide.js';
import { options as decisionOptions, type Option as DecisionOption } from '../model/debt.js';
import { decisionInWords } from '../report/plan-words.js';
import { DecisionError } from '../workspace/decision-files.js';
import { monthsOption, withoutHistory, type HistoryOptions } from './history-options.js';
import { UsageError } from './outcome.js';
import { askTrackers, assessedAtOnce, offlineOption, requestsOption, requireAnswers, type RequestOptions } from './requests.js';
import { requireConfig, scanThen, type ScanSettings } from './run-scan.js';
import { parserOption } from './scan.js';

interface DecideOptions extends Omit<ScanSettings, 'assess'>, HistoryOptions, RequestOptions {
  readonly option?: DecisionOption;
  readonly owner?: string;
  readonly review?: string;
  readonly note?: string;
  readonly expect?: number;
  readonly contractChecked?: string;
  readonly usageChecked?: string;
  readonly notice?: string;
}

/** `oneoff decide <id> [dir]` */
export function decideCommand(signal: AbortSignal): Command {
  return new Command('decide')
    .description('Write down what becomes of a customization of oneoff plan, or what is known about it: .oneoff/decisions/ID.json.')
    .argument('<id>', 'the customization')
    .argument('[dir]', 'folder to scan', '.')
    .addOption(new Option('--option <option>', 'what becomes of it').choices(decisionOptions))
    .option('--owner <name>', 'who sees to it')
    .option('--review <date>', 'when it is looked at again; in half a year unless given', isoDay)
    .option('--note <text>', 'reasons, in plain words')
    .option('--expect <number>', 'how many further customers are expected to want the same', amount)
    .option('--contract-checked <date>', 'when somebody checked that no contract promises it', isoDay)
    .option('--usage-checked <date>', 'when somebody checked who still uses it', isoDay)
    .option('--notice <date>', 'by when the customer has been told', isoDay)
    .option('--history', 'read from git what changed because of each')
    .addOption(monthsOption())
    .addOption(requestsOption())
    .addOption(offlineOption())
    .option('-c, --config <file>', 'use this configuration instead of the nearest oneoff.config.json')
    .option('--no-cache', 'neither read nor write the cache of parsed files')
    .addOption(parserOption())
    .action(async (id: string, folder: string, options: DecideOptions) => {
      const { text, problems } = await decide(id, folder, options, signal);
      process.stdout.write(text);
      requireAnswers(problems);
    });
}

interface Written {
  readonly text: string;
  /** Sentences about trackers that could not be asked. */
  readonly problems: readonly string[];
}

async function decide(id: string, folder: string, options: DecideOptions, signal: AbortSignal): Promise<Written> {
  const verdict = verdictOf(options);
  if (Object.keys(verdict).length === 0)
    throw new UsageError('Say what is decided or known: --option, --owner, --note … (--help lists them).');
  const assess = assessedAtOnce(options, withoutHistory);
  return scanThen(folder, { ...options, assess }, signal, async (session) => {
    requireConfig(session.configuration());
    const { items, problems } = await askTrackers(session, folder, options, signal);
    try {
      const { decision, file } = session.decide({ items, customization: id, verdict });
      const review = decision.reviewOn === null ? '' : `; to be looked at again on ${decision.reviewOn}`;
      return { text: `Wrote ${file}: ${decisionInWords(decision.option)}${review}. Commit it.\n`, problems };
    } catch (error) {
      throw error instanceof DecisionError ? new UsageError(error.message) : error;
    }
  });
}

function verdictOf({ option, owner, review, note, expect, contractChecked, usageChecked, notice }: DecideOptions): Verdict {
  return {
    ...(option !== undefined && { option }),
    ...(owner !== undefined && { owner }),
    ...(review !== undefined && { reviewOn: review }),
    ...(note !== undefined && { note }),
    ...(expect !== undefined && { expectedCustomers: expect }),
    ...(contractChecked !== undefined && { contractChecked }),
    ...(usageChecked !== undefined && { usageChecked }),
    ...(notice !== undefined && { noticeDate: notice }),
  };
}

function isoDay(written: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(written));
  if (!isDay || new Date(written).toISOString().slice(0, 10) !== written) throw new InvalidArgumentError('Give a date: 2027-03-31.');
  return written;
}

function amount(written: string): number {
  const value = Number(written);
  if (written.trim() === '' || !(value >= 0)) throw new InvalidArgumentError('Give a number from 0.');
  return value;
}

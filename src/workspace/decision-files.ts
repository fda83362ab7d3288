import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Decision } from '../model/decision.js';
import { ConfigDocument, type ConfigProblem } from './config-document.js';
import { decisionOf, decisionSchema, decisionVersion } from './decision-schema.js';

/** Largest file that is read. Notes are prose; nobody writes a megabyte of it. */
const maximumBytes = 1024 * 1024;

export interface ReadDecisions {
  /** In the order of file names. */
  readonly decisions: readonly Decision[];
  readonly problems: readonly ConfigProblem[];
}

/** The folder of decisions beside the configuration, or in the scanned folder where there is none. Absolute path. */
export function decisionFolder(root: string, configFile: string | null): string {
  return path.join(configFile === null ? root : path.dirname(configFile), '.oneoff', 'decisions');
}

/** Reads all decisions; a file that is broken is a problem, and the others count. Links are not followed. */
export function readDecisions(folder: string): ReadDecisions {
  const link = linkIn(folder);
  if (link !== null) {
    const message = 'It is a link; decisions are not read from elsewhere.';
    return { decisions: [], problems: [new ConfigDocument(link, '').problem('error', [], message, 'Make it a folder.')] };
  }
  const decisions: Decision[] = [];
  const problems: ConfigProblem[] = [];
  const seen = new Map<string, string>();
  for (const name of decisionNames(folder)) {
    const read = readDecision(path.join(folder, name));
    if ('problem' in read) problems.push(read.problem);
    else if (seen.has(read.decision.customization)) {
      const message = `It decides about "${read.decision.customization}", and so does ${seen.get(read.decision.customization) ?? ''}.`;
      problems.push(read.document.problem('error', ['customization'], message, 'Keep the one that counts.'));
    } else {
      seen.set(read.decision.customization, name);
      decisions.push(read.decision);
    }
  }
  return { decisions, problems };
}

function decisionNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}

type ReadDecision = { readonly decision: Decision; readonly document: ConfigDocument } | { readonly problem: ConfigProblem };

function readDecision(file: string): ReadDecision {
  const text = readPlainFile(file);
  if (typeof text !== 'string') return { problem: new ConfigDocument(file, '').problem('error', [], text.reason, 'Correct or delete it.') };
  const document = new ConfigDocument(file, text);
  const [syntax] = document.syntaxProblems();
  if (syntax) return { problem: { ...syntax, remedy: 'Correct the line; after a merge, keep one side and remove the marks.' } };
  const checked = decisionSchema.safeParse(document.value());
  if (checked.success) return { decision: decisionOf(checked.data), document };
  const [issue] = checked.error.issues;
  const place = issue?.path.filter((step) => typeof step !== 'symbol') ?? [];
  const name = place.length > 0 ? `"${place.join('.')}"` : 'It';
  return {
    problem: document.problem(
      'error',
      place,
      `${name} is not as a decision has it: ${issue?.message ?? ''}.`,
      'Correct it, or decide anew with oneoff decide.',
    ),
  };
}

function readPlainFile(file: string): string | { readonly reason: string } {
  try {
    const status = lstatSync(file);
    if (!status.isFile()) return { reason: 'It is no file; links are not followed.' };
    return status.size > maximumBytes ? { reason: 'It is over 1 MB.' } : readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    return { reason: `Cannot read it: ${error instanceof Error ? error.message : String(error)}.` };
  }
}

/** The folder of decisions, or the one that holds it, where it is a link: a workspace is not to send files elsewhere. */
function linkIn(folder: string): string | null {
  const isLink = (name: string): boolean => lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return [path.dirname(folder), folder].find(isLink) ?? null;
}

/** The decision cannot be written; the message says why and what to do. */
export class DecisionError extends Error {
  override readonly name = 'DecisionError';
}

/** One value a line in a fixed order, so that two people who change different things do not meet. Gives the path of the file; throws DecisionError. */
export function writeDecision(folder: string, decision: Decision): string {
  const link = linkIn(folder);
  if (link !== null) throw new DecisionError(`${link} is a link; decisions are not written elsewhere. Make it a folder.`);
  const { customization, name, customer, option, owner, decidedOn, reviewOn, note, ...rest } = decision;
  const { expectedCustomers, contractChecked, usageChecked, noticeDate, evidence, oneOffs } = rest;
  const head = { version: decisionVersion, customization, name, customer, option, owner, decidedOn, reviewOn, note };
  const tail = { expectedCustomers, contractChecked, usageChecked, noticeDate, evidence, oneOffs: [...oneOffs].sort() };
  const file = path.join(folder, `${customization}.json`);
  const temporary = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(temporary, `${JSON.stringify({ ...head, ...tail }, null, 2)}\n`);
    renameSync(temporary, file);
  } catch (error) {
    throw new DecisionError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return file;
}

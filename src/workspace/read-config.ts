import type { JSONPath } from 'jsonc-parser';
import type { z } from 'zod';
import { customerColumns, type Config } from '../model/config.js';
import { itemColumns } from '../model/tracker.js';
import { closestWord } from '../link/closest-word.js';
import { ConfigDocument, type ConfigProblem } from './config-document.js';
import { completeConfig, lenientConfigSchema, strictConfigSchema } from './config-schema.js';
import { contradictions, duplicates } from './config-sense.js';
import { trackerProblems, usableTrackers } from './tracker-sense.js';

export interface ReadConfig {
  readonly document: ConfigDocument;
  /** Null when an error keeps the file from being in force. */
  readonly config: Config | null;
  readonly problems: readonly ConfigProblem[];
}

type Issue = z.core.$ZodIssue;

/** Reads the text of an `oneoff.config.json`. Never throws: whatever is wrong is in `problems`. */
export function readConfig(file: string, text: string): ReadConfig {
  const document = new ConfigDocument(file, text);
  if (document.syntaxErrors.length > 0) return { document, config: null, problems: document.syntaxProblems() };
  const value = document.value();
  const strict = strictConfigSchema.safeParse(value);
  const problems = strict.success ? [] : strict.error.issues.flatMap((issue) => describe(document, value, issue));
  const lenient = lenientConfigSchema.safeParse(value);
  if (!lenient.success) return { document, config: null, problems };
  const repeated = duplicates(document, lenient.data);
  const usable = { ...lenient.data, trackers: [...usableTrackers(lenient.data)] };
  const config = repeated.length > 0 ? null : completeConfig(usable);
  const doubtful = [...contradictions(document, lenient.data), ...trackerProblems(document, lenient.data)];
  return { document, config, problems: [...problems, ...repeated, ...doubtful] };
}

function describe(document: ConfigDocument, value: unknown, issue: Issue): ConfigProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(document, path, key));
  const name = path.length > 0 ? `"${formatPath(path)}"` : 'The configuration';
  const found = at(value, path);
  if (found === undefined) return [document.problem('error', path, `${name} is missing.`, `Add it: ${expectation(issue)}.`)];
  if (issue.code === 'too_small' && typeof found !== 'number')
    return [document.problem('error', path, `${name} is empty.`, 'Fill it in or remove it.')];
  const message = `${name} must be ${expectation(issue)}, but it is ${nameValue(found)}.`;
  const list = expectation(issue) === 'a list' && typeof found === 'string';
  return [document.problem('error', path, message, list ? `Write [${JSON.stringify(found)}].` : 'Correct it or remove it.')];
}

function unknownKey(document: ConfigDocument, path: JSONPath, key: string): ConfigProblem {
  const known = knownKeys(path);
  const close = closestWord(key, known);
  const where = path.length > 0 ? ` in "${formatPath(path)}"` : '';
  const remedy = close ? `Did you mean "${close}"?` : `Known keys: ${known.join(', ')}.`;
  return document.keyProblem('warning', [...path, key], `Unknown key "${key}"${where}; it has no effect.`, remedy);
}

function knownKeys(path: JSONPath): readonly string[] {
  const { shape } = strictConfigSchema;
  if (path[0] === 'customers') return Object.keys(shape.customers.unwrap().element.shape);
  if (path[0] === 'customerFiles') return path.includes('columns') ? customerColumns : ['path', 'columns'];
  if (path[0] === 'trackers') return path.includes('columns') ? itemColumns : Object.keys(shape.trackers.unwrap().element.shape);
  if (path[0] === 'links') return Object.keys(shape.links.unwrap().element.shape);
  if (path[0] === 'budgets') return Object.keys(shape.budgets.unwrap().element.shape);
  if (path[0] === 'planning') return Object.keys(shape.planning.unwrap().shape);
  if (path[0] === 'severities') return Object.keys(shape.severities.unwrap().shape);
  if (path[0] === 'debt') return path.length > 1 ? ['low', 'high'] : Object.keys(shape.debt.unwrap().shape);
  return Object.keys(shape).filter((key) => key !== '$schema');
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        { array: 'a list', string: 'a text', object: 'an object', number: 'a number', boolean: 'true or false' }[String(issue.expected)] ??
        issue.expected
      );
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_union':
    case 'custom':
      return issue.path[0] === 'debt' ? 'a number from 0, or a range like { "low": 10, "high": 30 }' : 'a text or a number';
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return issue.inclusive === false ? `less than ${issue.maximum}` : `at most ${issue.maximum}`;
    default:
      return 'valid';
  }
}

function nameValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? `the text ${JSON.stringify(value)}` : `the ${typeof value} ${JSON.stringify(value)}`;
}

function formatPath(path: JSONPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index > 0 ? `.${step}` : step)).join('');
}

function at(value: unknown, path: JSONPath): unknown {
  return path.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[step] : undefined), value);
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

import { createRequire } from 'node:module';
import path from 'node:path';
import addFormats from 'ajv-formats';
import Ajv4 from 'ajv-draft-04';
import { readJsonObject } from './json-file.js';

const matchers = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
// One of its patterns is none to regular expressions with the flag u.
const ajv = new Ajv4.default({ allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(readJsonObject(path.join(path.dirname(matchers), 'schemas', 'sarif-2.1.0-rtm.5.json')));

/** What the official schema of SARIF 2.1.0 says against a log. */
export function sarifErrors(log: unknown): readonly string[] {
  return validate(log) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

import { readFileSync } from 'node:fs';
import type { Report } from '../../../src/model/report.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads a JSON file of the project, or any that holds an object. */
export function readJsonObject(file: string): JsonObject {
  return objectIn(readFileSync(file, 'utf8'));
}

/** A report as written; whether it is one, the published schema says. */
export function reportIn(text: string): Report {
  const value: unknown = JSON.parse(text);
  if (!isReport(value)) throw new Error(`This is no report: ${text.slice(0, 200)}`);
  return value;
}

function objectIn(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new Error(`This is no JSON object: ${text.slice(0, 200)}`);
  return value;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isReport(value: unknown): value is Report {
  return isObject(value) && Array.isArray(value['findings']) && Array.isArray(value['customers']) && isObject(value['stats']);
}

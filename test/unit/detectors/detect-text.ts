import assert from 'node:assert/strict';
import { detectFile } from '../../../src/detectors/registry.js';
import { collectFacts } from '../../../src/facts/collect-facts.js';
import { availableParsers, loadParser, type ParserName } from '../../../src/facts/parse.js';
import { createModuleResolver, type PackageFacts, type PathFacts } from '../../../src/link/modules.js';
import { linkWorkspace, type Workspace } from '../../../src/link/workspace.js';
import { defaultConfig, type Config, type ConfiguredCustomer } from '../../../src/model/config.js';
import type { Finding, Kind } from '../../../src/model/finding.js';

/** Source texts by path; one text alone is `src/app.tsx`. Common indentation and the line break after the opening quote are taken off. */
export type Sources = string | Readonly<Record<string, string>>;

interface Surroundings {
  readonly config?: Partial<Config>;
  readonly packages?: readonly PackageFacts[];
  readonly paths?: readonly PathFacts[];
  readonly parser?: ParserName;
}

/** A source text in a table of cases, and what is to be found in it. */
export interface Case extends Surroundings {
  readonly name: string;
  readonly code: Sources;
  /** `branch acme 3`, `lookup acme|globex src/b.ts:3`: kind, customers and place of all that is shown without asking for `low`. */
  readonly expect: readonly string[];
  /** Findings about which two careful readers can differ; they may be there or not. */
  readonly maybe?: readonly string[];
}

/** A source text that looks like a finding and is none. */
export interface Temptation extends Surroundings {
  readonly name: string;
  readonly code: Sources;
  readonly why: string;
}

function customer(id: string, more: Partial<ConfiguredCustomer> = {}): ConfiguredCustomer {
  return { id, name: id, aliases: [], ids: [], domains: [], status: 'active', standing: 'customer', ...more };
}

/** What a team would configure that serves these six. */
export const known: Partial<Config> = {
  customers: [
    customer('acme', { name: 'Acme Corp', ids: ['7c9e6679-7425-40de-944b-e07fc1f90ae7', '42'], domains: ['acme.com'] }),
    customer('globex', { name: 'Globex', ids: ['ws_9Kd02LmQx1'], domains: ['globex.io'] }),
    customer('initech', { name: 'Initech', domains: ['initech.co.uk'] }),
    customer('hooli', { name: 'Hooli', aliases: ['HL'] }),
    customer('umbrella', { name: 'Umbrella Health' }),
    customer('northwind', { name: 'Northwind Traders', aliases: ['nwt'] }),
  ],
};

/** To be awaited before anything is detected. */
export async function loadParsers(): Promise<void> {
  await loadParser('typescript-estree');
  await availableParsers();
}

export function linkText(code: Sources, { config, packages = [], paths = [], parser = 'typescript-estree' }: Surroundings = {}): Workspace {
  const files = new Map(Object.entries(sourcesOf(code)).map(([path, text]) => [path, collectFacts(text, path, parser)]));
  const modules = createModuleResolver({ files: files.keys(), packages, paths });
  return linkWorkspace({ files, modules, config: { ...defaultConfig, ...config } });
}

export function detectText(code: Sources, surroundings: Surroundings = {}): readonly Finding[] {
  const workspace = linkText(code, surroundings);
  return [...workspace.files.keys()].flatMap((path) => detectFile(workspace, path).findings);
}

/** `branch acme 3` for one text, `branch acme src/b.ts:3` for several. */
export function compact(code: Sources, { kind, customers, path, range }: Finding): string {
  const place = typeof code === 'string' ? String(range.start.line) : `${path}:${range.start.line}`;
  return `${kind} ${customers.toSorted().join('|')} ${place}`;
}

/**
 * Asserts that the customer kinds shown are those expected, no more and no less: with customers configured and, unless the case brings
 * its own configuration, without. One hint alone may leave an inferred customer at `low`, so there the expected ones count at any confidence.
 */
export function assertFinds({ code, expect, maybe = [], config, ...surroundings }: Case): void {
  for (const [name, one] of configurations(config)) {
    const findings = detectText(code, { ...surroundings, config: one });
    const isConfigured = (one.customers ?? []).length > 0;
    const found = findings
      .filter(({ kind, confidence }) => kind !== 'flag' && (confidence !== 'low' || !isConfigured))
      .map((finding) => ({ text: compact(code, finding), isLow: finding.confidence === 'low' }))
      .filter(({ text, isLow }) => expect.includes(text) || !(isLow || maybe.includes(text)))
      .map(({ text }) => text);
    assert.deepEqual(found.toSorted(), expect.toSorted(), name);
  }
}

/** Asserts that nothing is shown, be the customers configured or not. */
export function assertLeaves({ code, config, ...surroundings }: Temptation): void {
  for (const [name, one] of configurations(config)) assert.deepEqual(shown(code, { ...surroundings, config: one }), [], name);
}

function configurations(own: Partial<Config> | undefined): readonly (readonly [string, Partial<Config>])[] {
  return own
    ? [['as configured', own]]
    : [
        ['with customers configured', known],
        ['without configuration', {}],
      ];
}

/** The findings of one kind that lie on one line. */
export function findingAt(findings: readonly Finding[], kind: Kind, line: number): Finding {
  const found = findings.find((finding) => finding.kind === kind && finding.range.start.line === line);
  assert.ok(found, `no ${kind} on line ${line}`);
  return found;
}

export function sourcesOf(code: Sources): Readonly<Record<string, string>> {
  const sources = typeof code === 'string' ? { 'src/app.tsx': code } : code;
  return Object.fromEntries(Object.entries(sources).map(([path, text]) => [path, withoutIndentation(text)]));
}

function shown(code: Sources, surroundings: Surroundings): string[] {
  return detectText(code, surroundings)
    .filter(({ kind, confidence }) => kind !== 'flag' && confidence !== 'low')
    .map((finding) => compact(code, finding));
}

function withoutIndentation(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const depths = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const depth = Math.min(...depths);
  return lines.map((line) => line.slice(depth)).join('\n') + '\n';
}

import { detectFile } from '../../../src/detectors/registry.js';
import { collectFacts } from '../../../src/facts/collect-facts.js';
import { PrintMaker } from '../../../src/facts/prints/prints.js';
import { findForks } from '../../../src/link/forks/find-forks.js';
import { matchCopies } from '../../../src/link/forks/match-copies.js';
import { mayBeForked } from '../../../src/link/forks/may-be-forked.js';
import type { GitCopy } from '../../../src/link/forks/git-evidence.js';
import { Verifier } from '../../../src/link/forks/verify.js';
import { createModuleResolver } from '../../../src/link/modules.js';
import { linkWorkspace } from '../../../src/link/workspace.js';
import { defaultConfig, type Config } from '../../../src/model/config.js';
import type { Finding } from '../../../src/model/finding.js';

export interface ForkSources {
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly config?: Partial<Config>;
  /** Folders with a package of their own. */
  readonly packages?: readonly string[];
  readonly copies?: Readonly<Record<string, GitCopy>>;
  /** ISO dates by path. */
  readonly births?: Readonly<Record<string, string>>;
}

/** The forks in a few files, as a scan finds them, but that no file is parsed. */
export function detectForks({ files, config = {}, packages = [], copies = {}, births = {} }: ForkSources): readonly Finding[] {
  const maker = new PrintMaker();
  const prints = new Map(Object.entries(files).flatMap(([path, text]) => (mayBeForked(path) ? [[path, maker.of(text)]] : [])));
  const matches = matchCopies(prints);
  const search = { matches, packages: new Set(packages) };
  const facts = new Map(Object.entries(files).map(([path, text]) => [path, collectFacts(text, path, 'typescript-estree')]));
  const modules = createModuleResolver({ files: Object.keys(files), packages: [], paths: [] });
  const workspace = linkWorkspace({ files: facts, modules, config: { ...defaultConfig, ...config }, copies: search });
  const textOf = (path: string): string | null => files[path] ?? null;
  const { customers } = workspace;
  const forks = findForks({
    ...search,
    customers,
    textOf,
    verifier: new Verifier(),
    gitEvidence: { copies: new Map(Object.entries(copies).map(([path, copy]) => [path, [copy]])), births: new Map(Object.entries(births)) },
  });
  const linked = { ...workspace, forks };
  return [...forks.keys()].sort().flatMap((path) => detectFile(linked, path).findings.filter(({ kind }) => kind === 'fork'));
}

/** `file src/a.acme.ts < src/a.ts acme high`: unit, place, origin, subject and confidence. */
export function describeFork({ path, fork, confidence, text }: Finding): string {
  if (!fork) return path;
  const name = fork.unit === 'function' || fork.unit === 'class' ? `#${text.replace(/^\w+ /, '')}` : '';
  return `${fork.unit} ${path}${name} < ${fork.origin.path} ${fork.subject} ${confidence}`;
}

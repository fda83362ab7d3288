import assert from 'node:assert/strict';
import { rangeOf } from '../../../src/detectors/draft.js';
import { detectFlags } from '../../../src/detectors/flag.js';
import { collectFacts } from '../../../src/facts/collect-facts.js';
import { loadParser } from '../../../src/facts/parse.js';
import { createModuleResolver } from '../../../src/link/modules.js';
import { linkWorkspace, type Workspace } from '../../../src/link/workspace.js';
import { defaultConfig, type Config } from '../../../src/model/config.js';

/** One file (`app.tsx`) or several; of several the last one is looked at. */
export type Sources = string | Readonly<Record<string, string>>;

export interface FlagCase {
  /** What the case shows; for a negative one, why it is no flag. */
  readonly why: string;
  readonly code: Sources;
  /** `line: key provider confidence` of each finding, `?` for a computed key; empty where nothing may be found. */
  readonly flags: readonly string[];
  readonly config?: Partial<Config>;
}

export async function workspaceOf(code: Sources, config: Partial<Config> = {}): Promise<Workspace> {
  await loadParser('typescript-estree');
  const sources = typeof code === 'string' ? { 'app.tsx': code } : code;
  const files = new Map(Object.entries(sources).map(([path, text]) => [path, collectFacts(text, path, 'typescript-estree')]));
  for (const [path, facts] of files) assert.deepEqual(facts.damage, [], `${path} must parse`);
  const modules = createModuleResolver({ files: files.keys(), packages: [], paths: [] });
  return linkWorkspace({ files, modules, config: { ...defaultConfig, ...config } });
}

/** The flag findings of the last file. */
export async function flagsOf(code: Sources, config?: Partial<Config>): Promise<ReturnType<typeof detectFlags>> {
  const workspace = await workspaceOf(code, config);
  const [path, facts] = [...workspace.files].at(-1) ?? [];
  return path !== undefined && facts ? detectFlags(workspace, path, facts) : [];
}

/** Runs one test per case. */
export function testFlagCases(title: string, cases: readonly FlagCase[]): void {
  describe(title, () => {
    for (const { why, code, flags, config } of cases) {
      it(`${flags.length > 0 ? 'finds' : 'leaves'}: ${why}`, async () => {
        const workspace = await workspaceOf(code, config);
        const [path = '', facts] = [...workspace.files].at(-1) ?? [];
        const found = facts ? detectFlags(workspace, path, facts) : [];
        const lines = found.map((draft) => {
          const line = facts ? rangeOf(facts, draft.span).start.line : 0;
          return `${line}: ${draft.flag?.key ?? '?'} ${draft.flag?.provider ?? ''} ${draft.confidence}`;
        });
        assert.deepEqual(lines, flags);
        assert.ok(
          found.every(({ text, flag }) => text !== '' || flag?.key === null),
          'each says what it is',
        );
      });
    }
  });
}

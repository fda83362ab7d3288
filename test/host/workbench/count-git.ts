import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface GitCount {
  readonly env: Readonly<Record<string, string>>;
  readonly started: () => number;
  readonly remove: () => Promise<void>;
}

/** Puts a git before the real one that counts how often it is started. */
export async function countGit(): Promise<GitCount> {
  const folder = await mkdtemp(join(tmpdir(), 'oneoff-git-'));
  const log = join(folder, 'log');
  const real = execFileSync('/bin/sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  await writeFile(join(folder, 'git'), `#!/bin/sh\necho "$@" >> "${log}"\nexec "${real}" "$@"\n`, { mode: 0o755 });
  return {
    env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    started: (): number => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

import { execFileSync } from 'node:child_process';
import type { AskedFile } from '../../../src/history/describe-lines.js';
import { readHistory, type HistoryOptions, type ReadHistory } from '../../../src/history/read-history.js';
import { TemporaryFolder } from '../workspace/temporary-folder.js';

/** A repository for one test, whose commits are a day apart: the first is of 1 January 2026. */
export class TestRepository extends TemporaryFolder {
  #day = 0;

  constructor() {
    super();
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: readonly string[]): string {
    const date = `${new Date(Date.UTC(2026, 0, 1 + this.#day)).toISOString().slice(0, 10)}T12:00:00Z`;
    const settings = ['-c', 'protocol.file.allow=always', '-c', 'commit.gpgSign=false'];
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, ...identity('AUTHOR'), ...identity('COMMITTER') };
    return execFileSync('git', [...settings, ...args], { cwd: this.path, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Writes the files and commits everything. Gives the commit's hash. */
  commit(message: string, files: Readonly<Record<string, string | Buffer>> = {}): string {
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', message);
    this.#day++;
    return this.git('rev-parse', 'HEAD').trim();
  }
}

function identity(role: 'AUTHOR' | 'COMMITTER'): Record<string, string> {
  return { [`GIT_${role}_NAME`]: 'Ada', [`GIT_${role}_EMAIL`]: 'ada@example.com' };
}

export function asked(path: string, text: string, first: number, last: number): AskedFile {
  return { path, text, lines: [{ id: path, first, last, test: null }] };
}

export function history(root: string, files: readonly AskedFile[], more: Partial<HistoryOptions> = {}): Promise<ReadHistory> {
  return readHistory({ root, files, from: '2025-06-01', to: '2026-06-01', store: null, ...more });
}

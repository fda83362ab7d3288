import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const people = {
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
};

/** A git repository, in a temporary folder unless another one is given, that a test builds with real commits, each on the day that it says. */
export class StoryRepository {
  readonly folder: string;

  constructor(folder = mkdtempSync(join(tmpdir(), 'oneoff-story-'))) {
    this.folder = folder;
    this.#git(['init', '--quiet', '--initial-branch=main'], '');
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Commits all that was written, or only what lies below some paths; gives the full hash. */
  commit(message: string, date: string, paths: readonly string[] = ['.']): string {
    this.#git(['add', '--all', '--', ...paths], date);
    this.#git(['commit', '--quiet', '-m', message], date);
    return this.#git(['rev-parse', 'HEAD'], date).trim();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #git(args: readonly string[], date: string): string {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
    return execFileSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...Object.fromEntries(inherited),
        ...people,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
        GIT_CONFIG_GLOBAL: '',
        GIT_CONFIG_NOSYSTEM: '1',
      },
    });
  }
}

/** An ISO date-time so many months ago, and two days: so that whole months have passed whatever the month. */
export function monthsAgo(months: number): string {
  const date = new Date();
  date.setUTCMonth(date.getUTCMonth() - months, date.getUTCDate() - 2);
  return date.toISOString();
}

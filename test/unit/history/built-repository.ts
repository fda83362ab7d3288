import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const identity = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};

/** A real git repository in a temporary folder, built commit by commit. Each commit is an hour younger than the one before. */
export class BuiltRepository {
  readonly folder: string;
  #hours = 0;

  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'oneoff-built-'));
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('config', 'core.autocrlf', 'false');
  }

  git(...args: string[]): string {
    const date = new Date(Date.UTC(2024, 0, 1) + this.#hours * 3_600_000).toISOString();
    return execFileSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...identity,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
        GIT_CONFIG_GLOBAL: '',
        GIT_CONFIG_NOSYSTEM: '1',
      },
    }).trim();
  }

  write(file: string, text: string): void {
    const target = path.join(this.folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  /** Replaces a text that must be there. */
  edit(file: string, ...replacements: readonly (readonly [string, string])[]): void {
    let text = this.read(file);
    for (const [from, to] of replacements) {
      if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
      text = text.replace(from, () => to);
    }
    this.write(file, text);
  }

  /** Takes all that was written. */
  commit(message: string): void {
    this.#hours++;
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', message);
  }

  /** Full hash of the last commit. */
  get head(): string {
    return this.git('rev-parse', 'HEAD');
  }

  /** Lets time pass before the next commit. */
  wait(days = 0): void {
    this.#hours += 1 + days * 24;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

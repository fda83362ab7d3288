import { execFileSync } from 'node:child_process';
import { TemporaryFolder, type FileContents } from './workspace/temporary-folder.js';

/** A git repository for one test. */
export class GitFolder extends TemporaryFolder {
  constructor(files: FileContents = {}) {
    super(files);
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...words: readonly string[]): string {
    const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
    return execFileSync('git', [...identity, ...words], { cwd: this.path, encoding: 'utf8', stdio: 'pipe' });
  }

  /** Commits all that is there now, at an ISO date-time where one is given, and gives the full hash. */
  commit(message: string, date?: string): string {
    this.git('add', '--all');
    const when = date === undefined ? {} : { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    const env = { ...process.env, ...when };
    const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
    execFileSync('git', [...identity, 'commit', '--quiet', '--allow-empty', '-m', message], { cwd: this.path, env });
    return this.git('rev-parse', 'HEAD').trim();
  }
}

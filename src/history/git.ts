import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { devNull } from 'node:os';

/** Why git could not answer. `missing`: not installed; `no-repository`: the folder is in none; `timeout`: it took too long. */
export type GitFailure = 'missing' | 'no-repository' | 'timeout' | 'failed';

/** Git could not answer; the message says why in words for people, without the output of git when that could hold an address. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly failure: GitFailure;

  constructor(failure: GitFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

export interface GitOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds after which git is ended. */
  readonly timeout?: number;
  /** Written to its standard input. */
  readonly input?: string;
  /** Exit codes that are answers too: `git diff --exit-code` ends with 1, `merge-base` without a base also. */
  readonly accept?: readonly number[];
}

/** A minute is more than any single question to a large repository took; whoever asks for more says so. */
const defaultTimeout = 60_000;

/**
 * What a repository's own configuration must not do: run programs, ask for passwords, or fetch. Filters and external differs are left out
 * by the options of the single commands, see `withoutPrograms`.
 */
const settings = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  'core.pager=cat',
  'core.quotePath=false',
  'core.sshCommand=false',
  'core.askPass=',
  'credential.helper=',
  'diff.external=',
  'log.showSignature=false',
  'log.mailmap=true',
  'gpg.program=false',
  'protocol.allow=never',
  'submodule.recurse=false',
  'color.ui=false',
].flatMap((setting) => ['-c', setting]);

/** Commands that would run external differs or text converters which the repository names. */
const differs = new Set(['log', 'show', 'diff', 'diff-tree', 'blame']);

function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
  };
}

function withoutPrograms(args: readonly string[]): readonly string[] {
  const [command = '', ...rest] = args;
  if (command === 'blame') return [command, '--no-textconv', ...rest];
  return differs.has(command) ? [command, '--no-ext-diff', '--no-textconv', ...rest] : args;
}

/**
 * Asks git about one folder. One process at a time, whatever is asked at once: the others wait for their turn. Nothing is written, no
 * program of the repository's configuration is run, nothing is fetched.
 */
export class Git {
  readonly #folder: string;
  readonly #program: string;
  #last: Promise<unknown> = Promise.resolve();
  #started = 0;

  /** `program` is put in by tests. */
  constructor(folder: string, program = 'git') {
    this.#folder = folder;
    this.#program = program;
  }

  /** Processes started so far. */
  get processes(): number {
    return this.#started;
  }

  /** The whole output as text. */
  async text(args: readonly string[], options: GitOptions = {}): Promise<string> {
    const parts: Buffer[] = [];
    await this.stream(args, (chunk) => parts.push(chunk), options);
    return Buffer.concat(parts).toString('utf8');
  }

  /** Calls `take` with every piece of output that ends with `separator`, without it, and with what follows the last one if it isn't empty. */
  async pieces(args: readonly string[], separator: '\n' | '\0', take: (piece: string) => void, options: GitOptions = {}): Promise<void> {
    const end = separator.charCodeAt(0);
    let rest: Buffer[] = [];
    const onChunk = (chunk: Buffer): void => {
      let from = 0;
      for (let at = chunk.indexOf(end); at >= 0; at = chunk.indexOf(end, from)) {
        take(Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8'));
        rest = [];
        from = at + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    };
    await this.stream(args, onChunk, options);
    if (rest.length > 0) take(Buffer.concat(rest).toString('utf8'));
  }

  /** Calls `take` with the output as it comes. Rejects with `GitError`, or with the signal's reason. */
  async stream(args: readonly string[], take: (chunk: Buffer) => void, options: GitOptions = {}): Promise<void> {
    const turn = this.#last.then(() => {
      options.signal?.throwIfAborted();
      return this.#run(args, take, options);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #run(args: readonly string[], take: (chunk: Buffer) => void, options: GitOptions): Promise<void> {
    const { signal, timeout = defaultTimeout, input, accept = [] } = options;
    this.#started++;
    const child = spawn(this.#program, ['--no-pager', ...settings, ...withoutPrograms(args)], {
      cwd: this.#folder,
      env: environment(),
      windowsHide: true,
    });
    return new Promise((resolve, reject) => {
      const end = endWith(child, signal, timeout);
      const complaints: Buffer[] = [];
      child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
      child.stdout.on('data', take);
      child.on('error', () => {
        end.forget();
        reject(new GitError('missing', 'Git cannot be started. Install it, or make it known to PATH, to see ages and changes.'));
      });
      child.on('close', (code) => {
        end.forget();
        if (signal?.aborted) reject(abortError(signal));
        else if (end.isLate) reject(new GitError('timeout', `Git took more than ${Math.round(timeout / 1000)} s for "${args[0] ?? ''}".`));
        else if (code === 0 || accept.includes(code ?? -1)) resolve();
        else reject(refusal(args[0] ?? '', Buffer.concat(complaints).toString('utf8')));
      });
      // A process that ends before it has read everything says so itself.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    });
  }
}

function abortError(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('The work was cancelled.', 'AbortError');
}

function endWith(
  child: ChildProcessWithoutNullStreams,
  signal: AbortSignal | undefined,
  timeout: number,
): { readonly isLate: boolean; forget(): void } {
  let isLate = false;
  const stop = (): void => {
    child.kill('SIGKILL');
  };
  const timer = setTimeout(() => {
    isLate = true;
    stop();
  }, timeout);
  signal?.addEventListener('abort', stop, { once: true });
  return {
    get isLate() {
      return isLate;
    },
    forget() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    },
  };
}

function refusal(command: string, complaint: string): GitError {
  if (/not a git repository|detected dubious ownership/i.test(complaint)) {
    const isForeign = /dubious ownership/i.test(complaint);
    return new GitError(
      'no-repository',
      isForeign
        ? 'The repository belongs to another user, and git reads it only when it is listed as safe.directory.'
        : 'The folder is in no git repository.',
    );
  }
  const [first = ''] = complaint.split('\n');
  return new GitError('failed', `git ${command} failed: ${first.replace(/\/\/[^@/\s]*@/g, '//').slice(0, 300)}`);
}

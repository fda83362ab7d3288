import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Called when the process has started. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the bundled command line as a user would. */
export function runCli(words: readonly string[], { cwd, env, onStart }: RunOptions = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [path.resolve('dist/cli.js'), ...words], { cwd, env: { ...process.env, NO_COLOR: '1', ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  onStart?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

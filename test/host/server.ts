import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareServer, projectFolder } from './prepare-server.js';

export interface ServerOptions {
  /** User settings of the window. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** A packaged extension to install as a user would; without it the project folder is the extension under development. */
  readonly vsix?: string;
}

export interface HostServer {
  /** Address of a window on `folder` (or on nothing); `tests` is the module that the extension host runs. */
  url(folder: string | null, tests?: string): string;
  readonly logFile: string;
  /** Where it keeps what it knows: settings, states, logs. */
  readonly dataFolder: string;
  dispose(): Promise<void>;
}

const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'typescript.validate.enable': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'editor.minimap.enabled': false,
  'chat.commandCenter.enabled': false,
};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

function untilListening(server: ChildProcess, logFile: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`VS Code Server did not start within 60 s; its log is ${logFile}.`));
    }, 60_000);
    server.stdout?.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('agent listening on')) return;
      clearTimeout(timer);
      resolve();
    });
    server.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code Server ended with ${String(code)}; its log is ${logFile}.`));
    });
  });
}

function untilGone(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) {
      resolve();
      return;
    }
    server.once('exit', () => {
      resolve();
    });
    server.kill('SIGTERM');
    setTimeout(() => server.kill('SIGKILL'), 3_000).unref();
  });
}

function address(port: number, developed: boolean): HostServer['url'] {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
  return (folder, tests) => {
    const payload: [string, string][] = [['skipWelcome', 'true']];
    if (developed) payload.push(['extensionDevelopmentPath', remote(projectFolder)]);
    if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
    const query = new URLSearchParams({ payload: JSON.stringify(payload) });
    if (folder === null) query.set('ew', 'true');
    else query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
    return `http://127.0.0.1:${port}/?${query.toString()}`;
  };
}

/** Starts a VS Code Server with fresh user data; `dispose` ends it and removes them. */
export async function startServer(options: ServerOptions = {}): Promise<HostServer> {
  const main = await prepareServer();
  const data = await mkdtemp(join(tmpdir(), 'oneoff-host-'));
  const extensions = join(data, 'extensions');
  await mkdir(join(data, 'data', 'User'), { recursive: true });
  await writeFile(join(data, 'data', 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }));
  const shared = ['--server-data-dir', data, '--extensions-dir', extensions, '--accept-server-license-terms'];
  if (options.vsix !== undefined) {
    const done = spawnSync(process.execPath, [main, '--install-extension', options.vsix, ...shared], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`Installing ${options.vsix} failed:\n${done.stdout}${done.stderr}`);
  }
  const port = await freePort();
  const logFile = join(data, 'server.log');
  const server = spawn(
    process.execPath,
    [
      main,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--disable-telemetry',
      '--force-disable-user-env',
      ...shared,
    ],
    { env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const log = createWriteStream(logFile);
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  await untilListening(server, logFile);
  return {
    url: address(port, options.vsix === undefined),
    logFile,
    dataFolder: data,
    dispose: async () => {
      await untilGone(server);
      await rm(data, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

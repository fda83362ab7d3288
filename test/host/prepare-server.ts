import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** VS Code 1.100.3 on Node 20; newer ones want a newer Node. */
const codeServerVersion = '4.100.3';

/** Where what the tests install once is kept, outside the project so that `npm ci` does not undo it. */
export const cacheFolder = process.env['ONEOFF_HOST_CACHE'] ?? join(homedir(), '.cache', 'oneoff-vscode-host');

/**
 * Makes `make(folder)` happen once: it fills a scratch folder that gets its name only when complete, so a broken
 * download is tried again next time and two runs at once do no harm.
 */
export async function prepareOnce(name: string, make: (folder: string) => void | Promise<void>): Promise<string> {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  const scratch = await mkdtemp(join(cacheFolder, `${name}.partial-`));
  try {
    await make(scratch);
    await rename(scratch, folder);
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** npm as a child of `npm test` must not inherit where that one is working. */
function npm(folder: string, args: readonly string[]): void {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_(config_local_prefix|package_|lifecycle_|command)/.test(name));
  const done = spawnSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    env: Object.fromEntries(inherited),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}; check the network and run the tests again.`);
}

/** Stand-ins for native modules, which npm alone cannot build: the log keeps nothing, the watchdog leaves its work to the closing channel. */
const standIns: Readonly<Record<string, string>> = {
  '@vscode/spdlog': `const logger = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => undefined) });
exports.setFlushOn = () => undefined;
exports.setLevel = () => undefined;
exports.createRotatingLogger = async () => logger;
exports.createAsyncRotatingLogger = async () => logger;
`,
  'native-watchdog': 'exports.start = () => undefined;\n',
};

/**
 * Installs VS Code Server from the npm package code-server and gives the path of its `server-main.js`. Nothing native is
 * built, so there is no terminal, which no test needs.
 */
export async function prepareServer(): Promise<string> {
  const inside = join('node_modules', 'code-server', 'lib', 'vscode');
  const folder = await prepareOnce(`code-server-${codeServerVersion}`, async (scratch) => {
    console.log(`Preparing VS Code Server ${codeServerVersion} once in ${cacheFolder} …`);
    npm(scratch, ['install', `code-server@${codeServerVersion}`, '--prefix', '.']);
    npm(join(scratch, inside), ['install', '--omit=dev', '--prefix', '.']);
    for (const [name, text] of Object.entries(standIns)) await writeFile(join(scratch, inside, 'node_modules', name, 'index.js'), text);
    // Its tsserver is not in the package; the window would say so in every picture.
    await rm(join(scratch, inside, 'extensions', 'typescript-language-features'), { recursive: true });
    await symlink('node_modules', join(scratch, inside, 'node_modules.asar'));
  });
  return join(folder, inside, 'out', 'server-main.js');
}

/** The root of the project, seen from the compiled harness in `out/test/host`. */
export const projectFolder = dirname(dirname(dirname(import.meta.dirname)));

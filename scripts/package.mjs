// npm run package [-- --target linux-x64]: packs the VSIX. Without a target it is pure JavaScript and runs everywhere; with one it
// brings that platform's oxc parser, provided that npm installed it here.
import { createVSIX } from '@vscode/vsce';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const maxMegabytes = 6;

/** VS Code's name of a platform, and oxc's. */
const bindings = {
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'alpine-x64': 'linux-x64-musl',
  'alpine-arm64': 'linux-arm64-musl',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'win32-x64-msvc',
  'win32-arm64': 'win32-arm64-msvc',
};

/** The bundle looks for oxc-parser in dist/node_modules; its WebAssembly and its types stay behind. */
async function addParser(target) {
  const binding = bindings[target];
  if (binding === undefined) throw new Error(`Unknown target ${target}. Known: ${Object.keys(bindings).join(', ')}.`);
  for (const name of ['oxc-parser', `@oxc-parser/binding-${binding}`]) {
    const from = join(root, 'node_modules', name);
    await stat(from).catch(() => {
      throw new Error(`${name} is not installed here. Run npm ci on ${target}, or npm install --no-save --force ${name}.`);
    });
    const to = join(root, 'dist', 'node_modules', name);
    await mkdir(to, { recursive: true });
    await cp(from, to, {
      recursive: true,
      filter: (file) => !/\.wasm$|\.d\.m?ts$|workerd|node_modules[\\/]oxc-parser[\\/]node_modules/.test(file),
    });
  }
}

async function pack(target) {
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const packagePath = join(root, `${name}-${version}${target === undefined ? '' : `-${target}`}.vsix`);
  await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false, target });
  const megabytes = (await stat(packagePath)).size / 1e6;
  console.log(`${basename(packagePath)}: ${megabytes.toFixed(2)} MB`);
  if (megabytes > maxMegabytes) throw new Error(`The package is larger than ${maxMegabytes} MB.`);
}

const { target } = parseArgs({ options: { target: { type: 'string' } } }).values;
try {
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The build failed.');
  if (target !== undefined) await addParser(target);
  await pack(target);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

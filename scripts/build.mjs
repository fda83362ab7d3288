// Bundles the entry points into dist/: the extension as CommonJS, the worker and the command line as ESM that share chunks, pages
// for browsers.
import { build, context } from 'esbuild';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minify: !watch,
  sourcemap: watch ? 'linked' : false,
  legalComments: 'none',
  // jsonc-parser's main file hides its requires from bundlers.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
};

const extension = {
  ...common,
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  external: ['vscode'],
};

// Bundled CommonJS packages (typescript) call require(); ESM output has none of its own.
const requireBanner = "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
const filenameBanner =
  "import { fileURLToPath as __toPath } from 'node:url'; const __filename = __toPath(import.meta.url), __dirname = __toPath(new URL('.', import.meta.url));";

const engine = {
  ...common,
  entryPoints: {
    worker: 'src/worker.ts',
    cli: 'src/cli.ts',
    // tinypool starts its threads from this file, which it looks for beside the bundle.
    'entry/worker': 'node_modules/tinypool/dist/entry/worker.js',
  },
  outdir: 'dist',
  // Beside the entry points, because tinypool and the pool find their files relative to import.meta.url.
  chunkNames: 'chunk-[hash]',
  format: 'esm',
  splitting: true,
  banner: { js: requireBanner + filenameBanner },
  // Native and optional: used where its binding loads.
  external: ['oxc-parser'],
};

/** What runs inside webviews: one script a page. */
const webviews = {
  ...common,
  entryPoints: { board: 'src/webview/board.ts' },
  outdir: 'dist/webview',
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
};

if (watch) {
  const contexts = await Promise.all([context(extension), context(engine), context(webviews)]);
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  await rm(new URL('../dist', import.meta.url), { recursive: true, force: true });
  await Promise.all([build(extension), build(engine), build(webviews)]);
}

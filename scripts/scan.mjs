// npm run scan -- [DIR] [options]: builds the bundles, then runs the command line; DIR defaults to the demo workspace.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = (path) => fileURLToPath(new URL(path, import.meta.url));
const run = (file, args) => spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' }).status ?? 3;

const built = run(script('build.mjs'), []);
if (built !== 0) process.exit(3);

const args = process.argv.slice(2);
const target = args[0] === undefined || args[0].startsWith('-') ? [script('../test/fixtures/demo'), ...args] : args;
process.exitCode = run(script('../dist/cli.js'), ['scan', ...target]);

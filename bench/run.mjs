// Times a scan of a large public code base beside ESLint with one rule on the same files: `npm run bench [-- RUNS]`.
// Quote the ratios, which hold on any machine, not the seconds.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = path.join(root, '.cache', 'bench');
const corpus = { name: 'prebid.js', version: '11.36.0' };
const runs = Number(process.argv[2] ?? 3);

const sources = installCorpus();
execFileSync(process.execPath, [path.join(root, 'scripts', 'build.mjs')], { cwd: root });
const factsCache = mkdtempSync(path.join(tmpdir(), 'oneoff-bench-'));
const contenders = {
  'scan, cold': () => {
    rmSync(factsCache, { recursive: true, force: true });
    return scan();
  },
  'scan, warm': () => scan(),
  'ESLint, one rule': () => time(['node_modules/eslint/bin/eslint.js', '--no-config-lookup', '-c', 'bench/eslint.config.js', sources]),
};
const seconds = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let run = 0; run < runs; run++) for (const [name, start] of Object.entries(contenders)) seconds[name].push(start());
rmSync(factsCache, { recursive: true, force: true });
print(seconds);

/** Unpacks the pinned package without its dependencies; returns its folder. */
function installCorpus() {
  const folder = path.join(cache, `${corpus.name}-${corpus.version}`);
  if (existsSync(folder)) return path.join(folder, 'package');
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', `${corpus.name}@${corpus.version}`, '--silent', '--pack-destination', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  execFileSync('tar', ['-xzf', archive], { cwd: folder });
  return path.join(folder, 'package');
}

function scan() {
  return time(['dist/cli.js', 'scan', sources, '--format', 'json', '-o', path.join(cache, 'report.json')]);
}

function time(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, XDG_CACHE_HOME: factsCache },
  });
  // ESLint exits with 1 when its rule finds something.
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

function print(measured) {
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  const yardstick = median(measured['ESLint, one rule']);
  console.log(`${corpus.name} ${corpus.version}, ${runs} runs each, in turn`);
  for (const [name, values] of Object.entries(measured)) {
    const middle = median(values);
    const range = `${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)}`;
    console.log(
      `${name.padEnd(18)} median ${middle.toFixed(1).padStart(6)} s  (${range})  ESLint takes ${(yardstick / middle).toFixed(1)} times as long`,
    );
  }
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseTsconfig } from 'get-tsconfig';
import type { PackageFacts, PathFacts } from '../link/modules.js';
import { isRecord } from '../link/package-exports.js';

export interface Projects {
  readonly packages: readonly PackageFacts[];
  readonly paths: readonly PathFacts[];
}

export function isProjectFile(name: string): boolean {
  return name === 'package.json' || /^[jt]sconfig(?:\.[\w.-]+)?\.json$/.test(name);
}

/**
 * Reads what the package.json and tsconfig files say about finding modules; `extends` is followed. A broken file is passed over with
 * a line to `log`: then its imports stay unresolved, and everything else goes on.
 */
export function readProjects(root: string, files: readonly string[], log: (line: string) => void): Projects {
  const packages: PackageFacts[] = [];
  const paths: PathFacts[] = [];
  for (const file of [...files].sort(plainFirst)) {
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
    try {
      if (file.endsWith('package.json')) packages.push(readPackage(path.join(root, file), folder));
      else paths.push(...readPaths(root, file, folder));
    } catch (error) {
      log(`${file} is passed over: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { packages, paths };
}

/** `tsconfig.json` before `tsconfig.app.json`, as both may speak for one folder. */
function plainFirst(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function readPackage(absolute: string, folder: string): PackageFacts {
  const content: unknown = JSON.parse(readFileSync(absolute, 'utf8').replace(/^\uFEFF/, ''));
  const { name, exports, imports, ...rest } = isRecord(content) ? content : {};
  const dependencies = [rest['dependencies'], rest['devDependencies'], rest['peerDependencies']].filter(isRecord).flatMap(Object.keys);
  const mains = [rest['source'], rest['module'], rest['main'], rest['types'], rest['browser']];
  return {
    folder,
    name: typeof name === 'string' ? name : null,
    dependencies,
    mains: mains.filter((main) => typeof main === 'string'),
    exports,
    imports,
  };
}

function readPaths(root: string, file: string, folder: string): PathFacts[] {
  const { compilerOptions = {} } = parseTsconfig(path.join(root, file));
  const { paths = {}, baseUrl } = compilerOptions;
  if (baseUrl === undefined && Object.keys(paths).length === 0) return [];
  const base = toRoot(root, baseUrl === undefined ? inheritedBase(compilerOptions) : path.resolve(root, folder, baseUrl));
  return base === null ? [] : [{ folder, base, usesBase: baseUrl !== undefined, paths: new Map(Object.entries(paths)) }];
}

/** Without `baseUrl`, `paths` are relative to the file that writes them; get-tsconfig keeps that folder under a symbol. */
function inheritedBase(compilerOptions: object): string {
  const symbol = Object.getOwnPropertySymbols(compilerOptions).find(({ description }) => description === 'implicitBaseUrl');
  const base: unknown = symbol && Object.getOwnPropertyDescriptor(compilerOptions, symbol)?.value;
  if (typeof base !== 'string') throw new Error('get-tsconfig no longer says what paths are relative to');
  return base;
}

function toRoot(root: string, absolute: string): string | null {
  const relative = path.relative(root, absolute).split(path.sep).join('/');
  return relative.startsWith('..') ? null : relative;
}

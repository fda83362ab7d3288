import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultConfig, type Config } from '../model/config.js';
import { ConfigDocument, type ConfigProblem } from './config-document.js';
import { importCustomers } from './customer-files.js';
import { readConfig } from './read-config.js';

export const configFileName = 'oneoff.config.json';

/** The configuration of a workspace and where it came from. */
export interface LoadedConfig {
  readonly config: Config;
  /** Absolute path of the file, or null where there is none. */
  readonly file: string | null;
  /** Globs are relative to this folder: the file's folder, or the root. */
  readonly folder: string;
  readonly document: ConfigDocument | null;
  /** Absolute paths of its customer files, whether or not they could be read. */
  readonly customerFiles: readonly string[];
  readonly problems: readonly ConfigProblem[];
}

/**
 * Loads the nearest configuration: in the root or the closest folder above it, up to the top of the git repository.
 * A broken file leaves the configuration of `last` in force, at first the defaults, and says why in `problems`.
 */
export function loadConfig(root: string, given: string | undefined, last: LoadedConfig | null): LoadedConfig {
  const file = given ?? findConfig(root);
  if (file === null) return { config: defaultConfig, file: null, folder: root, document: null, customerFiles: [], problems: [] };
  const kept = last ?? { config: defaultConfig, folder: path.dirname(file), customerFiles: [] };
  const { customerFiles } = kept;
  const text = readText(file);
  if (typeof text !== 'string') {
    const remedy = 'Check the path and that the file can be read.';
    const problem = new ConfigDocument(file, '').problem('error', [], `Cannot read it: ${text.message}.`, remedy);
    return { config: kept.config, file, folder: kept.folder, document: null, customerFiles, problems: [problem] };
  }
  const { document, config, problems } = readConfig(file, text);
  if (!config) return { config: kept.config, file, folder: kept.folder, document, customerFiles, problems };
  const imported = importCustomers(config, document, root);
  return {
    config: { ...config, importedCustomers: imported.customers },
    file,
    folder: path.dirname(file),
    document,
    customerFiles: imported.files,
    problems: [...problems, ...imported.problems],
  };
}

function readText(file: string): string | Error {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function findConfig(root: string): string | null {
  for (let folder = root; ; folder = path.dirname(folder)) {
    const file = path.join(folder, configFileName);
    if (existsSync(file)) return file;
    if (existsSync(path.join(folder, '.git')) || path.dirname(folder) === folder) return null;
  }
}

import type { Facts } from '../../facts/facts.js';
import { isTestFile } from '../test-files.js';
import { readAppConfig } from './app-config.js';
import { readAzure } from './azure.js';
import { readConfigCat } from './configcat.js';
import type { FlagDefinition, OtherDocuments } from './definition.js';
import { documentOf } from './document.js';
import { readEnvironmentFile } from './environment-file.js';
import { readFeaturevisor } from './featurevisor.js';
import { readFirebase } from './firebase.js';
import { readFlagd } from './flagd.js';
import { readFlagpole } from './flagpole.js';
import { readFlipt } from './flipt.js';
import { readGitLab } from './gitlab.js';
import { readGoFeatureFlag } from './go-feature-flag.js';
import { readGrowthBook } from './growthbook.js';
import { readInCode } from './in-code.js';
import { readLaunchDarkly } from './launchdarkly.js';
import { readOpenFeatureManifest } from './openfeature-manifest.js';
import { readEnvironmentTable, readFilePerEnvironment } from './per-environment.js';
import type { FlagReader } from './reader.js';
import { readSplit } from './split.js';
import { readUnleash } from './unleash.js';

/** Every format; the first that recognises a document reads it, so those of the clearest structure come first. */
const readers: readonly FlagReader[] = [
  readFlagd,
  readOpenFeatureManifest,
  readUnleash,
  readLaunchDarkly,
  readFlipt,
  readAppConfig,
  readFeaturevisor,
  readGoFeatureFlag,
  readFirebase,
  readAzure,
  readConfigCat,
  readFlagpole,
  readGitLab,
  readSplit,
  readGrowthBook,
  readEnvironmentFile,
  readEnvironmentTable,
  readFilePerEnvironment,
];

/** The flags that the files of a workspace define, by path and position. Test files define flags as they need them and are left out. */
export function readFlagDefinitions(files: ReadonlyMap<string, Facts>): readonly FlagDefinition[] {
  const others = new Folders(files);
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, facts]) => (isTestFile(path) ? [] : facts.isData ? readData(path, facts, others) : readInCode(path, facts)));
}

function readData(path: string, facts: Facts, others: OtherDocuments): readonly FlagDefinition[] {
  const value = facts.exports.find(({ exported }) => exported === 'default')?.value;
  if (!value) return [];
  const document = { path, root: documentOf(facts, value) };
  for (const read of readers) {
    const found = read(document, others).filter(({ key }) => key !== '');
    if (found.length > 0) return found;
  }
  return [];
}

class Folders implements OtherDocuments {
  private readonly byFolder = new Map<string, string[]>();

  constructor(files: ReadonlyMap<string, Facts>) {
    for (const [path, { isData }] of files) {
      if (!isData) continue;
      const folder = folderOf(path);
      const known = this.byFolder.get(folder);
      if (known) known.push(path);
      else this.byFolder.set(folder, [path]);
    }
  }

  beside(path: string): readonly string[] {
    return this.byFolder.get(folderOf(path)) ?? [];
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

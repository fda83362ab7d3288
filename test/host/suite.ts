import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * What VS Code calls in its extension host, in the browser-driven host as on the desktop: runs the tests of one scene,
 * the folder of `suite/` that the environment names.
 */
export async function run(): Promise<void> {
  const scene = process.env['ONEOFF_SCENE'] ?? 'folder';
  const folder = join(import.meta.dirname, 'suite', scene);
  const mark = process.env['ONEOFF_LOG_MARK'] ?? '';
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => {
    console.log(mark + format(...parts));
  };
  const mocha = new Mocha({ timeout: 30_000, forbidOnly: true, color: false, grep: process.env['ONEOFF_GREP'] ?? '' });
  for (const file of readdirSync(folder)) if (file.endsWith('.test.js')) mocha.addFile(join(folder, file));
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed in scene ${scene}.`);
}

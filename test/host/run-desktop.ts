import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { projectFolder } from './prepare-server.js';
import { scenes, type Scene } from './scenes.js';

/** The oldest VS Code that package.json promises to run in. */
const version = '1.100.3';

async function runScene(scene: Scene): Promise<void> {
  console.log(`\n── in VS Code on the desktop: ${scene.name}`);
  const opened = await scene.open();
  try {
    await runTests({
      version,
      extensionDevelopmentPath: projectFolder,
      extensionTestsPath: join(import.meta.dirname, 'suite.js'),
      extensionTestsEnv: { ONEOFF_SCENE: scene.name },
      launchArgs: [...(opened === null ? [] : [opened]), '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
    });
  } finally {
    if (opened !== null) await rm(opened.endsWith('.code-workspace') ? dirname(opened) : opened, { recursive: true, force: true });
  }
}

for (const scene of scenes) {
  try {
    await runScene(scene);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}

import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Mocha from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './prepare-browser.js';
import { scenes, type Scene } from './scenes.js';
import { startServer } from './server.js';

const sceneTimeout = 240_000;

/** Tells the tests' own lines from what the workbench logs besides. */
const logMark = '\u2063oneoff\u2063';

function printLog(_type: string, args: unknown): void {
  for (const part of Array.isArray(args) ? args : [args]) {
    if (typeof part === 'string' && part.includes(logMark)) console.log(part.slice(part.indexOf(logMark) + logMark.length));
    else if (process.env['ONEOFF_VERBOSE'] !== undefined) console.log(part);
  }
}

async function untilTestsEnd(page: Page, url: string): Promise<number> {
  const ended = new Promise<number>((resolve, reject) => {
    setTimeout(() => {
      reject(new Error(`The tests did not end within ${sceneTimeout / 1000} s.`));
    }, sceneTimeout).unref();
    page
      .exposeFunction('codeAutomationExit', (code: number) => {
        resolve(code);
      })
      .catch(reject);
  });
  await page.exposeFunction('codeAutomationLog', printLog);
  await page.goto(url);
  return ended;
}

async function runScene(browser: Browser, scene: Scene): Promise<boolean> {
  console.log(`\n── in a VS Code window: ${scene.name}`);
  const opened = await scene.open();
  const server = await startServer({ env: { ONEOFF_SCENE: scene.name, ONEOFF_LOG_MARK: logMark } });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    return (await untilTestsEnd(page, server.url(opened, join(import.meta.dirname, 'suite.js')))) === 0;
  } finally {
    await page.close();
    await server.dispose();
    if (opened !== null) await rm(opened.endsWith('.code-workspace') ? dirname(opened) : opened, { recursive: true, force: true });
  }
}

/** Tests that drive the window from outside, as a user does. */
async function runWorkbench(): Promise<boolean> {
  console.log('\n── in a VS Code window: the packed extension');
  const mocha = new Mocha({ forbidOnly: true, grep: process.env['ONEOFF_GREP'] ?? '' });
  for (const name of ['workbench', 'trackers']) mocha.addFile(join(import.meta.dirname, 'workbench', `${name}.test.js`));
  await mocha.loadFilesAsync();
  return (await new Promise<number>((resolve) => mocha.run(resolve))) === 0;
}

async function runScenes(wanted: (name: string) => boolean): Promise<boolean> {
  const browser = await launchBrowser();
  let passed = true;
  try {
    for (const scene of scenes) if (wanted(scene.name)) passed = (await runScene(browser, scene)) && passed;
  } finally {
    await browser.close();
  }
  return passed;
}

// Without arguments everything runs; with them the scenes that they name, or `workbench`.
const named = process.argv.slice(2);
const wanted = (name: string): boolean => named.length === 0 || named.includes(name);
const inside = await runScenes(wanted);
const outside = !wanted('workbench') || (await runWorkbench());
process.exitCode = inside && outside ? 0 : 1;

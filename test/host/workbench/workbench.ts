import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../prepare-browser.js';
import { projectFolder } from '../prepare-server.js';
import { startServer, type HostServer } from '../server.js';

let packed: string | undefined;

/** Packs the extension as it would be published, once a run; gives the file. */
export function packExtension(): string {
  packed ??= pack();
  return packed;
}

function pack(): string {
  const printed = execFileSync(process.execPath, [join(projectFolder, 'scripts', 'package.mjs')], { encoding: 'utf8' });
  const name = /^(\S+\.vsix): /m.exec(printed)?.[1];
  if (name === undefined) throw new Error(`scripts/package.mjs named no file:\n${printed}`);
  return join(projectFolder, name);
}

/** A copy of the demo that a test may change, under the product's name. */
export async function copyDemo(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'oneoff-demo-')), 'ledgerly');
  await cp(join(projectFolder, 'test', 'fixtures', 'demo'), folder, { recursive: true });
  await cp(join(projectFolder, 'test', 'fixtures', 'demo.config.json'), join(folder, 'oneoff.config.json'));
  return folder;
}

const inReadme = new Set(['tree', 'inline', 'hotspots', 'requests', 'board']);

/** Pictures for the README when `ONEOFF_PICTURES` is set, for whoever looks into a failure otherwise. */
export async function takePicture(page: Page, name: string, of?: Locator): Promise<void> {
  const folder =
    process.env['ONEOFF_PICTURES'] !== undefined && inReadme.has(name)
      ? join(projectFolder, 'docs', 'images')
      : join(projectFolder, 'out', 'pictures');
  await mkdir(folder, { recursive: true });
  await (of ?? page).screenshot({ path: join(folder, `${name}.png`) });
}

/** What a window is opened with. */
export interface WindowWish {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** A browser window on a VS Code into which the packed extension was installed as a user would. */
export class Workbench {
  readonly page: Page;
  readonly #server: HostServer;
  readonly #browser: Browser;

  private constructor(page: Page, server: HostServer, browser: Browser) {
    this.page = page;
    this.#server = server;
    this.#browser = browser;
  }

  static async open(vsix: string, folder: string | null, { settings = {}, env = {} }: WindowWish = {}): Promise<Workbench> {
    const server = await startServer({ vsix, settings, env });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, deviceScaleFactor: 1.5 });
    await page.goto(server.url(folder));
    const workbench = new Workbench(page, server, browser);
    await workbench.activityIcon.click({ timeout: 60_000 });
    return workbench;
  }

  get activityIcon(): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name: /Customization Debt/ });
  }

  get view(): Locator {
    return this.page.locator('#workbench\\.parts\\.sidebar');
  }

  /** A row of the tree by what a screen reader says of it. */
  row(name: RegExp): Locator {
    return this.view.getByRole('treeitem', { name });
  }

  get statusItem(): Locator {
    return this.page.locator('.statusbar-item[id="oneoff.oneoff.oneoff.status"]');
  }

  /** Texts that decorations put at the end of lines; CSS shows them, so only the browser knows. */
  async textsAtLineEnds(): Promise<readonly string[]> {
    const script = `[...document.querySelectorAll('.view-line span')]
      .map((span) => getComputedStyle(span, '::after').content)
      .filter((text) => text !== 'none' && text !== 'normal')`;
    const texts: unknown = await this.page.evaluate(script);
    return Array.isArray(texts) ? texts.map(String) : [];
  }

  /** Runs a command as somebody does who types its title. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input').fill(`>${title}`);
    await this.page.locator('.quick-input-list').getByRole('option', { name: title }).first().click();
  }

  /** Drags the edge of the view, so that rows can be read to their end. */
  async widenView(pixels: number): Promise<void> {
    const box = await this.view.boundingBox();
    if (!box) throw new Error('The view is not shown.');
    const [x, y] = [box.x + box.width, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + pixels, y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Folder of what the server keeps of its windows. */
  get dataFolder(): string {
    return this.#server.dataFolder;
  }

  async dispose(): Promise<void> {
    await this.#browser.close();
    await this.#server.dispose();
  }
}

export async function removeDemo(folder: string): Promise<void> {
  await rm(join(folder, '..'), { recursive: true, force: true });
}

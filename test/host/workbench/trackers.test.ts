import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { storyFolder } from '../story.js';
import { FakeGitHub, goodToken } from '../suite/story/fake-github.js';
import { packExtension, takePicture, Workbench } from './workbench.js';

const wrongToken = 'wrong-canary-4b7e';

describe('a tracker, connected by hand', function () {
  this.timeout(120_000);
  let folder: string;
  let github: FakeGitHub;
  let workbench: Workbench;

  before(async () => {
    github = await FakeGitHub.start();
    folder = storyFolder();
    workbench = await Workbench.open(packExtension(), folder);
    await workbench.statusItem.filter({ hasText: '2 one-offs' }).waitFor({ timeout: 60_000 });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await takePicture(workbench.page, 'failed');
  });

  after(async () => {
    await workbench.dispose();
    await github.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const box = (): Locator => workbench.page.locator('.quick-input-widget');
  const config = (): string => readFileSync(join(folder, 'oneoff.config.json'), 'utf8');
  const told = (text: string | RegExp): Locator => workbench.page.locator('.notification-toast', { hasText: text });

  async function choose(question: string, option: string | RegExp): Promise<void> {
    await workbench.page.getByPlaceholder(question).waitFor();
    await box().getByRole('option', { name: option }).first().click();
  }

  async function answer(prompt: string | RegExp, text: string): Promise<void> {
    await box().getByText(prompt).waitFor();
    await box().locator('input').first().fill(text);
    await workbench.page.keyboard.press('Enter');
  }

  async function until(what: string, holds: () => boolean): Promise<void> {
    for (let tries = 0; tries < 200 && !holds(); tries++) await workbench.page.waitForTimeout(50);
    assert.ok(holds(), what);
  }

  /** Until a path is among the requests from a place on. */
  function untilAsked(wanted: string, from: number): Promise<void> {
    return until(`${wanted} is asked for`, () => github.asked.slice(from).some(([path]) => path === wanted));
  }

  async function dismiss(text: string | RegExp): Promise<string> {
    await told(text).waitFor();
    const words = (await told(text).textContent()) ?? '';
    await told(text).click();
    await workbench.page.keyboard.press('Escape');
    await workbench.run('Notifications: Clear All Notifications');
    return words;
  }

  /** Up to the token, which is asked for last. */
  async function answerAllButToken(): Promise<void> {
    await workbench.run('One-Off: Connect a Tracker…');
    await choose('Which tracker?', 'GitHub Issues');
    await answer('Address of the site, as you open it', `${github.url}/`);
    await answer('Repositories, such as owner/name', 'acme/shop');
    await choose('Is this the address of your tracker?', `Send requests and the token to ${github.url}, and nowhere else`);
    await box().getByText('Personal access token: kept in VS Code’s secret storage, never in a file').waitFor();
  }

  it('is asked nothing when the user gives up before the token', async () => {
    const before = config();
    await answerAllButToken();
    assert.equal(await box().locator('input').first().getAttribute('type'), 'password');
    await workbench.page.keyboard.press('Escape');
    await box().waitFor({ state: 'hidden' });
    assert.deepEqual([github.asked, config()], [[], before]);
  });

  it('is not connected with a token that it does not take; what is said does not hold it', async () => {
    const before = config();
    await answerAllButToken();
    await answer(/Personal access token/, wrongToken);
    const words = await dismiss(/token is wrong or has expired/);
    assert.ok(!words.includes(wrongToken), words);
    assert.deepEqual(github.asked, [['/api/v3/user', `Bearer ${wrongToken}`]]);
    assert.equal(config(), before);
  });

  it('is not connected when the user refuses to sign in', async () => {
    const before = config();
    await workbench.run('One-Off: Connect a Tracker…');
    await choose('Which tracker?', 'GitHub Issues');
    await answer('Address of the site, as you open it', 'https://github.com');
    await answer('Repositories, such as owner/name', 'acme/shop');
    await choose('Is this the address of your tracker?', 'Send requests and the token to https://api.github.com, and nowhere else');
    await choose('With whose eyes?', 'Sign in with GitHub');
    const dialog = workbench.page.locator('.monaco-dialog-box', { hasText: 'wants to sign in using GitHub' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    // What somebody has just refused needs no message.
    await workbench.page.waitForTimeout(500);
    assert.equal(await workbench.page.locator('.notification-toast').count(), 0);
    assert.equal(config(), before);
  });

  it('is connected with a token for the address that was confirmed, and written down without it', async () => {
    await answerAllButToken();
    await answer(/Personal access token/, goodToken);
    await workbench.page.locator('.statusbar').getByText('Connected to github as ann').waitFor();
    assert.match(
      config(),
      /"id": "github",\s*"type": "github",\s*"url": "http:\/\/127\.0\.0\.1:\d+",\s*"projects": \[\s*"acme\/shop"\s*\]/,
    );
  });

  it('is searched for a request to link', async () => {
    await workbench
      .row(/^Globex/)
      .first()
      .click();
    await workbench
      .row(/^src\/pricing\.ts/)
      .last()
      .click();
    await workbench
      .row(/^branch, tenant\.slug === 'globex'/)
      .first()
      .click();
    await workbench.run('One-Off: Link to Request…');
    const input = workbench.page.getByPlaceholder('Key or words of the request');
    await input.waitFor();
    const before = github.asked.length;
    await input.fill('lasts');
    await untilAsked('/api/v3/search/issues', before);
    await box()
      .getByRole('option', { name: /^#7 A discount that lasts/ })
      .click();
    await choose('Where to write that #7 asked for it', 'In oneoff.config.json');
    await workbench
      .row(/^branch, tenant\.slug === 'globex'.*#7 open/)
      .first()
      .waitFor();
  });

  it('opens a request in the browser', async () => {
    const opened = workbench.page.context().waitForEvent('page');
    await workbench.run('One-Off: Open Request in Browser');
    const page = await opened;
    // The server of this window forwards ports of its own machine; of an address there it keeps the port alone.
    await page.waitForURL(new RegExp(`/proxy/${new URL(github.url).port}/`), { waitUntil: 'commit' });
    await page.close();
  });

  it('is read anew when asked to', async () => {
    const before = github.asked.length;
    await workbench.run('One-Off: Sync Requests');
    await untilAsked('/api/v3/repos/acme/shop/issues', before);
    assert.ok(github.asked.slice(before).every(([, authorization]) => authorization === `Bearer ${goodToken}`));
  });

  it('loses the link again', async () => {
    assert.match(config(), /"request": "#7"/);
    await workbench
      .row(/^branch, tenant\.slug === 'globex'/)
      .first()
      .click();
    await workbench.run('One-Off: Unlink Request…');
    await workbench
      .row(/^branch, tenant\.slug === 'globex'.*no request known/)
      .first()
      .waitFor();
    await until('the link is out of the configuration', () => !config().includes('#7'));
  });

  it('has left its token in no file, and in the window’s memory only among the secrets', async () => {
    for (const token of [goodToken, wrongToken])
      for (const root of [folder, workbench.dataFolder]) assert.deepEqual(filesWith(root, token), [], token);
    const kept: unknown = await workbench.page.evaluate(statesOfWindow);
    assert.ok(Array.isArray(kept));
    const states = kept.map(String);
    assert.ok(
      states.some((state) => state.includes('oneoff.trackers')),
      'the connection is kept',
    );
    assert.deepEqual(
      states.filter((state) => [goodToken, wrongToken].some((token) => state.includes(token)) && !state.includes('secret://')),
      [],
    );
  });

  it('is disconnected, and taken out of the configuration', async () => {
    await workbench.run('One-Off: Disconnect Tracker…');
    await choose('Tracker to disconnect', /^github/);
    await choose('github', 'Forget the token, and take the tracker out of oneoff.config.json');
    await until('it is out of the configuration', () => !config().includes('127.0.0.1'));
    const before = github.asked.length;
    await workbench.run('One-Off: Sync Requests');
    await workbench.page.waitForTimeout(500);
    assert.equal(github.asked.length, before);
  });
});

describe('a tracker in restricted mode', function () {
  this.timeout(120_000);

  it('is not connected, and not asked', async () => {
    const github = await FakeGitHub.start();
    const folder = storyFolder();
    const settings = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };
    const workbench = await Workbench.open(packExtension(), folder, { settings });
    try {
      await workbench.statusItem.filter({ hasText: '2 one-offs' }).waitFor({ timeout: 60_000 });
      for (const command of ['Connect a Tracker…', 'Sync Requests']) {
        await workbench.page.keyboard.press('F1');
        await workbench.page.locator('.quick-input-widget input').fill(`>One-Off: ${command}`);
        await workbench.page
          .locator('.quick-input-list')
          .getByText(/No matching|similar commands/)
          .waitFor();
        assert.equal(await workbench.page.getByRole('option', { name: `One-Off: ${command}`, exact: true }).count(), 0);
        await workbench.page.keyboard.press('Escape');
      }
      assert.deepEqual(github.asked, []);
    } finally {
      await workbench.dispose();
      await github.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Files below a folder that hold a text. */
function filesWith(root: string, text: string): readonly string[] {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => join(parentPath, name)).filter((file) => readFileSync(file).includes(text));
}

/** Runs in the page, whose types are not those of the tests: all that the window keeps in the browser, as texts. */
const statesOfWindow = `(async () => {
  const states = Object.entries({ ...localStorage }).map((entry) => JSON.stringify(entry));
  const answer = (asked) => new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const opened = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([answer(opened.getAllKeys()), answer(opened.getAll())]);
      keys.forEach((key, index) => states.push(JSON.stringify([name, store, key, values[index]])));
    }
    database.close();
  }
  return states;
})()`;

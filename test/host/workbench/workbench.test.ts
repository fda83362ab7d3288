import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { commitDemo } from '../demo-history.js';
import { countGit } from './count-git.js';
import { copyDemo, packExtension, removeDemo, takePicture, Workbench, type WindowWish } from './workbench.js';

describe('the packed extension, installed as a user would', function () {
  this.timeout(120_000);
  let vsix: string;
  let demo: string;
  let workbench: Workbench | undefined;

  const open = async (folder: string | null, wish: WindowWish = {}): Promise<Workbench> => {
    workbench = await Workbench.open(vsix, folder, wish);
    return workbench;
  };

  before(async () => {
    vsix = packExtension();
    demo = await copyDemo();
    commitDemo(demo);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed' && workbench) await takePicture(workbench.page, 'failed');
    await workbench?.dispose();
    workbench = undefined;
  });

  after(() => removeDemo(demo));

  it('lists the demo, opens a one-off and describes its line', async () => {
    const { page, ...window } = await shown(await open(demo));
    await window.workbench.widenView(230);
    await window.row(/^Acme Corp, \d+ one-offs · \d+ collateral changes? · configured/).click();
    for (const file of [/\/saml\.ts/, /\/pdf\.js/, /\/payment-terms\.ts/]) await window.row(file).click();
    await window.row(/^branch, tenant\.slug === 'acme', line 16/).waitFor();
    await takePicture(page, 'tree', window.view);
    await window.row(/^branch, tenant\.slug === 'acme', line 16/).click();
    await page.getByRole('tab', { name: /payment-terms\.ts/ }).waitFor();
    await untilText(window.workbench, 'Acme Corp · 5 lines · 14 months · LED-311 (Done)');
    await wait(500);
    await takePicture(page, 'inline');
  });

  it('explains a one-off in the hover and in the tooltip of its row', async () => {
    const { page, ...window } = await shown(await open(demo));
    await window.row(/^Acme Corp/).click();
    await window.row(/^apps\/api\/src\/invoicing\/payment-terms\.ts/).click();
    await window.row(/^branch, tenant\.slug === 'acme', line 16/).click();
    await page.getByRole('tab', { name: /payment-terms\.ts/ }).waitFor();
    await page.locator('.view-line', { hasText: "=== 'acme'" }).locator('span', { hasText: 'slug' }).last().hover();
    const hover = page.locator('.monaco-hover-content', { hasText: 'One-off for Acme Corp: branch' });
    await hover.waitFor();
    assert.match((await hover.textContent()) ?? '', /Compares tenant\.slug.*5 lines.*high confidence/);
    await wait(500);
    await takePicture(page, 'hover');
  });

  it('groups by request, and ranks what changes most', async () => {
    const { page, ...window } = await shown(await open(demo));
    await window.workbench.widenView(130);
    await window.row(/^Acme Corp.*collateral/).waitFor();
    await window.row(/^Globex/).click();
    await window.view.getByRole('button', { name: /^Group One-Offs By/ }).click();
    await page.getByRole('option', { name: /^Request/ }).click();
    await window.row(/^LED-311 Acme pays after 90 days, Done/).click();
    await window.row(/^No request known/).waitFor();
    await wait(500);
    await takePicture(page, 'requests', window.view);
    await window.view.getByRole('button', { name: 'Customization Debt Section' }).click();
    await window.view.getByRole('button', { name: 'Hotspots Section' }).click();
    await page.mouse.move(900, 300);
    await window.row(/^apps\/.*changes? · \d+ decisions? · \d+ one-offs?$/).waitFor();
    await wait(500);
    await takePicture(page, 'hotspots', window.view);
    await window.row(/^apps\/api\/src\/invoicing\/payment-terms\.ts, \d+ changes/).click();
    await page.getByRole('tab', { name: /payment-terms\.ts/ }).waitFor();
  });

  it('plans by keyboard on the board, and shows the report', async () => {
    const { page, ...window } = await shown(await open(demo));
    await window.row(/^Acme Corp, .*collateral/).waitFor({ timeout: 60_000 });
    await window.workbench.run('One-Off: Open Planning Board');
    const board = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await board.locator('#cards').waitFor({ timeout: 30_000 });
    await board.locator('#cards').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('2');
    await takePicture(page, 'board');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ann');
    await board.locator('vscode-textfield#review').locator('input').fill('2027-06-01');
    await page.keyboard.press('Control+Enter');
    await board.getByRole('status').filter({ hasText: '.oneoff/decisions' }).waitFor();
    await window.workbench.run('One-Off: Open Report');
    await page.getByRole('tab', { name: /^Report: ledgerly/ }).waitFor();
    const reports = page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('#active-frame');
    await reports.getByRole('heading', { name: 'ledgerly: code for single customers' }).waitFor({ timeout: 30_000 });
    await wait(500);
    await takePicture(page, 'report-view');
  });

  it('keeps the tree expanded through a refresh', async () => {
    const { page, ...window } = await shown(await open(demo));
    await window.row(/^Globex/).click();
    const file = window.row(/^apps\/api\/src\/invoicing\/dunning\.ts/);
    await file.click();
    const oneOff = window.row(/^branch, HAND_WRITTEN_DUNNING/);
    await oneOff.waitFor();
    await window.view.getByRole('button', { name: 'Refresh' }).click();
    await window.workbench.statusItem
      .filter({ hasText: 'Scanning' })
      .waitFor({ timeout: 2_000 })
      .catch(() => undefined);
    await window.workbench.statusItem.filter({ hasText: 'one-offs' }).waitFor();
    await oneOff.waitFor();
    assert.equal(await file.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Escape');
  });

  it('works in restricted mode, where no git is started', async () => {
    const settings = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };
    const git = await countGit();
    const { page, ...window } = await shown(await open(demo, { settings, env: git.env }));
    await page.getByText('Restricted Mode').first().waitFor();
    await window.row(/^Acme Corp/).waitFor();
    await window.view.getByRole('button', { name: 'Hotspots Section' }).click();
    await window.view.getByText('read only in trusted workspaces').waitFor();
    assert.equal(git.started(), 0);
    await window.workbench.dispose();
    const trusting = await shown(await open(demo, { env: git.env }));
    await trusting.row(/^Acme Corp.*collateral/).waitFor();
    assert.ok(git.started() > 0, 'the same git is asked where it may be');
    await git.remove();
  });

  it('says what to do where no folder is open', async () => {
    const { view } = await open(null);
    await view.getByText('Open a folder to find the code that exists for one customer.').waitFor();
    await wait(1_000);
    assert.equal(await view.getByText('this workspace has none').count(), 0);
  });

  it('is readable in a high-contrast theme', async () => {
    const { page, ...window } = await shown(await open(demo, { settings: { 'workbench.colorTheme': 'Default High Contrast' } }));
    await window.row(/^Acme Corp/).click();
    await takePicture(page, 'high-contrast');
  });
});

/** The window once the view is filled. */
async function shown(workbench: Workbench) {
  await workbench.statusItem.filter({ hasText: /[1-9]\d* one-offs/ }).waitFor({ timeout: 60_000 });
  return { page: workbench.page, view: workbench.view, row: (name: RegExp) => workbench.row(name).first(), workbench };
}

async function untilText(workbench: Workbench, text: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await workbench.textsAtLineEnds()).some((each) => each.includes(text))) return;
    await wait(100);
  }
  assert.fail(`No line ends in ${text}: ${JSON.stringify(await workbench.textsAtLineEnds())}`);
}

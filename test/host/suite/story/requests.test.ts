import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import { closeEditors, markdownOf, oneOff, openAt, rowSpoken, settled, treeLines, until, untilEqual, uriOf } from '../window.js';

const acme = "    tenant.slug === 'acme' | :4  4 lines · 14 months · PROD-123 Done";
const globex = "    tenant.slug === 'globex' | :12  1 line · 5 months · no request known";

describe('what it costs and who asked', () => {
  let api: OneOffApi;

  before(async () => {
    api = await oneOff();
    await settled(api);
  });

  after(closeEditors);

  const linesWith = async (text: string): Promise<readonly string[]> => (await treeLines(api)).filter((line) => line.includes(text));
  const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

  it('stands in the tree: ages, requests, and what the product paid', async () => {
    await until('the history is read', async () => (await linesWith('14 months')).length > 0);
    assert.deepEqual(await treeLines(api), [
      'Acme Corp | 1 one-off · 1 collateral change · configured',
      '  src/pricing.ts | 1 · src',
      acme,
      'Globex | 1 one-off · configured',
      '  src/pricing.ts | 1 · src',
      globex,
    ]);
  });

  it('stands at the end of the line and in the hover, with the figures behind it', async () => {
    await openAt('src/pricing.ts', 4);
    await until('the text is shown', () => api.inlineText.shown === 'Acme Corp · 4 lines · 14 months · PROD-123 (Done)');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uriOf('src/pricing.ts'),
      new vscode.Position(3, 10),
    );
    const text = hovers.flatMap(({ contents }) => contents.map(markdownOf)).join('\n');
    assert.match(text, /Volume discount for Acme/);
    assert.match(text, /\[PROD\\-123 Volume discount \\\(Done\\\)[^\]]*\]\(https:\/\/tracker\.example\.com\/PROD-123\)/);
    assert.match(text, /<details><summary>Work: to isolate/);
  });

  it('is linked with two choices, written as a comment that can be undone', async () => {
    const row = await rowSpoken(api, /^branch, tenant\.slug === 'globex'/);
    const linking = vscode.commands.executeCommand('oneoff.linkRequest', row);
    // The newest request, then the comment above the code, are the first of their lists.
    await until('the comment is written', async () => {
      await accept();
      return vscode.workspace.textDocuments.some((document) => document.getText().includes('// oneoff globex PROD-200'));
    });
    await linking;
    await until('the request is known', async () => (await linesWith('PROD-200')).length > 0);
    await vscode.commands.executeCommand('undo');
    await until('it is known no more', async () => (await linesWith('PROD-200')).length === 0);
    await vscode.commands.executeCommand('redo');
    await vscode.workspace.saveAll();
    await settled(api);
    await vscode.commands.executeCommand('oneoff.refresh');
    await until('the request is known with its status', async () => (await linesWith('PROD-200 Open')).length > 0);
  });

  it('groups the tree by request', async () => {
    await vscode.commands.executeCommand('oneoff.groupTree', 'request');
    await untilEqual(
      async () => (await treeLines(api)).filter((line) => !line.startsWith(' ')),
      ['PROD-123 Volume discount | Done · 1 one-off', 'PROD-200 Own label | Open · 1 one-off'],
    );
    const item = await api.tree.getTreeItem(await rowSpoken(api, /^PROD-123/));
    assert.equal(item.contextValue, 'request');
    await vscode.commands.executeCommand('oneoff.groupTree', 'customer');
    await until('customers are back', async () => (await linesWith('Acme Corp |')).length > 0);
  });

  it('lists what a filter leaves, and says how much that is', async () => {
    await vscode.commands.executeCommand('oneoff.filterTree', 'volume discount');
    await untilEqual(
      async () => (await treeLines(api)).filter((line) => !line.startsWith(' ')),
      ['Acme Corp | 1 one-off · 1 collateral change · configured'],
    );
    await vscode.commands.executeCommand('oneoff.clearFilter');
    await until('all is back', async () => (await linesWith('Globex |')).length > 0);
  });

  it('says where it hurts: hotspots, which open their file', async () => {
    const [files] = (await api.hotspots.getChildren()) ?? [];
    assert.ok(files);
    const [row] = (await api.hotspots.getChildren(files)) ?? [];
    assert.ok(row);
    assert.match(row.spoken, /^src\/pricing\.ts, 2 changes · 2 decisions · 2 one-offs$/);
    const { command } = await api.hotspots.getTreeItem(row);
    assert.ok(command);
    const parts: readonly unknown[] = command.arguments ?? [];
    await closeEditors();
    await vscode.commands.executeCommand(command.command, ...parts);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /\/src\/pricing\.ts$/);
  });

  it('is unlinked in the configuration where a commit says otherwise', async () => {
    await vscode.commands.executeCommand('oneoff.unlinkRequest', await rowSpoken(api, /^branch, tenant\.slug === 'acme'/));
    await until('the request is gone', async () => (await linesWith('PROD-123')).length === 0);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('oneoff.config.json')));
    assert.match(text, /"request": "PROD-123",\s*"finding": "[^"]+",\s*"unlink": true/);
  });
});

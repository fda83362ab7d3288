import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import { oneOff, settled, treeLines, until, uriOf } from '../window.js';

describe('inferred customers', () => {
  let api: OneOffApi;

  before(async () => {
    api = await oneOff();
    await settled(api);
  });

  const row = (id: string) => api.window.now.tree.rows.find((each) => each.is === 'customer' && each.customer?.id === id);
  const configText = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('oneoff.config.json')));

  it('are shown with a question mark and why they are taken for customers', async () => {
    const acme = row('acme');
    assert.ok(acme);
    assert.match(acme.label, /^acme\?$/i);
    assert.match(acme.description, /^2 one-offs · inferred, (high|medium) confidence$/);
    const item = await api.tree.getTreeItem(acme);
    assert.equal(item.contextValue, 'customer.inferred');
    const resolved = await api.tree.resolveTreeItem?.(item, acme, new vscode.CancellationTokenSource().token);
    assert.ok(resolved?.tooltip instanceof vscode.MarkdownString);
    assert.match(resolved.tooltip.value, /Inferred from the code/);
  });

  it('are confirmed with one click, which the configuration keeps', async () => {
    await vscode.commands.executeCommand('oneoff.confirmCustomer', row('acme'));
    await until('the customer is configured', async () =>
      (await treeLines(api)).some((line) => line.toLowerCase().startsWith('acme | 2 one-offs · configured')),
    );
    assert.match(await configText(), /"id": "acme"/);
  });

  it('are rejected with one click, which the configuration keeps', async () => {
    await vscode.commands.executeCommand('oneoff.rejectCustomer', row('globex'));
    await until('the customer is gone', () => row('globex') === undefined);
    assert.match(await configText(), /"notCustomers": \[\s*"globex"\s*\]/);
  });

  it('are not changed by a command without a customer', async () => {
    const before = await configText();
    await vscode.commands.executeCommand('oneoff.confirmCustomer', { is: 'something else' });
    await vscode.commands.executeCommand('oneoff.rejectCustomer');
    await vscode.commands.executeCommand('oneoff.mergeCustomer');
    assert.equal(await configText(), before);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { longestBlock } from '../blocking.js';
import { note, oneOff, settled, until } from '../window.js';

describe('a scan of many files', () => {
  it('is cancelled at once, says so, and can be started again', async () => {
    const api = await oneOff();
    await vscode.commands.executeCommand('oneoff.scan');
    const [folder] = api.folders.all;
    assert.ok(folder);
    await until('the scan runs', () => folder.session.state.is === 'scanning');
    const asked = Date.now();
    await vscode.commands.executeCommand('oneoff.cancel');
    await until('it is cancelled', () => folder.session.state.is === 'cancelled');
    assert.ok(Date.now() - asked < 2_000, `after ${Date.now() - asked} ms`);
    await vscode.commands.executeCommand('oneoff.refresh');
    await settled(api);
    assert.equal(folder.session.state.is, 'ready');
    assert.equal(api.window.now.tree.shown, 1200);
  });

  it('tells how far it is', async () => {
    const api = await oneOff();
    const [folder] = api.folders.all;
    assert.ok(folder);
    const seen: number[] = [];
    const watching = api.folders.onDidChangeState(() => {
      const { state } = folder.session;
      if (state.is === 'scanning' && state.progress?.step === 'parse') seen.push(state.progress.done / Math.max(1, state.progress.total));
    });
    await vscode.commands.executeCommand('oneoff.scan');
    await settled(api);
    watching.dispose();
    assert.ok(seen.length > 0);
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
    );
  });

  it('does not hold up the extension host for more than 16 ms', async () => {
    const api = await oneOff();
    const block = await longestBlock(async () => {
      await vscode.commands.executeCommand('oneoff.scan');
      await settled(api);
    });
    note(`longest block while 600 files with 1,200 one-offs come in: ${block.toFixed(1)} ms`);
    assert.ok(block < 16, `${block} ms`);
  });

  it('goes on when the worker dies', async () => {
    const api = await oneOff();
    const [folder] = api.folders.all;
    assert.ok(folder);
    folder.session.scan();
    await until('the scan runs', () => folder.session.state.is === 'scanning');
    await api.thread.dispose();
    await settled(api);
    assert.equal(folder.session.state.is, 'ready');
    assert.equal(api.window.now.tree.shown, 1200);
  });
});

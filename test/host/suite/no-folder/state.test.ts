import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { windowState } from '../../../../src/editor/status-plan.js';
import { oneOff, treeLines } from '../window.js';

describe('a window without a folder', () => {
  it('does nothing and fails at nothing', async () => {
    const api = await oneOff();
    assert.equal(windowState(api.window.now.status), 'unsupported');
    for (const command of ['scan', 'refresh', 'cancel', 'openConfig']) await vscode.commands.executeCommand(`oneoff.${command}`);
    assert.deepEqual(await treeLines(api), []);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('starts without an error', async () => {
    const extension = vscode.extensions.getExtension('oneoff.oneoff');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});

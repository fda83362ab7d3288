import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { oneOff, settled, untilEqual } from '../window.js';

describe('after a commit', () => {
  it('ages and changes are those of the new HEAD, without a scan', async () => {
    const api = await oneOff();
    await settled(api);
    const [folder] = api.folders.all;
    assert.ok(folder);
    const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
    const head = (): string => folder.session.model.summary?.history?.head ?? '';
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: root, encoding: 'utf8' }).trim();
    assert.equal(head(), git('rev-parse', 'HEAD'));
    git('commit', '--quiet', '--allow-empty', '-m', 'Nothing');
    await untilEqual(head, git('rev-parse', 'HEAD'));
    git('switch', '--quiet', '--detach', 'HEAD~1');
    await untilEqual(head, git('rev-parse', 'HEAD'));
  });
});

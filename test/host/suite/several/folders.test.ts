import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { oneOff, settled, treeLines, until } from '../window.js';

describe('a window with several folders', () => {
  it('shows one tree, with the folder beside each file', async () => {
    const api = await oneOff();
    await settled(api);
    assert.deepEqual((await treeLines(api)).slice(0, 5), [
      'Acme Corp | 2 one-offs · configured',
      '  src/page.ts | 1 · web · src',
      "    tenant.slug === 'acme' | :2  1 line",
      '  src/pricing.ts | 1 · api · src',
      "    tenant.slug === 'acme' | :4  3 lines",
    ]);
  });

  it('forgets a folder that is closed', async () => {
    const api = await oneOff();
    const web = vscode.workspace.workspaceFolders?.find(({ name }) => name === 'web');
    assert.ok(web);
    const page = vscode.Uri.joinPath(web.uri, 'src', 'page.ts');
    assert.ok(vscode.languages.getDiagnostics(page).some(({ source }) => source === 'One-Off'));
    assert.ok(vscode.workspace.updateWorkspaceFolders(web.index, 1));
    await until('its rows are gone', async () => !(await treeLines(api)).some((line) => line.includes('page.ts')));
    assert.deepEqual(
      vscode.languages.getDiagnostics(page).filter(({ source }) => source === 'One-Off'),
      [],
    );
    assert.match((await treeLines(api)).join('\n'), /src\/pricing\.ts \| 1 · src$/m);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import { closeEditors, oneOff, openAt, problemsOf, settled, treeLines, until, uriOf, writeFile } from '../window.js';

const path = 'src/low.ts';
const show = (value: boolean | undefined) =>
  vscode.workspace.getConfiguration('oneoff').update('showLowConfidence', value, vscode.ConfigurationTarget.Global);

describe('a one-off of low confidence', () => {
  let api: OneOffApi;

  before(async () => {
    api = await oneOff();
    await writeFile(path, "import { tenant } from './tenant.js';\n\nif (tenant.slug.type === 'acme') throw new Error();\n");
    await until('it is found', () => api.folders.findingsAt(uriOf(path)).some(({ confidence }) => confidence === 'low'));
    await settled(api);
  });

  after(async () => {
    await show(undefined);
    await closeEditors();
    await vscode.workspace.fs.delete(uriOf(path));
    await until('it is gone', () => api.folders.findingsAt(uriOf(path)).length === 0);
    await settled(api);
  });

  async function surfaces() {
    await openAt(path, 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uriOf(path),
      new vscode.Position(2, 10),
    );
    const { status, newOnes } = api.window.now;
    return {
      tree: (await treeLines(api)).some((line) => line.includes(path)),
      problems: problemsOf(path).length > 0,
      inline: api.inlineText.shown !== null,
      hover: hovers.some(({ contents }) => JSON.stringify(contents).includes('low confidence')),
      status: status.hidden === 0,
      badge: newOnes > 0,
    };
  }

  it('is on no surface until somebody asks for it', async () => {
    await openAt(path, 3);
    assert.deepEqual(await surfaces(), { tree: false, problems: false, inline: false, hover: false, status: false, badge: false });
    const { shown } = api.window.now.status;
    await show(true);
    await until('all of them show it', async () => Object.values(await surfaces()).every(Boolean));
    assert.equal(api.window.now.status.shown, shown + 1);
    await show(false);
    await until('none of them does', async () => !Object.values(await surfaces()).some(Boolean));
  });
});

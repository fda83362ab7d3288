import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import { closeEditors, markdownOf, oneOff, openAt, problemsOf, settled, treeLines, until, uriOf } from '../window.js';

const set = (name: string, value: boolean | undefined) =>
  vscode.workspace.getConfiguration('oneoff').update(name, value, vscode.ConfigurationTarget.Global);

describe('switches', () => {
  let api: OneOffApi;

  beforeEach(async () => {
    api = await oneOff();
    await settled(api);
    await openAt('src/pricing.ts', 4);
    await until('the text is shown', () => api.inlineText.shown !== null);
  });

  afterEach(closeEditors);

  it('turn off the inline text alone', async () => {
    await set('inlineText.enabled', false);
    await until('the text is gone', () => api.inlineText.shown === null);
    assert.notEqual(problemsOf('src/pricing.ts').length, 0);
    await set('inlineText.enabled', undefined);
    await until('the text is back', () => api.inlineText.shown !== null);
  });

  it('turn off the problems alone', async () => {
    await set('diagnostics.enabled', false);
    await until('no problems', () => problemsOf('src/pricing.ts').length === 0);
    assert.notEqual(api.inlineText.shown, null);
    await set('diagnostics.enabled', undefined);
    await until('problems', () => problemsOf('src/pricing.ts').length > 0);
  });

  it('turn off everything and on again with one command', async () => {
    await vscode.commands.executeCommand('oneoff.toggle');
    await until('nothing is left', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uriOf('src/pricing.ts'),
        new vscode.Position(3, 10),
      );
      const hover = hovers.some(({ contents }) => contents.some((content) => markdownOf(content) !== ''));
      return !hover && api.inlineText.shown === null && problemsOf('src/pricing.ts').length === 0 && (await treeLines(api)).length === 0;
    });
    await vscode.commands.executeCommand('oneoff.toggle');
    await until('everything is back', async () => api.inlineText.shown !== null && (await treeLines(api)).length > 0);
    assert.notEqual(problemsOf('src/pricing.ts').length, 0);
  });

  it('leave out what files.exclude hides', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('exclude', { '**/pricing.ts': true }, vscode.ConfigurationTarget.Workspace);
    await until('the file is gone', async () => (await treeLines(api)).length === 0);
    await files.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    await until('the file is back', async () => (await treeLines(api)).length > 0);
  });

  it('scan again on refresh, and from scratch with another worker', async () => {
    const before = await treeLines(api);
    await vscode.commands.executeCommand('oneoff.refresh');
    await settled(api);
    assert.deepEqual(await treeLines(api), before);
    await vscode.commands.executeCommand('oneoff.scan');
    await settled(api);
    assert.deepEqual(await treeLines(api), before);
  });
});

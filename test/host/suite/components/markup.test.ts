import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import { closeEditors, oneOff, openAt, problemsOf, settled, until, uriOf } from '../window.js';

describe('components, which this window takes for plain text', () => {
  let api: OneOffApi;

  before(async () => {
    api = await oneOff();
    await settled(api);
  });

  afterEach(closeEditors);

  it('have problems', () => {
    assert.match(problemsOf('src/page.vue').join('\n'), /^2: One-off for Acme Corp: branch/);
    assert.match(problemsOf('src/page.svelte').join('\n'), /^1: One-off for Globex: branch/);
  });

  it('have text on the current line', async () => {
    await openAt('src/page.vue', 2);
    await until('the text is shown', () => api.inlineText.shown === 'Acme Corp · 3 lines');
  });

  it('have hovers', async () => {
    const position = new vscode.Position(1, 15);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uriOf('src/page.vue'), position);
    assert.ok(hovers.length > 0);
  });

  it('follow what is typed', async () => {
    const editor = await openAt('src/page.svelte', 1);
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(0, 0, 0, 30), "{#if tenant.slug === 'acme'}");
    });
    await until('the other customer is named', () => problemsOf('src/page.svelte').join('').includes('Acme Corp'));
  });
});

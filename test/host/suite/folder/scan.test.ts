import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import { closeEditors, markdownOf, oneOff, openAt, problemsOf, rowSpoken, settled, treeLines, until, uriOf } from '../window.js';

describe('a scanned folder', () => {
  let api: OneOffApi;

  before(async () => {
    api = await oneOff();
    await settled(api);
  });

  afterEach(closeEditors);

  it('is listed by customer, file and one-off', async () => {
    assert.deepEqual(await treeLines(api), [
      'Acme Corp | 1 one-off · configured',
      '  src/pricing.ts | 1 · src',
      "    tenant.slug === 'acme' | :4  3 lines",
      'Globex | 1 one-off · configured',
      '  src/pricing.ts | 1 · src',
      "    tenant.slug === 'globex' | :11  1 line",
    ]);
  });

  it('has its one-offs among the problems, with their severity and a link to the explanation', () => {
    const [first] = vscode.languages.getDiagnostics(uriOf('src/pricing.ts')).filter(({ source }) => source === 'One-Off');
    assert.match(problemsOf('src/pricing.ts')[0] ?? '', /^4: One-off for Acme Corp: branch\. ./);
    assert.equal(first?.severity, vscode.DiagnosticSeverity.Information);
    assert.ok(typeof first.code === 'object');
    assert.equal(first.code.value, 'branch');
    assert.match(first.code.target.toString(), /docs\/detection\.md#branch$/);
  });

  it('opens the place that a row stands for', async () => {
    const row = await rowSpoken(api, /^branch, tenant\.slug === 'globex'/);
    const { command } = await api.tree.getTreeItem(row);
    assert.ok(command);
    const parts: readonly unknown[] = command.arguments ?? [];
    await vscode.commands.executeCommand(command.command, ...parts);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), "tenant.slug === 'globex'");
  });

  it('explains a one-off in the hover, and nothing elsewhere', async () => {
    const hover = async (line: number, character: number): Promise<string> => {
      const position = new vscode.Position(line - 1, character);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uriOf('src/pricing.ts'), position);
      return hovers.flatMap(({ contents }) => contents.map(markdownOf)).join('\n');
    };
    const text = await hover(4, 10);
    assert.match(text, /3 lines/);
    assert.doesNotMatch(text, /One-off for/, 'the problem says that already');
    assert.doesNotMatch(await hover(1, 10), /lines/);
    await vscode.workspace.getConfiguration('oneoff').update('diagnostics.enabled', false, vscode.ConfigurationTarget.Global);
    const alone = await hover(4, 10);
    await vscode.workspace.getConfiguration('oneoff').update('diagnostics.enabled', undefined, vscode.ConfigurationTarget.Global);
    assert.match(alone, /One\\-off for Acme Corp\\: branch/);
    assert.match(alone, /^- \*literal\* \['acme'\]\(file:\/\/\/.*\/src\/pricing\.ts#L4%2C23\)$/m, 'the chain, with links');
    assert.match(alone, /^- \*customer\* Acme Corp · configured$/m);
  });

  it('describes the current line at its end, and no other', async () => {
    const editor = await openAt('src/pricing.ts', 4);
    await until('the text is shown', () => api.inlineText.shown === 'Acme Corp · 3 lines');
    editor.selection = new vscode.Selection(4, 0, 4, 0);
    await until('it is gone', () => api.inlineText.shown === null);
  });

  it('writes tooltips that hold the evidence and no command', async () => {
    const row = await rowSpoken(api, /^branch, tenant\.slug === 'acme'/);
    const item = await api.tree.resolveTreeItem?.(new vscode.TreeItem('x'), row, new vscode.CancellationTokenSource().token);
    assert.ok(item?.tooltip instanceof vscode.MarkdownString);
    assert.match(item.tooltip.value, /One\\-off for Acme Corp\\: branch/);
    assert.notEqual(item.tooltip.isTrusted, true);
  });

  it('lets untitled documents be', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: "if (tenant.slug === 'acme') {}\n" });
    await vscode.window.showTextDocument(document);
    assert.equal(api.inlineText.shown, null);
    assert.deepEqual(
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'One-Off'),
      [],
    );
  });

  it('counts no news while nothing has changed', () => {
    assert.equal(api.window.now.newOnes, 0);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import { closeEditors, oneOff, openAt, rowSpoken, settled, treeLines, until, uriOf } from '../window.js';

/** The two sides of the diff that is shown; null while there is none. */
function shownDiff(): readonly [vscode.Uri, vscode.Uri] | null {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : null;
}

describe('a fork', () => {
  let api: OneOffApi;

  before(async () => {
    api = await oneOff();
    await settled(api);
    await vscode.commands.executeCommand('oneoff.groupTree', 'family');
    await until('drift is read', async () => (await treeLines(api))[0] === 'src/invoice.ts | 1 fork · 1 missed fix');
  });

  afterEach(closeEditors);

  it('is listed with its family, how far it has come apart, and what it missed', async () => {
    const lines = await treeLines(api);
    assert.equal(lines[0], 'src/invoice.ts | 1 fork · 1 missed fix');
    assert.match(
      lines[1] ?? '',
      /^ {2}src\/invoice\.acme\.ts \| Acme Corp · 1 missed fix · \d+ of \d+ lines shared · forked 10 months ago/,
    );
    assert.match(lines[2] ?? '', /^ {4}Fix the rounding of taxes \| \d{4}-\d\d-\d\d · 1 line$/);
  });

  it('is opened beside its origin from the tree, and from its own line', async () => {
    const sides = ['/src/invoice.ts', '/src/invoice.acme.ts'].map((path) => uriOf(path.slice(1)).path);
    await vscode.commands.executeCommand('oneoff.compareFork', await rowSpoken(api, /^fork, src\/invoice\.acme\.ts/));
    await until('the diff is shown', () => shownDiff() !== null);
    assert.deepEqual(
      shownDiff()?.map(({ path }) => path),
      sides,
    );
    await closeEditors();
    await openAt('src/invoice.acme.ts', 1);
    await vscode.commands.executeCommand('oneoff.compareFork');
    await until('the diff is shown', () => shownDiff() !== null);
  });

  it('leads to a missed fix: what the commit changed in the origin', async () => {
    const { command } = await api.tree.getTreeItem(await rowSpoken(api, /^Missed: Fix the rounding of taxes/));
    assert.ok(command);
    const parts: readonly unknown[] = command.arguments ?? [];
    await vscode.commands.executeCommand(command.command, ...parts);
    await until('the diff is shown', () => shownDiff() !== null);
    const texts = await Promise.all((shownDiff() ?? []).map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()));
    assert.deepEqual(
      texts.map((text) =>
        text
          .split('\n')
          .find((line) => line.includes('const tax'))
          ?.trim(),
      ),
      ['const tax = net * rateOf(country);', 'const tax = Math.round(net * rateOf(country) * 100) / 100;'],
    );
  });

  it('offers the missed fixes to pick from, for the one-off of the current line', async () => {
    await openAt('src/invoice.acme.ts', 1);
    const picking = vscode.commands.executeCommand('oneoff.showMissedFixes');
    await until('the diff is shown', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return shownDiff() !== null;
    });
    await picking;
    assert.equal(shownDiff()?.[0].scheme, 'oneoff-git');
  });

  it('is told in each file of a copied folder, with the file that it was copied from', async () => {
    const path = 'src/clients/acme/letters/thanks.ts';
    const told = (): vscode.Diagnostic | undefined =>
      vscode.languages.getDiagnostics(uriOf(path)).find(({ source }) => source === 'One-Off');
    await until('the problem is there', () => told() !== undefined);
    assert.match(told()?.relatedInformation?.[0]?.location.uri.path ?? '', /\/src\/letters\/thanks\.ts$/);
    await openAt(path, 1);
    await until('the text is there', () => api.inlineText.shown?.startsWith('Acme Corp · fork') === true);
    await vscode.commands.executeCommand('oneoff.compareFork');
    await until('the diff is shown', () => shownDiff() !== null);
    assert.deepEqual(
      shownDiff()?.map((uri) => uri.path),
      ['src/letters/thanks.ts', path].map((side) => uriOf(side).path),
    );
  });

  it('has its origin beside it among the problems', () => {
    const [problem] = vscode.languages.getDiagnostics(uriOf('src/invoice.acme.ts')).filter(({ source }) => source === 'One-Off');
    const [related] = problem?.relatedInformation ?? [];
    assert.match(related?.location.uri.path ?? '', /\/src\/invoice\.ts$/);
    assert.match(related?.message ?? '', /^The origin, \d+ % alike$/);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OneOffApi } from '../../../../src/extension.js';
import { closeEditors, oneOff, openAt, problemsOf, settled, treeLines, until } from '../window.js';

const path = 'src/pricing.ts';

describe('ignoring a one-off', () => {
  let api: OneOffApi;

  before(async () => {
    api = await oneOff();
    await settled(api);
  });

  afterEach(async () => {
    await closeEditors();
    await settled(api);
  });

  const actionsAt = async (document: vscode.TextDocument, line: number): Promise<readonly vscode.CodeAction[]> => {
    const { range } = document.lineAt(line - 1);
    return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
  };
  const isInTree = async (text: string): Promise<boolean> => (await treeLines(api)).some((line) => line.includes(text));

  /** Runs the action and takes the box that asks for a reason as it is. */
  async function run(action: vscode.CodeAction | undefined, reason: string, document: vscode.TextDocument): Promise<void> {
    assert.ok(action?.command);
    const { version } = document;
    const { command, arguments: values = [] }: { command: string; arguments?: unknown[] } = action.command;
    const running = vscode.commands.executeCommand(command, ...values);
    await until('the reason was taken', async () => {
      if (document.version !== version) return true;
      await vscode.commands.executeCommand('type', { text: reason }).then(undefined, () => undefined);
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.version !== version;
    });
    await running;
  }

  it('is one quick fix, which writes a comment and takes it out of the tree', async () => {
    const { document } = await openAt(path, 4);
    const actions = await actionsAt(document, 4);
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes('Ignore this one-off…') && titles.includes('Ignore all one-offs in this file…'), titles.join());
    await run(
      actions.find(({ title }) => title === 'Ignore this one-off…'),
      '',
      document,
    );
    assert.match(document.lineAt(3).text, /^ {2}\/\/ oneoff-ignore-next-line/);
    await until('it is out of the tree', async () => !(await isInTree("tenant.slug === 'acme'")));
    await until('the missing reason is told', () => problemsOf(path).some((text) => text.startsWith('4: This directive gives no reason.')));
  });

  it('is undone by removing the comment, which is a quick fix once it ignores nothing', async () => {
    const editor = await openAt(path, 1);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(1, 0), '// oneoff-ignore-next-line was for Acme\n');
    });
    const idle = 'There is no one-off on the next line to ignore. Remove it.';
    await until('it is told', () => problemsOf(path).some((text) => text.endsWith(idle)));
    const removal = (await actionsAt(editor.document, 2)).find(({ title }) => title === 'Remove this directive');
    assert.ok(removal?.edit);
    await vscode.workspace.applyEdit(removal.edit);
    assert.equal(editor.document.lineAt(1).text, '');
    await until('it is told no more', () => problemsOf(path).every((text) => !text.endsWith(idle)));
  });
});

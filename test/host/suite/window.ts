import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { Row } from '../../../src/editor/tree-rows.js';
import type { OneOffApi } from '../../../src/extension.js';

/** The extension as this window runs it. */
export async function oneOff(): Promise<OneOffApi> {
  const extension = vscode.extensions.getExtension<OneOffApi>('oneoff.oneoff');
  assert.ok(extension, 'the extension is there');
  return extension.activate();
}

/** Waits until something holds, and says what it was if it never does. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, patience = 15_000): Promise<void> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (await holds()) return;
    await wait(20);
  }
  assert.fail(`It never came to this: ${what}.`);
}

/** Waits until a reading is as expected, and shows the last one if it never is. */
export async function untilEqual<T>(read: () => T | Promise<T>, expected: T, patience = 15_000): Promise<void> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (isDeepStrictEqual(await read(), expected)) return;
    await wait(20);
  }
  assert.deepEqual(await read(), expected);
}

/** Every folder is scanned, every change worked in, and the tree shows it. */
export async function settled(api: OneOffApi): Promise<void> {
  const done = (): boolean =>
    api.folders.all.every(({ session }) => session.state.is !== 'scanning' && session.history.is !== 'reading' && session.idle);
  await until('all folders are scanned', done, 60_000);
  // The tree follows at most 100 ms later.
  await wait(150);
  await until('all folders are scanned', done, 60_000);
}

const textOf = (part: unknown): string => (typeof part === 'string' ? part : '');

/** The tree as indented lines: label (of a file its path), then description. */
export async function treeLines({ tree }: OneOffApi): Promise<readonly string[]> {
  const lines: string[] = [];
  const visit = async (row: Row | undefined, depth: number): Promise<void> => {
    if (row) {
      const item = await tree.getTreeItem(row);
      const label = row.is === 'file' ? row.path : textOf(item.label);
      lines.push(`${'  '.repeat(depth)}${label} | ${textOf(item.description)}`);
    }
    for (const child of (await tree.getChildren(row)) ?? []) await visit(child, depth + 1);
  };
  await visit(undefined, -1);
  return lines;
}

/** The first row, from the top, that screen readers hear about like this. */
export async function rowSpoken({ tree }: Pick<OneOffApi, 'tree'>, spoken: RegExp): Promise<Row> {
  const visit = async (row: Row | undefined): Promise<Row | undefined> => {
    if (row && spoken.test(row.spoken)) return row;
    for (const child of (await tree.getChildren(row)) ?? []) {
      const found = await visit(child);
      if (found) return found;
    }
    return undefined;
  };
  const found = await visit(undefined);
  assert.ok(found, `a row that is spoken of as ${spoken.source}`);
  return found;
}

export function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file with the cursor on a 1-based line. */
export async function openAt(path: string, line: number): Promise<vscode.TextEditor> {
  const position = new vscode.Position(line - 1, 0);
  return vscode.window.showTextDocument(uriOf(path), { selection: new vscode.Range(position, position), preview: false });
}

export function problemsOf(path: string): readonly string[] {
  return vscode.languages
    .getDiagnostics(uriOf(path))
    .filter(({ source }) => source === 'One-Off')
    .map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

/** The source of what a hover shows, as its reader sees it but for the marks. */
export const markdownOf = (content: vscode.Hover['contents'][number]): string =>
  content instanceof vscode.MarkdownString ? content.value : '';

export async function writeFile(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Says something in the tests' own output. */
export function note(text: string): void {
  console.log(`${process.env['ONEOFF_LOG_MARK'] ?? ''}      ${text}`);
}

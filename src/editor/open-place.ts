import * as vscode from 'vscode';
import type { Folder } from './folders.js';

/** Shows a file of the folder beside what asks for it, with the cursor at a place; line and column are 1-based. */
export async function openPlace(folder: Folder, path: string, line: number, column = 1): Promise<void> {
  const uri = vscode.Uri.joinPath(folder.uri, path);
  // Paths come from pages; none leads out of the folder.
  if (!uri.path.startsWith(`${folder.uri.path}/`)) return;
  const position = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
  await vscode.window.showTextDocument(uri, {
    selection: new vscode.Range(position, position),
    viewColumn: vscode.ViewColumn.Beside,
  });
}

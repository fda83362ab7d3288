import * as vscode from 'vscode';
import type { Folder } from './folders.js';
import type { Services } from './services.js';

/** Asks where to write a text, beginning in the folder, and opens what was written. Nothing is written unless the user names a file. */
export async function saveText({ t }: Services, folder: Folder, name: string, text: string): Promise<void> {
  const target = await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(folder.uri, name), title: t('Export') });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(target, { preview: true, viewColumn: vscode.ViewColumn.Beside });
}

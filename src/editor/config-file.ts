import * as vscode from 'vscode';
import { BrokenConfigError, emptyConfig } from './config-edit.js';
import type { Folder } from './folders.js';
import type { Services } from './services.js';

/** Where the folder's configuration is, or would be. */
export function configUri({ uri, session }: Folder): vscode.Uri {
  const { file } = session.model.config;
  return file === null ? vscode.Uri.joinPath(uri, 'oneoff.config.json') : vscode.Uri.file(file);
}

/** Through the editor's buffer, so that the change can be undone and meets what is typed there. */
export async function editConfig({ t }: Services, folder: Folder, change: (text: string) => string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(await ensureConfig(folder));
  const before = document.getText();
  const after = changed(before, change, t('{0} is not valid JSON; correct it first.', document.fileName));
  if (after === before) return;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(0), document.positionAt(before.length)), after);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

function changed(text: string, change: (text: string) => string, broken: string): string {
  try {
    return change(text);
  } catch (error) {
    throw error instanceof BrokenConfigError ? new Error(broken, { cause: error }) : error;
  }
}

/** Makes the file if there is none. */
export async function ensureConfig(folder: Folder): Promise<vscode.Uri> {
  const uri = configUri(folder);
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(emptyConfig));
  }
  return uri;
}

/** The only folder, or the one that the user picks. */
export async function pickFolder({ folders }: Services, placeHolder: string): Promise<Folder | undefined> {
  const [first, ...others] = folders.all;
  if (others.length === 0) return first;
  const picks = folders.all.map((folder) => ({ label: folder.name, folder }));
  return (await vscode.window.showQuickPick(picks, { placeHolder }))?.folder;
}

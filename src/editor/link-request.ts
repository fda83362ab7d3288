import * as vscode from 'vscode';
import type { Chosen } from './chosen-finding.js';
import { addLink } from './config-edit.js';
import { editConfig } from './config-file.js';
import { annotationOf } from './request-plan.js';
import { RequestPicker } from './request-picker.js';
import type { Services } from './services.js';

/** Asks which request it is, and where to write that down: as a comment above the code, or in the configuration. */
export async function linkRequest(services: Services, chosen: Chosen): Promise<void> {
  const { t } = services;
  const key = await new RequestPicker(services, chosen.folder).pick();
  if (key === null) return;
  const annotation = annotationOf(chosen.finding, key);
  const picks = [
    ...(annotation === null ? [] : [{ label: t('As a comment above the code'), description: `oneoff ${annotation}`, annotation }]),
    { label: t('In oneoff.config.json'), description: t('for this one-off'), annotation: null },
  ];
  const where = await vscode.window.showQuickPick(picks, { placeHolder: t('Where to write that {0} asked for it', key) });
  if (!where) return;
  if (where.annotation === null) await writeIntoConfig(services, chosen, key);
  else await annotate(services, chosen, where.annotation);
}

async function writeIntoConfig(services: Services, { folder, finding }: Chosen, key: string): Promise<void> {
  await editConfig(services, folder, (text) => addLink(text, key, finding.id));
}

/** Through the editor's buffer, so that it can be undone; the file is left for the user to save. */
async function annotate({ t }: Services, { folder, finding }: Chosen, rest: string): Promise<void> {
  const uri = vscode.Uri.joinPath(folder.uri, finding.path);
  const document = await vscode.workspace.openTextDocument(uri);
  const { version } = document;
  const { line } = finding.range.start;
  const insertion = await folder.session.placeDirective(finding.path, document.getText(), { line, verb: 'annotate', rest });
  if (!insertion) throw new Error(t('No comment can stand here. Link it in the configuration.'));
  if (document.version !== version) throw new Error(t('The file was changed meanwhile. Try again.'));
  await vscode.window.showTextDocument(document, { preview: true });
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(insertion.line - 1, insertion.column - 1), insertion.text);
  await vscode.workspace.applyEdit(edit);
}

import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { commandIds } from './ids.js';
import { presentErrors } from './present-error.js';
import { sourceSelector } from './selector.js';
import type { Services } from './services.js';
import { visibleFindings } from './visible-findings.js';

/** Quick fixes on a one-off that write a comment which ignores it, or its file. Both ask why. */
export function registerIgnoreActions(services: Services): Disposable {
  const { folders, settings, t } = services;
  const held = new DisposableStore();
  const provideCodeActions = ({ uri }: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] => {
    const found = visibleFindings(folders.findingsAt(uri), settings.now);
    const here = found.find((finding) => finding.range.start.line - 1 <= range.end.line && finding.range.end.line - 1 >= range.start.line);
    if (!here) return [];
    const { line } = here.range.start;
    return [
      action(t('Ignore this one-off…'), commandIds.ignoreFinding, uri, line),
      action(t('Ignore all one-offs in this file…'), commandIds.ignoreFile, uri, line),
    ];
  };
  const providedCodeActionKinds = [vscode.CodeActionKind.QuickFix];
  held.add(vscode.languages.registerCodeActionsProvider(sourceSelector, { provideCodeActions }, { providedCodeActionKinds }));
  const onPlace = (id: string, lineOf: (line: number) => number | null): void => {
    const run = (uri: unknown, line: unknown): Promise<void> =>
      presentErrors(services, async () => {
        if (uri instanceof vscode.Uri && typeof line === 'number') await ignore(services, uri, lineOf(line));
      });
    held.add(vscode.commands.registerCommand(id, run));
  };
  onPlace(commandIds.ignoreFinding, (line) => line);
  onPlace(commandIds.ignoreFile, () => null);
  return held;
}

function action(title: string, command: string, ...values: readonly unknown[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { command, title, arguments: [...values] };
  return made;
}

/** Through the editor's buffer, so that it can be undone; the file is left for the user to save. */
async function ignore({ folders, t }: Services, uri: vscode.Uri, line: number | null): Promise<void> {
  const place = folders.placeOf(uri);
  if (!place) return;
  const reason = await vscode.window.showInputBox({
    title: line === null ? t('Ignore all one-offs in this file') : t('Ignore this one-off'),
    prompt: t('Why? The reason is written into the comment.'),
  });
  if (reason === undefined) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const { version } = document;
  const insertion = await place.folder.session.placeDirective(place.path, document.getText(), { line, verb: 'ignore', rest: reason });
  if (!insertion) throw new Error(t('No comment can stand here. Ignore the file, or exclude it in the configuration.'));
  if (document.version !== version) throw new Error(t('The file was changed meanwhile. Try again.'));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(insertion.line - 1, insertion.column - 1), insertion.text);
  await vscode.workspace.applyEdit(edit);
}

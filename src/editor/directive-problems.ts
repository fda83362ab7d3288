import * as vscode from 'vscode';
import type { DirectiveProblem } from '../model/directive.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { fromRange, toRange } from './ranges.js';
import { planRemoval } from './removal-plan.js';
import { sourceSelector } from './selector.js';
import type { Services } from './services.js';

const unused = 'unused-directive';

/** Shows comments for One-Off that do not do what they should, and offers to remove those that do nothing. */
export function registerDirectiveProblems(services: Services): Disposable {
  const { folders, settings, t } = services;
  const held = new DisposableStore();
  const collection = held.add(vscode.languages.createDiagnosticCollection('oneoff.directives'));
  const publish = (): void => {
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const { uri, session } of settings.now.diagnostics ? folders.all : [])
      for (const problem of session.model.directiveProblems) {
        const file = vscode.Uri.joinPath(uri, problem.path).toString();
        byFile.set(file, [...(byFile.get(file) ?? []), toDiagnostic(problem)]);
      }
    collection.clear();
    for (const [file, diagnostics] of byFile) collection.set(vscode.Uri.parse(file), diagnostics);
  };
  held.add(folders.onDidChangeSummary(publish));
  held.add(folders.onDidChangeState(publish));
  held.add(settings.onDidChange(publish));
  const provideCodeActions = (document: vscode.TextDocument, _: vscode.Range, context: vscode.CodeActionContext): vscode.CodeAction[] =>
    context.diagnostics
      .filter(({ code }) => code === unused)
      .map((diagnostic) => removal(t('Remove this directive'), document, diagnostic));
  const providedCodeActionKinds = [vscode.CodeActionKind.QuickFix];
  held.add(vscode.languages.registerCodeActionsProvider(sourceSelector, { provideCodeActions }, { providedCodeActionKinds }));
  publish();
  return held;
}

function toDiagnostic(problem: DirectiveProblem): vscode.Diagnostic {
  const { range, message, remedy } = problem;
  const diagnostic = new vscode.Diagnostic(toRange(range), `${message} ${remedy}`, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = 'One-Off';
  if (problem.unused) {
    diagnostic.code = unused;
    diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  }
  return diagnostic;
}

function removal(title: string, document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const lineAt = (line: number): string => document.lineAt(line - 1).text;
  action.edit = new vscode.WorkspaceEdit();
  action.edit.delete(document.uri, toRange(planRemoval(lineAt, document.lineCount, fromRange(diagnostic.range))));
  action.diagnostics = [diagnostic];
  return action;
}

import * as vscode from 'vscode';
import type { ConfigProblem } from '../workspace/config-document.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import type { Services } from './services.js';
import { toRange } from './ranges.js';

/** Shows what is wrong in oneoff.config.json where it is wrong. */
export function registerConfigProblems({ folders, settings }: Services): Disposable {
  const held = new DisposableStore();
  const collection = held.add(vscode.languages.createDiagnosticCollection('oneoff.config'));
  const publish = (): void => {
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const { session } of settings.now.enabled ? folders.all : [])
      for (const problem of session.model.config.problems)
        byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), toDiagnostic(problem)]);
    collection.clear();
    for (const [file, diagnostics] of byFile) collection.set(vscode.Uri.file(file), diagnostics);
  };
  held.add(folders.onDidChangeSummary(publish));
  held.add(folders.onDidChangeState(publish));
  publish();
  return held;
}

function toDiagnostic({ range, severity, message, remedy }: ConfigProblem): vscode.Diagnostic {
  const level = severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const diagnostic = new vscode.Diagnostic(toRange(range), `${message} ${remedy}`, level);
  diagnostic.source = 'One-Off';
  return diagnostic;
}

import * as vscode from 'vscode';
import type { Severity } from '../model/config.js';
import { planDiagnostics, type PlannedDiagnostic } from './diagnostics-plan.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import type { Place } from './folders.js';
import type { Services } from './services.js';
import { Slices } from './slices.js';
import { toRange } from './ranges.js';
import type { Translate } from './translate.js';
import { visibleFindings, type Visibility } from './visible-findings.js';

const severityOf: Readonly<Record<Exclude<Severity, 'off'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Lists one-offs as problems. Files that lost their last one are cleared with the change that took it. */
export function registerDiagnostics(services: Services): Disposable {
  const { folders, settings } = services;
  const held = new DisposableStore();
  const collection = held.add(vscode.languages.createDiagnosticCollection('oneoff'));
  const slices = held.add(
    new Slices<vscode.Uri>(String, (uris) => {
      collection.set(uris.map((uri) => [uri, diagnosticsOf(services, uri)]));
    }),
  );
  const publishAll = (): void => {
    for (const [uri] of collection) slices.add([uri]);
    for (const { uri, session } of folders.all) slices.add(session.model.shownPaths().map((path) => vscode.Uri.joinPath(uri, path)));
  };
  held.add(settings.onDidChange(publishAll));
  held.add(folders.onDidChangeSummary(publishAll));
  held.add(
    folders.onDidChangeFindings((uris) => {
      slices.add(uris);
    }),
  );
  publishAll();
  return held;
}

/** None clears what was there. */
function diagnosticsOf({ folders, settings, extensionUri, t }: Services, uri: vscode.Uri): readonly vscode.Diagnostic[] | undefined {
  const place = settings.now.diagnostics ? folders.placeOf(uri) : undefined;
  const documentation = vscode.Uri.joinPath(extensionUri, 'docs', 'detection.md');
  const diagnostics = place ? plan(place, settings.now, t).map((each) => toDiagnostic(each, documentation, place.folder.uri)) : [];
  return diagnostics.length > 0 ? diagnostics : undefined;
}

function plan({ folder, path }: Place, visibility: Visibility, t: Translate): readonly PlannedDiagnostic[] {
  const { model } = folder.session;
  return planDiagnostics(t, visibleFindings(model.shownAt(path), visibility), model.customers, model.config.severities);
}

function toDiagnostic(
  { range, message, severity, kind, origin }: PlannedDiagnostic,
  documentation: vscode.Uri,
  root: vscode.Uri,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(range), message, severityOf[severity]);
  diagnostic.source = 'One-Off';
  diagnostic.code = { value: kind, target: documentation.with({ fragment: kind }) };
  if (origin) {
    const place = new vscode.Location(
      vscode.Uri.joinPath(root, origin.path),
      origin.range ? toRange(origin.range) : new vscode.Position(0, 0),
    );
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, origin.message)];
  }
  return diagnostic;
}

import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { colorIds } from './ids.js';
import type { Services } from './services.js';
import { toRange } from './ranges.js';
import { visibleFindings } from './visible-findings.js';

/** Marks one-offs in the overview ruler of every visible editor. */
export function registerOverviewRuler({ folders, settings }: Services): Disposable {
  const held = new DisposableStore();
  const style = held.add(
    vscode.window.createTextEditorDecorationType({
      overviewRulerColor: new vscode.ThemeColor(colorIds.overviewRuler),
      overviewRulerLane: vscode.OverviewRulerLane.Right,
    }),
  );
  const draw = (editor: vscode.TextEditor): void => {
    const findings = settings.now.overviewRuler ? visibleFindings(folders.findingsAt(editor.document.uri), settings.now) : [];
    editor.setDecorations(
      style,
      findings.map(({ range }) => toRange(range)),
    );
  };
  const drawAll = (): void => {
    vscode.window.visibleTextEditors.forEach(draw);
  };
  const drawThese = (uris: readonly vscode.Uri[]): void => {
    const changed = new Set(uris.map(String));
    for (const editor of vscode.window.visibleTextEditors) if (changed.has(editor.document.uri.toString())) draw(editor);
  };
  held.add(settings.onDidChange(drawAll));
  held.add(vscode.window.onDidChangeVisibleTextEditors(drawAll));
  held.add(folders.onDidChangeFindings(drawThese));
  drawAll();
  return held;
}

import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { colorIds } from './ids.js';
import { isInConflict, planInline } from './inline-plan.js';
import type { Services } from './services.js';
import { visibleFindings } from './visible-findings.js';

/** Milliseconds without a keystroke after which the text comes back. */
const quietTime = 40;

/** What stands at the end of the current line. */
export interface InlineText extends Disposable {
  /** The text that is shown, or null; for tests, which cannot ask VS Code. */
  readonly shown: string | null;
  readonly onDidDraw: vscode.Event<string | null>;
}

/** Describes the one-off of the current line at its end: gone with the first keystroke, back when the edit is worked in. */
export function registerInlineText(services: Services): InlineText {
  return new CurrentLineText(services);
}

class CurrentLineText implements InlineText {
  readonly #services: Services;
  readonly #held = new DisposableStore();
  readonly #drawn = this.#held.add(new vscode.EventEmitter<string | null>());
  readonly #style = this.#held.add(
    vscode.window.createTextEditorDecorationType({
      after: { color: new vscode.ThemeColor(colorIds.inlineText), margin: '0 0 0 3ch', fontStyle: 'italic' },
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedOpen,
    }),
  );
  readonly onDidDraw = this.#drawn.event;
  #editor: vscode.TextEditor | undefined;
  #line = -1;
  #shown: string | null = null;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(services: Services) {
    this.#services = services;
    const { folders, settings } = services;
    const redraw = (): void => {
      this.#draw();
    };
    this.#held.add(settings.onDidChange(redraw));
    this.#held.add(folders.onDidChangeSummary(redraw));
    this.#held.add(vscode.window.onDidChangeActiveTextEditor(redraw));
    this.#held.add(folders.onDidSettle(this.#onNews));
    this.#held.add(folders.onDidChangeFindings(this.#onNews));
    this.#held.add(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (textEditor !== this.#editor || selections[0]?.active.line !== this.#line) this.#draw();
      }),
    );
    this.#held.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.#editor?.document && contentChanges.length > 0) this.#onEdit(this.#editor);
      }),
    );
    this.#draw();
  }

  get shown(): string | null {
    return this.#shown;
  }

  dispose(): void {
    clearTimeout(this.#quiet);
    this.#held.dispose();
  }

  #onEdit(editor: vscode.TextEditor): void {
    this.#show(editor, null);
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.#draw();
    }, quietTime);
  }

  readonly #onNews = (uris: readonly vscode.Uri[]): void => {
    const current = vscode.window.activeTextEditor?.document.uri.toString();
    if (uris.some((uri) => uri.toString() === current)) this.#draw();
  };

  #draw(): void {
    const editor = vscode.window.activeTextEditor;
    if (this.#editor && this.#editor !== editor) this.#show(this.#editor, null);
    this.#editor = editor;
    this.#line = editor?.selection.active.line ?? -1;
    if (editor) this.#show(editor, this.#plan(editor));
  }

  #plan({ document }: vscode.TextEditor): string | null {
    const { folders, settings, t } = this.#services;
    const place = settings.now.inlineText ? folders.placeOf(document.uri) : undefined;
    if (!place || this.#line >= document.lineCount) return null;
    const { model, reading } = place.folder.session;
    const findings = visibleFindings(model.shownAt(place.path), settings.now);
    const text = planInline(t, findings, model.customers, reading, this.#line + 1);
    return text !== null && isInConflict((line) => document.lineAt(line).text, this.#line) ? null : text;
  }

  #show(editor: vscode.TextEditor, text: string | null): void {
    if (text === null && this.#shown === null) {
      this.#drawn.fire(null);
      return;
    }
    const end = new vscode.Position(this.#line, Number.MAX_SAFE_INTEGER);
    const options = text === null ? [] : [{ range: new vscode.Range(end, end), renderOptions: { after: { contentText: text } } }];
    editor.setDecorations(this.#style, options);
    this.#shown = text;
    this.#drawn.fire(text);
  }
}

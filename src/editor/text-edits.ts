import * as vscode from 'vscode';
import { isSourceFile } from '../workspace/default-excludes.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import type { Place } from './folders.js';
import { fromRange } from './ranges.js';
import type { Services } from './services.js';
import type { Edit } from './shift-findings.js';

/** Milliseconds from a keystroke to the worker, so that a burst of typing is one update. */
const typingDelay = 25;

/** Sends unsaved text to the folders' queues while it is typed. */
export function registerTextEdits({ folders }: Services): Disposable {
  const held = new DisposableStore();
  const placeOf = (uri: vscode.Uri): Place | undefined => (isSourceFile(uri.path) ? folders.placeOf(uri) : undefined);
  held.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      const place = placeOf(document.uri);
      place?.folder.session.edit(place.path, contentChanges.map(toEdit), document.getText(), typingDelay);
    }),
  );
  // Closed without saving: what counts is on disk again.
  held.add(
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      const place = placeOf(uri);
      place?.folder.session.change({ path: place.path, type: 'changed' }, typingDelay);
    }),
  );
  return held;
}

function toEdit({ range, text }: vscode.TextDocumentContentChangeEvent): Edit {
  return { ...fromRange(range), text };
}

import { posix } from 'node:path';
import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { presentErrors } from './present-error.js';
import type { Services } from './services.js';

/** Opens and closes folders with the window and the master switch, and scans again when what is scanned changes. */
export function registerRescan(services: Services): Disposable {
  const { folders, settings } = services;
  const held = new DisposableStore();
  const sync = (): void => {
    if (settings.now.enabled) folders.sync();
    else folders.closeAll();
  };
  held.add(settings.onDidChange(sync));
  let isRead = settings.now.history;
  held.add(
    settings.onDidChange(({ history }) => {
      if (history !== isRead) folders.assessAll();
      isRead = history;
    }),
  );
  held.add(
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      folders.assessAll();
    }),
  );
  held.add(vscode.workspace.onDidChangeWorkspaceFolders(sync));
  held.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('files.exclude')) void presentErrors(services, () => folders.restart());
    }),
  );
  // A configuration above the folders is not watched.
  held.add(
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (posix.basename(uri.path) === 'oneoff.config.json' && !folders.placeOf(uri)) folders.scanAll();
    }),
  );
  sync();
  return held;
}

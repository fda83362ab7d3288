import * as vscode from 'vscode';
import { gitFolderOf } from '../history/git-folder.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import type { Folder } from './folders.js';
import type { Services } from './services.js';

/** Milliseconds after which a burst, such as a rebase, has ended; what a switch of branches changes on disk is worked in by then. */
const quiet = 1000;

/** Reads the history of a folder again when HEAD has moved: after a commit, a pull, a switch of branches. */
export function registerHeadWatch({ folders, settings }: Services): Disposable {
  const watched = new Map<Folder, Disposable>();
  const onMove = (folder: Folder): void => {
    if (vscode.workspace.isTrusted && settings.now.history) void folder.session.assess();
  };
  const sync = (): void => {
    const open = new Set(folders.all);
    for (const [folder, watch] of watched) {
      if (open.has(folder)) continue;
      watch.dispose();
      watched.delete(folder);
    }
    for (const folder of open) {
      if (!watched.has(folder)) watched.set(folder, watchHead(folder, onMove));
    }
  };
  const held = new DisposableStore();
  held.add({
    dispose: () => {
      for (const watch of watched.values()) watch.dispose();
    },
  });
  held.add(folders.onDidChangeState(sync));
  sync();
  return held;
}

/** Commits only write to the log of HEAD, switches to both; without a log, as in few repositories, only switches are noticed. */
function watchHead(folder: Folder, onMove: (folder: Folder) => void): Disposable {
  const held = new DisposableStore();
  const place = gitFolderOf(folder.uri.fsPath);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onEvent = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onMove, quiet, folder);
  };
  const files = place === null ? [] : [vscode.Uri.file(place), vscode.Uri.joinPath(vscode.Uri.file(place), 'logs')];
  for (const base of files) {
    const watcher = held.add(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(base, 'HEAD'), false, false, true));
    held.add(watcher.onDidCreate(onEvent));
    held.add(watcher.onDidChange(onEvent));
  }
  held.add({
    dispose: () => {
      clearTimeout(timer);
    },
  });
  return held;
}

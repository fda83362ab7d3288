import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { Change } from '../workspace/session.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { isSource } from './folders.js';
import type { Services } from './services.js';

/** Milliseconds from a keystroke to the worker, so that a burst of typing is one update. */
const typingDelay = 25;

/** Milliseconds for a burst on disk, such as a git checkout, to end up in one update. */
const diskDelay = 150;

const otherFiles = new Set(['oneoff.config.json', 'package.json', '.gitignore', 'jsconfig.json']);

/** What can change a finding: sources, and the files that say how they hang together. Folders have no extension. */
function matters(path: string): boolean {
  if (/(^|\/)(node_modules|\.git)(\/|$)/.test(path)) return false;
  const name = posix.basename(path);
  return isSource(path) || otherFiles.has(name) || /^tsconfig.*\.json$/.test(name);
}

/** Sends what happens to files and to unsaved text to the folders' queues. */
export function registerFileWatch(services: Services): Disposable {
  const { folders } = services;
  const held = new DisposableStore();
  const push = (uri: vscode.Uri, change: Omit<Change, 'path'>, delay: number): void => {
    const place = folders.placeOf(uri);
    if (place) place.folder.session.change({ path: place.path, ...change }, delay);
  };
  const onDisk = (uri: vscode.Uri): void => {
    if (matters(uri.path) && !isDirty(uri)) push(uri, { type: 'changed' }, diskDelay);
  };
  const onDelete = (uri: vscode.Uri): void => {
    const folder = posix.extname(uri.path) === '';
    if (matters(uri.path) || (folder && !/\/(node_modules|\.git)(\/|$)/.test(uri.path))) push(uri, { type: 'deleted' }, diskDelay);
  };
  const watcher = held.add(vscode.workspace.createFileSystemWatcher('**/*'));
  held.add(watcher.onDidCreate(onDisk));
  held.add(watcher.onDidChange(onDisk));
  held.add(watcher.onDidDelete(onDelete));
  held.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !isSource(document.uri.path)) return;
      push(document.uri, { type: 'changed', text: document.getText() }, typingDelay);
    }),
  );
  // Closed without saving: what counts is on disk again.
  held.add(
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (isSource(uri.path)) push(uri, { type: 'changed' }, diskDelay);
    }),
  );
  return held;
}

function isDirty(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri.toString());
}

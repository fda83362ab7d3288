import { posix } from 'node:path';
import * as vscode from 'vscode';
import { isSourceFile } from '../workspace/default-excludes.js';
import type { Change } from '../workspace/session.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { presentErrors } from './present-error.js';
import type { Services } from './services.js';
import { isExport } from './tracker-store.js';

/** Milliseconds for a burst on disk, such as a git checkout, to end up in one update. */
const diskDelay = 150;

const otherFiles = new Set(['oneoff.config.json', 'package.json', '.gitignore', 'jsconfig.json']);

/** Dropped before anything else is done with them. */
function isForeign(path: string): boolean {
  return /\/(node_modules|\.git)(\/|$)/.test(path);
}

/** What can change a finding: sources, and the files that say how they hang together. */
function isReadAnyway(path: string): boolean {
  const name = posix.basename(path);
  return isSourceFile(path) || otherFiles.has(name) || /^tsconfig.*\.json$/.test(name);
}

/** Sends what happens to files on disk to the folders' queues. */
export function registerFileWatch(services: Services): Disposable {
  const { folders, trackers } = services;
  const held = new DisposableStore();
  const push = (uri: vscode.Uri, change: Omit<Change, 'path'>, delay: number): void => {
    const place = folders.placeOf(uri);
    if (place) place.folder.session.change({ path: place.path, ...change }, delay);
  };
  const onExport = (uri: vscode.Uri): void => {
    const { folder } = folders.placeOf(uri) ?? {};
    if (folder && isExport(folder, uri.path)) void presentErrors(services, () => trackers.sync(folder, { onlyFiles: true }));
  };
  const matters = (uri: vscode.Uri): boolean => isReadAnyway(uri.path) || isCustomerFile(services, uri);
  const onDisk = (uri: vscode.Uri): void => {
    if (!isForeign(uri.path) && matters(uri) && !isDirty(uri)) push(uri, { type: 'changed' }, diskDelay);
  };
  // Of a folder that comes with its files, or goes with them, only the folder itself is told.
  const onCreate = async (uri: vscode.Uri): Promise<void> => {
    if (isForeign(uri.path)) return;
    if (matters(uri)) onDisk(uri);
    else if (await isFolder(uri)) push(uri, { type: 'changed' }, diskDelay);
  };
  const onDelete = (uri: vscode.Uri): void => {
    if (!isForeign(uri.path)) push(uri, { type: 'deleted' }, diskDelay);
  };
  const watcher = held.add(vscode.workspace.createFileSystemWatcher('**/*'));
  held.add(watcher.onDidCreate((uri) => void onCreate(uri)));
  held.add(watcher.onDidChange(onDisk));
  held.add(watcher.onDidDelete(onDelete));
  held.add(watcher.onDidChange(onExport));
  held.add(watcher.onDidCreate(onExport));
  return held;
}

function isCustomerFile({ folders }: Services, uri: vscode.Uri): boolean {
  return folders.all.some(({ session }) => session.model.config.customerFiles.includes(uri.fsPath));
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    // Gone again; its deletion is told next.
    return false;
  }
}

function isDirty(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri.toString());
}

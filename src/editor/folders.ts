import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { Finding } from '../model/finding.js';
import type { MissingKeys } from '../model/request.js';
import type { TrackerItem } from '../model/tracker-item.js';
import { isSourceFile } from '../workspace/default-excludes.js';
import type { Change } from '../workspace/session.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { FolderSession } from './folder-session.js';
import type { WorkerThread } from './worker-thread.js';

/** A workspace folder with its session. */
export interface Folder {
  readonly name: string;
  readonly uri: vscode.Uri;
  readonly session: FolderSession;
}

/** Where a document or file belongs. */
export interface Place {
  readonly folder: Folder;
  /** Posix path relative to the folder. */
  readonly path: string;
}

/** What sessions go by besides the files of their folders. */
export interface Sources {
  readonly cacheFolder: string | null;
  /** Whether git may be asked now. */
  readonly mayReadHistory: () => boolean;
  /** What is known of the trackers of a folder, by its address. */
  readonly itemsOf: (folder: string) => readonly TrackerItem[];
  readonly missingOf: (folder: string) => readonly MissingKeys[];
}

/** The sessions of all folders of the window. Only folders on disk have one. */
export class Folders implements Disposable {
  readonly #thread: WorkerThread;
  readonly #sources: Sources;
  readonly #open = new Map<string, Folder>();
  readonly #held = new DisposableStore();
  readonly #findings = this.#held.add(new vscode.EventEmitter<readonly vscode.Uri[]>());
  readonly #settled = this.#held.add(new vscode.EventEmitter<readonly vscode.Uri[]>());
  readonly #state = this.#held.add(new vscode.EventEmitter<void>());
  readonly #summary = this.#held.add(new vscode.EventEmitter<void>());
  /** Files whose findings changed. */
  readonly onDidChangeFindings = this.#findings.event;
  /** Files whose latest edit has been worked in. */
  readonly onDidSettle = this.#settled.event;
  readonly onDidChangeState = this.#state.event;
  /** Customers, configuration or skipped files changed. */
  readonly onDidChangeSummary = this.#summary.event;

  constructor(thread: WorkerThread, sources: Sources) {
    this.#thread = thread;
    this.#sources = sources;
  }

  get all(): readonly Folder[] {
    return [...this.#open.values()];
  }

  /** The innermost folder that holds the file; undefined for files elsewhere, untitled and virtual documents. */
  placeOf(uri: vscode.Uri): Place | undefined {
    if (uri.scheme !== 'file') return undefined;
    const holder = vscode.workspace.getWorkspaceFolder(uri);
    const folder = holder && this.#open.get(holder.uri.toString());
    return folder && { folder, path: posix.relative(folder.uri.path, uri.path) };
  }

  findingsAt(uri: vscode.Uri): readonly Finding[] {
    const place = this.placeOf(uri);
    return place ? place.folder.session.model.findingsAt(place.path) : [];
  }

  /** Opens and scans folders that came, closes those that went. */
  sync(): void {
    const wanted = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
    const keys = new Set(wanted.map(({ uri }) => uri.toString()));
    for (const [key, folder] of this.#open) if (!keys.has(key)) this.#close(key, folder);
    for (const { uri, name } of wanted) if (!this.#open.has(uri.toString())) this.#start(uri, name);
    this.#state.fire();
  }

  /** Closes every session, as the master switch does. */
  closeAll(): void {
    for (const [key, folder] of this.#open) this.#close(key, folder);
    this.#state.fire();
  }

  scanAll(): void {
    for (const { session } of this.#open.values()) session.scan();
  }

  /** Scans with a fresh worker, which has nothing in memory. */
  async restart(): Promise<void> {
    await this.#thread.dispose();
    this.scanAll();
  }

  /** Asks git and the trackers' items anew, without another scan. */
  assessAll(): void {
    for (const { session } of this.#open.values()) void session.assess();
  }

  cancel(): void {
    for (const { session } of this.#open.values()) session.cancel();
  }

  dispose(): void {
    this.closeAll();
    this.#held.dispose();
  }

  #start(uri: vscode.Uri, name: string): void {
    const toUris = (paths: readonly string[]): vscode.Uri[] => paths.map((path) => vscode.Uri.joinPath(uri, path));
    const session = new FolderSession({
      root: uri.fsPath,
      exclude: () => hiddenFiles(uri),
      cacheFolder: this.#sources.cacheFolder,
      mayReadHistory: this.#sources.mayReadHistory,
      items: () => this.#sources.itemsOf(uri.toString()),
      missing: () => this.#sources.missingOf(uri.toString()),
      client: () => this.#thread.client,
      unsaved: () => this.#unsaved(uri),
      events: {
        onFindings: (paths) => {
          this.#findings.fire(toUris(paths));
        },
        onSettled: (paths) => {
          this.#settled.fire(toUris(paths));
        },
        onState: () => {
          this.#state.fire();
        },
        onSummary: () => {
          this.#summary.fire();
        },
      },
    });
    this.#open.set(uri.toString(), { name, uri, session });
    session.scan();
  }

  #close(key: string, folder: Folder): void {
    this.#open.delete(key);
    this.#findings.fire(folder.session.model.shownPaths().map((path) => vscode.Uri.joinPath(folder.uri, path)));
    // The worker may be gone already; then there is nothing left to close.
    folder.session.dispose().catch(() => undefined);
  }

  #unsaved(folder: vscode.Uri): readonly Change[] {
    const changes: Change[] = [];
    for (const document of vscode.workspace.textDocuments) {
      const place = document.isDirty ? this.placeOf(document.uri) : undefined;
      if (place?.folder.uri.toString() !== folder.toString() || !isSourceFile(place.path)) continue;
      changes.push({ path: place.path, type: 'changed', text: document.getText() });
    }
    return changes;
  }
}

/** What `files.exclude` hides; conditional patterns are left to the editor. */
function hiddenFiles(folder: vscode.Uri): readonly string[] {
  const patterns = vscode.workspace.getConfiguration('files', folder).get<Record<string, unknown>>('exclude', {});
  return Object.entries(patterns).flatMap(([pattern, on]) => (on === true ? [pattern] : []));
}

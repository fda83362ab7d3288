import * as vscode from 'vscode';
import { DisposableStore } from './editor/disposable-store.js';
import { registerFeatures } from './editor/features.js';
import { Folders, type Sources } from './editor/folders.js';
import { registerHotspots } from './editor/hotspots-view.js';
import { registerInlineText, type InlineText } from './editor/inline-text.js';
import { registerPlanningBoard } from './editor/planning-board.js';
import { SettingsStore } from './editor/settings.js';
import { TrackerConnections } from './editor/tracker-connections.js';
import { TrackerStore } from './editor/tracker-store.js';
import { TreeChoice } from './editor/tree-choice.js';
import { registerTree } from './editor/tree.js';
import { WindowWatch } from './editor/window-watch.js';
import { WorkerThread } from './editor/worker-thread.js';

/** What other code in the extension host may look at; the host tests do. */
export interface OneOffApi {
  readonly folders: Folders;
  readonly trackers: TrackerStore;
  readonly tree: ReturnType<typeof registerTree>;
  readonly hotspots: ReturnType<typeof registerHotspots>;
  readonly inlineText: InlineText;
  readonly boards: ReturnType<typeof registerPlanningBoard>;
  readonly window: WindowWatch;
  readonly thread: WorkerThread;
}

export function activate({ extensionUri, storageUri, workspaceState, secrets, subscriptions }: vscode.ExtensionContext): OneOffApi {
  const held = new DisposableStore();
  subscriptions.push(held);
  const output = held.add(vscode.window.createOutputChannel('One-Off', { log: true }));
  const log = (message: string): void => {
    output.info(message);
  };
  const thread = held.add(new WorkerThread(vscode.Uri.joinPath(extensionUri, 'dist', 'worker.js').fsPath, log));
  const settings = held.add(new SettingsStore());
  const treeChoice = held.add(new TreeChoice(workspaceState));
  const cacheFolder = storageUri?.fsPath ?? null;
  const trackers = new TrackerStore(new TrackerConnections({ workspaceState, secrets }, vscode.l10n.t), cacheFolder);
  const mayReadHistory = (): boolean => settings.now.history && vscode.workspace.isTrusted;
  const itemsOf: Sources['itemsOf'] = (folder) => trackers.itemsOf(folder);
  const missingOf: Sources['missingOf'] = (folder) => trackers.missingOf(folder);
  const folders = held.add(new Folders(thread, { cacheFolder, mayReadHistory, itemsOf, missingOf }));
  const base = { extensionUri, output, settings, folders, trackers, treeChoice, t: vscode.l10n.t };
  const window = held.add(new WindowWatch(base));
  const services = { ...base, window };
  const tree = held.add(registerTree(services));
  const hotspots = held.add(registerHotspots(services));
  const inlineText = held.add(registerInlineText(services));
  const boards = held.add(registerPlanningBoard(services));
  held.add(registerFeatures(services));
  return { folders, trackers, tree, hotspots, inlineText, boards, window, thread };
}

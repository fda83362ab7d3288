import * as vscode from 'vscode';
import { DisposableStore } from './editor/disposable-store.js';
import { registerFeatures } from './editor/features.js';
import { Folders } from './editor/folders.js';
import { registerHotspots } from './editor/hotspots-view.js';
import { registerInlineText, type InlineText } from './editor/inline-text.js';
import { SettingsStore } from './editor/settings.js';
import { TreeChoice } from './editor/tree-choice.js';
import { registerTree } from './editor/tree.js';
import { WindowWatch } from './editor/window-watch.js';
import { WorkerThread } from './editor/worker-thread.js';

/** What other code in the extension host may look at; the host tests do. */
export interface OneOffApi {
  readonly folders: Folders;
  readonly tree: ReturnType<typeof registerTree>;
  readonly hotspots: ReturnType<typeof registerHotspots>;
  readonly inlineText: InlineText;
  readonly window: WindowWatch;
  readonly thread: WorkerThread;
}

export function activate({ extensionUri, storageUri, workspaceState, subscriptions }: vscode.ExtensionContext): OneOffApi {
  const held = new DisposableStore();
  subscriptions.push(held);
  const output = held.add(vscode.window.createOutputChannel('One-Off', { log: true }));
  const log = (message: string): void => {
    output.info(message);
  };
  const thread = held.add(new WorkerThread(vscode.Uri.joinPath(extensionUri, 'dist', 'worker.js').fsPath, log));
  const settings = held.add(new SettingsStore());
  const treeChoice = held.add(new TreeChoice(workspaceState));
  const folders = held.add(new Folders(thread, storageUri?.fsPath ?? null, () => settings.now.history && vscode.workspace.isTrusted));
  const base = { extensionUri, output, settings, folders, treeChoice, t: vscode.l10n.t };
  const window = held.add(new WindowWatch(base));
  const services = { ...base, window };
  const tree = held.add(registerTree(services));
  const hotspots = held.add(registerHotspots(services));
  const inlineText = held.add(registerInlineText(services));
  held.add(registerFeatures(services));
  return { folders, tree, hotspots, inlineText, window, thread };
}

import * as vscode from 'vscode';
import { registerConfigProblems } from './editor/config-problems.js';
import { registerCustomerCommands } from './editor/customer-commands.js';
import { registerDiagnostics } from './editor/diagnostics.js';
import { DisposableStore } from './editor/disposable-store.js';
import { registerFileWatch } from './editor/file-watch.js';
import { Folders } from './editor/folders.js';
import { registerHover } from './editor/hover.js';
import { registerInlineText, type InlineText } from './editor/inline-text.js';
import { registerOverviewRuler } from './editor/overview-ruler.js';
import { registerScanCommands } from './editor/scan-commands.js';
import type { Services } from './editor/services.js';
import { SettingsStore } from './editor/settings.js';
import { registerContextKeys, registerStatusBar } from './editor/status-bar.js';
import { registerTree } from './editor/tree.js';
import { WindowWatch } from './editor/window-state.js';
import { WorkerThread } from './editor/worker-thread.js';

/** What other code in the extension host may look at; the host tests do. */
export interface OneOffApi {
  readonly folders: Folders;
  readonly tree: ReturnType<typeof registerTree>;
  readonly inlineText: InlineText;
  readonly window: WindowWatch;
  readonly thread: WorkerThread;
}

export function activate(context: vscode.ExtensionContext): OneOffApi {
  const held = new DisposableStore();
  context.subscriptions.push(held);
  const output = held.add(vscode.window.createOutputChannel('One-Off', { log: true }));
  const thread = held.add(
    new WorkerThread(vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').fsPath, (message) => {
      output.info(message);
    }),
  );
  const settings = held.add(new SettingsStore());
  const folders = held.add(new Folders(thread, context.storageUri?.fsPath ?? null));
  const services: Services = { extensionUri: context.extensionUri, output, settings, folders, t: vscode.l10n.t };
  const window = held.add(new WindowWatch(services));
  const tree = held.add(registerTree(services, window));
  const inlineText = held.add(registerInlineText(services));
  for (const register of [registerOverviewRuler, registerDiagnostics, registerHover, registerFileWatch, registerConfigProblems])
    held.add(register(services));
  for (const register of [registerScanCommands, registerCustomerCommands]) held.add(register(services));
  for (const register of [registerStatusBar, registerContextKeys]) held.add(register(services, window));
  const start = (): void => {
    if (settings.now.enabled) folders.sync();
    else folders.closeAll();
  };
  held.add(settings.onDidChange(start));
  held.add(vscode.workspace.onDidChangeWorkspaceFolders(start));
  start();
  return { folders, tree, inlineText, window, thread };
}

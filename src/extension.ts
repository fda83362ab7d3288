import * as vscode from 'vscode';
import { registerConfigProblems } from './editor/config-problems.js';
import { registerContextKeys } from './editor/context-keys.js';
import { registerCustomerCommands } from './editor/customer-commands.js';
import { registerDiagnostics } from './editor/diagnostics.js';
import { registerDirectiveProblems } from './editor/directive-problems.js';
import { DisposableStore } from './editor/disposable-store.js';
import { registerFileWatch } from './editor/file-watch.js';
import { Folders } from './editor/folders.js';
import { registerHover } from './editor/hover.js';
import { registerIgnoreActions } from './editor/ignore-actions.js';
import { registerInlineText, type InlineText } from './editor/inline-text.js';
import { registerOverviewRuler } from './editor/overview-ruler.js';
import { registerRescan } from './editor/rescan.js';
import { registerScanCommands } from './editor/scan-commands.js';
import { registerScanLog } from './editor/scan-log.js';
import { SettingsStore } from './editor/settings.js';
import { registerStatusBar } from './editor/status-bar.js';
import { registerTextEdits } from './editor/text-edits.js';
import { registerTree } from './editor/tree.js';
import { WindowWatch } from './editor/window-watch.js';
import { WorkerThread } from './editor/worker-thread.js';

const shown = [registerOverviewRuler, registerDiagnostics, registerHover, registerStatusBar, registerContextKeys];
const told = [registerConfigProblems, registerDirectiveProblems, registerIgnoreActions];
const driven = [registerScanCommands, registerCustomerCommands, registerScanLog, registerFileWatch, registerTextEdits, registerRescan];

/** What other code in the extension host may look at; the host tests do. */
export interface OneOffApi {
  readonly folders: Folders;
  readonly tree: ReturnType<typeof registerTree>;
  readonly inlineText: InlineText;
  readonly window: WindowWatch;
  readonly thread: WorkerThread;
}

export function activate({ extensionUri, storageUri, subscriptions }: vscode.ExtensionContext): OneOffApi {
  const held = new DisposableStore();
  subscriptions.push(held);
  const output = held.add(vscode.window.createOutputChannel('One-Off', { log: true }));
  const log = (message: string): void => {
    output.info(message);
  };
  const thread = held.add(new WorkerThread(vscode.Uri.joinPath(extensionUri, 'dist', 'worker.js').fsPath, log));
  const settings = held.add(new SettingsStore());
  const folders = held.add(new Folders(thread, storageUri?.fsPath ?? null));
  const base = { extensionUri, output, settings, folders, t: vscode.l10n.t };
  const window = held.add(new WindowWatch(base));
  const services = { ...base, window };
  const tree = held.add(registerTree(services));
  const inlineText = held.add(registerInlineText(services));
  for (const register of [...shown, ...told, ...driven]) held.add(register(services));
  return { folders, tree, inlineText, window, thread };
}

import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { contextKeys, viewIds } from './ids.js';
import type { WindowServices } from './services.js';
import { windowState } from './status-plan.js';
import type { WindowView } from './window-watch.js';

/** Tells `when` clauses which welcome text and which buttons fit, and shows a scan's progress at the view's edge. */
export function registerContextKeys({ settings, window }: WindowServices): Disposable {
  const held = new DisposableStore();
  const told = new Map<string, unknown>();
  const tell = (key: string, value: unknown): void => {
    if (told.get(key) === value) return;
    told.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  let endProgress: (() => void) | null = null;
  const show = ({ status }: WindowView): void => {
    const state = settings.now.enabled ? windowState(status) : 'off';
    const scanning = state === 'scanning';
    tell(contextKeys.state, state);
    tell(contextKeys.scanning, scanning);
    if (scanning && !endProgress) {
      void vscode.window.withProgress(
        { location: { viewId: viewIds.customers } },
        () => new Promise<void>((resolve) => (endProgress = resolve)),
      );
    } else if (!scanning && endProgress) {
      endProgress();
      endProgress = null;
    }
  };
  held.add(window.onDidChange(show));
  held.add({ dispose: () => endProgress?.() });
  show(window.now);
  return held;
}

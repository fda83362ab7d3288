import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { contextKeys, viewIds } from './ids.js';
import type { Services } from './services.js';
import { planStatus, windowState } from './status-plan.js';
import type { WindowView, WindowWatch } from './window-state.js';

/** One item on the left: how many one-offs the window has, or how far the scan is; a click shows the view. */
export function registerStatusBar({ settings, t }: Services, watch: WindowWatch): Disposable {
  const item = vscode.window.createStatusBarItem('oneoff.status', vscode.StatusBarAlignment.Left, 10);
  item.name = t('One-Off');
  item.command = `${viewIds.customers}.focus`;
  const show = ({ status }: WindowView): void => {
    const plan = settings.now.statusBar ? planStatus(t, status) : null;
    if (!plan) {
      item.hide();
      return;
    }
    item.text = plan.text;
    item.tooltip = plan.tooltip;
    item.accessibilityInformation = { label: plan.spoken };
    item.show();
  };
  const held = new DisposableStore();
  held.add(item);
  held.add(watch.onDidChange(show));
  show(watch.now);
  return held;
}

/** Tells `when` clauses which welcome text and which buttons fit, and shows a scan's progress at the view's edge. */
export function registerContextKeys({ settings }: Services, watch: WindowWatch): Disposable {
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
  held.add(watch.onDidChange(show));
  held.add({ dispose: () => endProgress?.() });
  show(watch.now);
  return held;
}

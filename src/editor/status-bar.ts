import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { viewIds } from './ids.js';
import type { WindowServices } from './services.js';
import { planStatus } from './status-plan.js';
import type { WindowView } from './window-watch.js';

/** One item on the left: how many one-offs the window has, or how far the scan is; a click shows the view. */
export function registerStatusBar({ settings, t, window }: WindowServices): Disposable {
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
  held.add(window.onDidChange(show));
  show(window.now);
  return held;
}

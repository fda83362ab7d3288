import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { historyState } from './history-state.js';
import { contextKeys, viewIds } from './ids.js';
import type { WindowServices } from './services.js';
import { windowState } from './status-plan.js';
import type { WindowView } from './window-watch.js';

/** Tells `when` clauses which welcome texts and which buttons fit, and shows at the views' edges that something goes on. */
export function registerContextKeys({ settings, window }: WindowServices): Disposable {
  const held = new DisposableStore();
  const told = new Map<string, unknown>();
  const tell = (key: string, value: unknown): void => {
    if (told.get(key) === value) return;
    told.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const scan = held.add(new EdgeProgress(viewIds.customers));
  const reading = held.add(new EdgeProgress(viewIds.hotspots));
  const show = ({ status, history }: WindowView): void => {
    const state = settings.now.enabled ? windowState(status) : 'off';
    const read = historyState(history);
    tell(contextKeys.state, state);
    tell(contextKeys.scanning, state === 'scanning');
    tell(contextKeys.history, read);
    scan.show(state === 'scanning');
    reading.show(read === 'reading');
  };
  held.add(window.onDidChange(show));
  show(window.now);
  return held;
}

/** The thin line at the top of a view that says that it is being filled. */
class EdgeProgress implements Disposable {
  readonly #viewId: string;
  #end: (() => void) | null = null;

  constructor(viewId: string) {
    this.#viewId = viewId;
  }

  show(isBusy: boolean): void {
    if (!isBusy) this.dispose();
    else if (!this.#end) {
      const location = { viewId: this.#viewId };
      void vscode.window.withProgress({ location }, () => new Promise<void>((resolve) => (this.#end = resolve)));
    }
  }

  dispose(): void {
    this.#end?.();
    this.#end = null;
  }
}

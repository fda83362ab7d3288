import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import type { HistorySource } from './history-state.js';
import type { Services } from './services.js';
import type { StatusSource } from './status-plan.js';
import { planTree, type TreePlan } from './tree-plan.js';
import { visibleFindings } from './visible-findings.js';

/** Milliseconds between two looks at everything, so that a burst of changes costs one. */
const quiet = 100;

/** What the tree, the status bar and the welcome texts show: planned once for all of them. */
export interface WindowView {
  readonly tree: TreePlan;
  readonly status: StatusSource;
  readonly history: HistorySource;
  readonly newOnes: number;
}

/** Looks at all folders after each change, at most every 100 ms. */
export class WindowWatch implements Disposable {
  readonly #services: Services;
  readonly #held = new DisposableStore();
  readonly #changed = this.#held.add(new vscode.EventEmitter<WindowView>());
  readonly onDidChange = this.#changed.event;
  #view: WindowView;
  #treeIsOld = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(services: Services) {
    this.#services = services;
    this.#view = this.#look(this.#planTree());
    const { folders, settings, treeChoice } = services;
    const withTree = (): void => {
      this.#treeIsOld = true;
      this.#schedule();
    };
    this.#held.add(folders.onDidChangeFindings(withTree));
    this.#held.add(folders.onDidChangeSummary(withTree));
    this.#held.add(settings.onDidChange(withTree));
    this.#held.add(treeChoice.onDidChange(withTree));
    this.#held.add(
      folders.onDidChangeState(() => {
        this.#schedule();
      }),
    );
    this.#held.add(vscode.workspace.onDidGrantWorkspaceTrust(withTree));
  }

  get now(): WindowView {
    return this.#view;
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#held.dispose();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#view = this.#look(this.#treeIsOld ? this.#planTree() : this.#view.tree);
      this.#treeIsOld = false;
      this.#changed.fire(this.#view);
    }, quiet);
  }

  #planTree(): TreePlan {
    const { folders, settings, treeChoice, t } = this.#services;
    const today = new Date().toISOString();
    const sources = folders.all.map(({ uri, name, session: { model } }) => ({
      key: uri.toString(),
      name,
      customers: model.customers,
      files: model.files,
      reading: model.reading(today),
    }));
    const { grouping, filter } = treeChoice;
    return planTree(t, sources, { showLowConfidence: settings.now.showLowConfidence, grouping, filter });
  }

  #look(tree: TreePlan): WindowView {
    const { folders, settings } = this.#services;
    const sessions = folders.all.map(({ session }) => session);
    return {
      tree,
      status: {
        states: sessions.map(({ state }) => state),
        shown: tree.shown,
        hidden: tree.hidden,
        trusted: vscode.workspace.isTrusted,
      },
      history: {
        isEnabled: settings.now.history,
        isTrusted: vscode.workspace.isTrusted,
        readings: sessions.map(({ history }) => history),
        hotspots: sessions.reduce((sum, { model }) => sum + (model.summary?.hotspots?.length ?? 0), 0),
      },
      newOnes: sessions.flatMap(({ model }) => visibleFindings(model.newFindings(), settings.now)).length,
    };
  }
}

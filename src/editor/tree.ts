import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { planCustomerCard, planFindingCard } from './hover-plan.js';
import { viewIds } from './ids.js';
import { renderCard } from './markdown.js';
import type { WindowServices } from './services.js';
import { describeProgress, windowState } from './status-plan.js';
import { countOneOffs } from './translate.js';
import { treeItem } from './tree-items.js';
import type { FindingRow, Row } from './tree-rows.js';
import type { WindowView } from './window-watch.js';

/** The view with one-offs by customer, request or folder, its message and its badge. */
export function registerTree(services: WindowServices): vscode.TreeDataProvider<Row> & Disposable {
  return new OneOffTree(services);
}

class OneOffTree implements vscode.TreeDataProvider<Row>, Disposable {
  readonly #services: WindowServices;
  readonly #held = new DisposableStore();
  readonly #changed = this.#held.add(new vscode.EventEmitter<undefined>());
  readonly #view: vscode.TreeView<Row>;
  readonly onDidChangeTreeData = this.#changed.event;
  #shown: unknown = null;

  constructor(services: WindowServices) {
    this.#services = services;
    this.#view = this.#held.add(vscode.window.createTreeView<Row>(viewIds.customers, { treeDataProvider: this, showCollapseAll: true }));
    this.#held.add(
      services.window.onDidChange((now) => {
        this.#refresh(now);
      }),
    );
    this.#refresh(services.window.now);
  }

  dispose(): void {
    this.#held.dispose();
  }

  getChildren(row?: Row): Row[] {
    if (!row) {
      const { rows, setApart } = this.#services.window.now.tree;
      return setApart ? [...rows, setApart] : [...rows];
    }
    if (row.is === 'group') return [...row.customers];
    if (row.is === 'family') return [...row.forks];
    if (row.is === 'file') return [...row.findings];
    if (row.is === 'finding') return [...row.missed];
    return row.is === 'missed' ? [] : [...row.files];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return treeItem(this.#services.t, row);
  }

  /** Called when the pointer rests on a row, so that evidence is not rendered for all of them. */
  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    if (row.is === 'customer' && row.customer) item.tooltip = renderCard(planCustomerCard(this.#services.t, row.customer));
    if (row.is === 'finding') item.tooltip = this.#tooltipOf(row);
    return item;
  }

  #tooltipOf({ folder, finding, customers }: FindingRow): vscode.MarkdownString | undefined {
    const { folders, t } = this.#services;
    const reading = folders.all.find(({ uri }) => uri.toString() === folder)?.session.reading;
    return reading && renderCard(planFindingCard(t, finding, customers, reading));
  }

  #refresh({ tree, status, newOnes }: WindowView): void {
    const { t, settings, treeChoice } = this.#services;
    if (this.#shown !== tree) this.#changed.fire(undefined);
    this.#shown = tree;
    const filtered =
      treeChoice.filter === '' ? '' : t('{0} of {1} match “{2}”', tree.listed, countOneOffs(t, tree.shown), treeChoice.filter);
    const none = treeChoice.grouping === 'family' && tree.rows.length === 0 && tree.shown > 0 ? t('No forks were found.') : '';
    const hidden = tree.shown > 0 && tree.hidden > 0 ? t('Hidden for low confidence: {0}', tree.hidden) : '';
    const message =
      windowState(status) === 'scanning' && tree.shown > 0 ? `${describeProgress(t, status.states)}…` : filtered || none || hidden;
    if (this.#view.message !== message) this.#view.message = message;
    const value = settings.now.badge ? newOnes : 0;
    if ((this.#view.badge?.value ?? 0) === value) return;
    this.#view.badge = value > 0 ? { value, tooltip: t('{0} new since this window was opened', countOneOffs(t, value)) } : undefined;
  }
}

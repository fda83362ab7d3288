import * as vscode from 'vscode';
import type { Kind } from '../model/finding.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { planCustomerCard, planFindingCard } from './hover-plan.js';
import { rowContexts, viewIds } from './ids.js';
import { renderCard } from './markdown.js';
import type { WindowServices } from './services.js';
import { describeProgress, windowState } from './status-plan.js';
import { toRange } from './ranges.js';
import type { CustomerRow, FileRow, FindingRow, Row } from './tree-plan.js';
import { countOneOffs } from './translate.js';
import type { WindowView } from './window-watch.js';

const kindIcons: Readonly<Record<Kind, string>> = {
  branch: 'git-branch',
  definition: 'symbol-constant',
  lookup: 'table',
  import: 'package',
  flag: 'milestone',
  fork: 'repo-forked',
};

/** The view with customers, their files and one-offs, its message and its badge. */
export function registerTree(services: WindowServices): vscode.TreeDataProvider<Row> & Disposable {
  return new CustomerTree(services);
}

class CustomerTree implements vscode.TreeDataProvider<Row>, Disposable {
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
    if (row.is === 'customer') return [...row.files];
    return row.is === 'file' ? [...row.findings] : [];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const item =
      row.is === 'group'
        ? new vscode.TreeItem(row.label, vscode.TreeItemCollapsibleState.Collapsed)
        : row.is === 'customer'
          ? customerItem(row)
          : row.is === 'file'
            ? fileItem(row)
            : findingItem(row, vscode.Uri.joinPath(vscode.Uri.parse(row.folder), row.finding.path));
    item.id = row.id;
    item.description = row.description;
    item.accessibilityInformation = { label: row.spoken };
    return item;
  }

  /** Called when the pointer rests on a row, so that evidence is not rendered for all of them. */
  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    const { t } = this.#services;
    if (row.is === 'customer' && row.customer) item.tooltip = renderCard(planCustomerCard(t, row.customer));
    if (row.is === 'finding') item.tooltip = renderCard(planFindingCard(t, row.finding, row.customer ? [row.customer] : []));
    return item;
  }

  #refresh({ tree, status, newOnes }: WindowView): void {
    const { t, settings } = this.#services;
    if (this.#shown !== tree) this.#changed.fire(undefined);
    this.#shown = tree;
    const hidden = tree.shown > 0 && tree.hidden > 0 ? t('Hidden for low confidence: {0}', tree.hidden) : '';
    const message = windowState(status) === 'scanning' && tree.shown > 0 ? `${describeProgress(t, status.states)}…` : hidden;
    if (this.#view.message !== message) this.#view.message = message;
    const value = settings.now.badge ? newOnes : 0;
    if ((this.#view.badge?.value ?? 0) === value) return;
    this.#view.badge = value > 0 ? { value, tooltip: t('{0} new since this window was opened', countOneOffs(t, value)) } : undefined;
  }
}

function customerItem({ label, customer }: CustomerRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon(customer ? 'organization' : 'milestone');
  if (customer) item.contextValue = rowContexts[customer.source];
  return item;
}

function fileItem({ label, folder, path }: FileRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.resourceUri = vscode.Uri.joinPath(vscode.Uri.parse(folder), path);
  item.iconPath = vscode.ThemeIcon.File;
  return item;
}

function findingItem({ label, finding }: FindingRow, uri: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.iconPath = new vscode.ThemeIcon(kindIcons[finding.kind]);
  const selection = toRange(finding.range);
  item.command = { command: 'vscode.open', title: label, arguments: [uri, { selection, preview: true }] };
  return item;
}

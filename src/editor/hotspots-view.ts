import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { describeReading } from './history-state.js';
import { planHotspotCard, planHotspots, type HotspotGroup, type HotspotRow } from './hotspots-plan.js';
import { viewIds } from './ids.js';
import { renderCard } from './markdown.js';
import type { WindowServices } from './services.js';

type Row = HotspotGroup | HotspotRow;

/** The view that ranks files and folders by how often they change and how intricate they are. */
export function registerHotspots(services: WindowServices): vscode.TreeDataProvider<Row> & Disposable {
  return new HotspotTree(services);
}

class HotspotTree implements vscode.TreeDataProvider<Row>, Disposable {
  readonly #services: WindowServices;
  readonly #held = new DisposableStore();
  readonly #changed = this.#held.add(new vscode.EventEmitter<undefined>());
  readonly #view: vscode.TreeView<Row>;
  readonly onDidChangeTreeData = this.#changed.event;
  #groups: readonly HotspotGroup[] = [];

  constructor(services: WindowServices) {
    this.#services = services;
    this.#view = this.#held.add(vscode.window.createTreeView<Row>(viewIds.hotspots, { treeDataProvider: this, showCollapseAll: true }));
    const { folders, window, settings } = services;
    const plan = (): void => {
      this.#plan();
    };
    this.#held.add(folders.onDidChangeSummary(plan));
    this.#held.add(settings.onDidChange(plan));
    this.#held.add(
      window.onDidChange(({ history: { readings } }) => {
        const notices = folders.all.flatMap(({ session: { model } }) => model.summary?.history?.notices ?? []);
        const message = describeReading(services.t, readings) || notices.join(' ');
        if ((this.#view.message ?? '') !== message) this.#view.message = message;
      }),
    );
    plan();
  }

  dispose(): void {
    this.#held.dispose();
  }

  getChildren(row?: Row): Row[] {
    if (!row) return [...this.#groups];
    return row.is === 'hotspots' ? [...row.rows] : [];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const item = row.is === 'hotspots' ? groupItem(row) : hotspotItem(row);
    item.id = row.id;
    item.description = row.description;
    item.accessibilityInformation = { label: row.spoken };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    if (row.is === 'hotspot') item.tooltip = renderCard(planHotspotCard(this.#services.t, row));
    return item;
  }

  #plan(): void {
    const { folders, settings, t } = this.#services;
    const sources = (settings.now.enabled ? folders.all : []).map(({ uri, name, session: { model } }) => ({
      key: uri.toString(),
      name,
      customers: model.customers,
      hotspots: model.summary?.hotspots ?? [],
    }));
    this.#groups = planHotspots(t, sources);
    this.#changed.fire(undefined);
  }
}

function groupItem({ label, isExpanded }: HotspotGroup): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  return new vscode.TreeItem(label, isExpanded ? Expanded : Collapsed);
}

function hotspotItem({ label, folder, hotspot: { path, isFolder } }: HotspotRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  const uri = vscode.Uri.joinPath(vscode.Uri.parse(folder), path);
  item.resourceUri = uri;
  item.iconPath = isFolder ? vscode.ThemeIcon.Folder : vscode.ThemeIcon.File;
  item.command = isFolder
    ? { command: 'revealInExplorer', title: label, arguments: [uri] }
    : { command: 'vscode.open', title: label, arguments: [uri, { preview: true }] };
  return item;
}

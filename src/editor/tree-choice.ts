import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { contextKeys } from './ids.js';
import { groupings, type Grouping } from './tree-rows.js';

const memory = 'oneoff.tree.grouping';

/** How the user wants the tree: by what it is grouped, kept for the workspace, and which words filter it, kept for the window. */
export class TreeChoice implements Disposable {
  readonly #memento: vscode.Memento;
  readonly #held = new DisposableStore();
  readonly #changed = this.#held.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  #grouping: Grouping;
  #filter = '';

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    const kept = memento.get(memory);
    this.#grouping = groupings.find((grouping) => grouping === kept) ?? 'customer';
  }

  get grouping(): Grouping {
    return this.#grouping;
  }

  get filter(): string {
    return this.#filter;
  }

  async groupBy(grouping: Grouping): Promise<void> {
    this.#grouping = grouping;
    this.#changed.fire();
    await this.#memento.update(memory, grouping);
  }

  filterBy(filter: string): void {
    this.#filter = filter.trim();
    void vscode.commands.executeCommand('setContext', contextKeys.filtered, this.#filter !== '');
    this.#changed.fire();
  }

  dispose(): void {
    this.#held.dispose();
  }
}

import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { commandIds } from './ids.js';
import { presentErrors } from './present-error.js';
import type { Services } from './services.js';
import type { Translate } from './translate.js';
import { groupings, type Grouping } from './tree-rows.js';

const names: Readonly<Record<Grouping, (t: Translate) => string>> = {
  customer: (t) => t('Customer'),
  request: (t) => t('Request'),
  folder: (t) => t('Folder'),
  family: (t) => t('Fork family'),
};

/** What the user does to the tree as a whole: group it, filter it. */
export function registerTreeCommands(services: Services): Disposable {
  const { treeChoice, t } = services;
  const held = new DisposableStore();
  const command = (id: string, action: (wanted: unknown) => unknown): void => {
    held.add(vscode.commands.registerCommand(id, (wanted: unknown) => presentErrors(services, () => action(wanted))));
  };
  // A key binding may say by what.
  command(commandIds.groupTree, async (wanted) => {
    const said = groupings.find((grouping) => grouping === wanted);
    if (said) return treeChoice.groupBy(said);
    const picks = groupings.map((grouping) => ({
      label: names[grouping](t),
      description: grouping === treeChoice.grouping ? t('now') : '',
      grouping,
    }));
    const picked = await vscode.window.showQuickPick(picks, { placeHolder: t('Group one-offs by') });
    return picked && treeChoice.groupBy(picked.grouping);
  });
  command(commandIds.filterTree, async (wanted) => {
    if (typeof wanted === 'string') {
      treeChoice.filterBy(wanted);
      return;
    }
    const prompt = t('Words of a path, code, customer, kind or request; empty shows everything');
    const filter = await vscode.window.showInputBox({ prompt, value: treeChoice.filter });
    if (filter !== undefined) treeChoice.filterBy(filter);
  });
  command(commandIds.clearFilter, () => {
    treeChoice.filterBy('');
  });
  return held;
}

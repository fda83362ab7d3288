import * as vscode from 'vscode';
import { chosenFork } from './chosen-finding.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { besideOrigin, isComparable, missedDiff, type Show } from './fork-diffs.js';
import { describeMissed, originOfFix, wantedFixes } from './fork-words.js';
import { commandIds } from './ids.js';
import { presentErrors } from './present-error.js';
import type { Services } from './services.js';

/** Shows a fork beside its origin, and what the origin got since that the fork did not. */
export function registerForkCommands(services: Services): Disposable {
  const held = new DisposableStore();
  const command = (id: string, action: (row: unknown) => Promise<void>): void => {
    held.add(vscode.commands.registerCommand(id, (row: unknown) => presentErrors(services, () => action(row))));
  };
  command(commandIds.compareFork, async (row) => {
    const { folder, finding } = chosenFork(services, row, isComparable);
    const show = besideOrigin(services.t, folder.uri, finding);
    if (show) await run(show);
  });
  command(commandIds.showMissedFixes, (row) => pickMissed(services, row));
  return held;
}

async function pickMissed(services: Services, row: unknown): Promise<void> {
  const { t } = services;
  const { folder, finding } = chosenFork(services, row, () => true);
  const { fork } = finding;
  if (!fork) return;
  const fixes = [...wantedFixes(fork), ...(fork.missedFixes ?? []).filter(({ standing }) => standing === 'unlikely')];
  const picks = fixes.map((fix) => ({ label: fix.subject, description: describeMissed(t, fix), detail: fix.reasons[0] ?? '', fix }));
  const placeHolder = picks.length > 0 ? t('Fixes of {0} that {1} never got', fork.origin.path, finding.path) : t('No missed fix is known');
  const picked = await vscode.window.showQuickPick(picks, { placeHolder, matchOnDescription: true, matchOnDetail: true });
  if (picked) await run(missedDiff(t, folder.uri, originOfFix(fork, picked.fix), picked.fix));
}

async function run({ command, arguments: values }: Show): Promise<void> {
  await vscode.commands.executeCommand(command, ...values);
}

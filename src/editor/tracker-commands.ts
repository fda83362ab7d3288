import * as vscode from 'vscode';
import { removeTracker } from './config-edit.js';
import { editConfig } from './config-file.js';
import { connectTracker } from './connect-tracker.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import type { Folder } from './folders.js';
import { commandIds } from './ids.js';
import { presentErrors } from './present-error.js';
import type { Services } from './services.js';

/** Connects trackers, reads what is new in them, and disconnects them; takes up what the configuration says of them. */
export function registerTrackerCommands(services: Services): Disposable {
  const { folders, trackers, output } = services;
  const held = new DisposableStore();
  const command = (id: string, action: () => Promise<void>): void => {
    held.add(vscode.commands.registerCommand(id, () => presentErrors(services, action)));
  };
  command(commandIds.connectTracker, () => connectTracker(services));
  command(commandIds.syncRequests, () => syncAll(services));
  command(commandIds.disconnectTracker, () => disconnect(services));
  const note = (error: unknown): void => {
    output.warn(String(error));
  };
  const open = (): void => {
    for (const folder of folders.all) if (trackers.open(folder)) void trackers.sync(folder, { onlyFiles: true }).catch(note);
  };
  held.add(folders.onDidChangeSummary(open));
  open();
  return held;
}

/** What could not be asked is told once all others have answered. */
async function syncAll({ folders, trackers, t }: Services): Promise<void> {
  if (!vscode.workspace.isTrusted) throw new Error(t('Trackers are asked only in trusted workspaces.'));
  if (folders.all.every(({ session }) => session.model.config.trackers.length === 0))
    throw new Error(t('No tracker is configured. Run “Connect a Tracker…”.'));
  const location = vscode.ProgressLocation.Window;
  await vscode.window.withProgress({ location, title: t('Reading requests') }, () =>
    Promise.all(folders.all.map((folder) => trackers.sync(folder))),
  );
  const missing = folders.all.flatMap((folder) => [...problemsOf(trackers, folder), ...unconnected(t, trackers, folder)]);
  if (missing.length > 0) throw new Error(missing.join(' '));
}

function problemsOf(trackers: Services['trackers'], folder: Folder): readonly string[] {
  return trackers.coverageOf(folder).flatMap(({ problem }) => problem ?? []);
}

function unconnected(t: Services['t'], trackers: Services['trackers'], folder: Folder): readonly string[] {
  return folder.session.model.config.trackers
    .filter(({ id, type }) => type !== 'file' && !trackers.isConnected(folder, id))
    .map(({ id }) => t('{0} is not connected; what was kept of it is shown.', id));
}

/** The token goes; the configuration keeps the tracker for the rest of the team unless the user wants it out. */
async function disconnect(services: Services): Promise<void> {
  const { folders, trackers, t } = services;
  const picks = folders.all.flatMap((folder) =>
    folder.session.model.config.trackers.map(({ id, url, path }) => ({ label: id, description: url ?? path ?? '', folder, id })),
  );
  const picked = await vscode.window.showQuickPick(picks, { placeHolder: t('Tracker to disconnect') });
  if (!picked) return;
  const choices = [
    { label: t('Forget the token'), isOut: false },
    { label: t('Forget the token, and take the tracker out of oneoff.config.json'), isOut: true },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { placeHolder: picked.label });
  if (!chosen) return;
  await trackers.disconnect(picked.folder, picked.id);
  if (chosen.isOut) await editConfig(services, picked.folder, (text) => removeTracker(text, picked.id));
}

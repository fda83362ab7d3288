import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { commandIds, settingIds } from './ids.js';
import { presentErrors } from './present-error.js';
import type { Services } from './services.js';

/** Commands that need no argument. */
export function registerScanCommands(services: Services): Disposable {
  const { folders, output, settings } = services;
  const held = new DisposableStore();
  const command = (id: string, action: () => unknown): void => {
    held.add(vscode.commands.registerCommand(id, () => presentErrors(services, action)));
  };
  command(commandIds.scan, () => folders.restart());
  command(commandIds.refresh, () => {
    folders.scanAll();
  });
  command(commandIds.cancel, () => {
    folders.cancel();
  });
  command(commandIds.showOutput, () => {
    output.show();
  });
  command(commandIds.toggle, () => change(settingIds.enabled, !settings.now.enabled));
  command(commandIds.toggleLowConfidence, () => change(settingIds.showLowConfidence, !settings.now.showLowConfidence));
  return held;
}

/** Changes the setting where it is set, for the user where it is not. */
async function change(id: string, value: boolean): Promise<void> {
  const section = vscode.workspace.getConfiguration('oneoff');
  const target =
    section.inspect(id)?.workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await section.update(id, value, target);
}

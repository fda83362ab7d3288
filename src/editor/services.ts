import type * as vscode from 'vscode';
import type { Folders } from './folders.js';
import type { SettingsStore } from './settings.js';
import type { Translate } from './translate.js';

/** What every feature is given; made once in extension.ts. */
export interface Services {
  readonly extensionUri: vscode.Uri;
  readonly output: vscode.LogOutputChannel;
  readonly settings: SettingsStore;
  readonly folders: Folders;
  readonly t: Translate;
}

import type * as vscode from 'vscode';
import type { Folders } from './folders.js';
import type { SettingsStore } from './settings.js';
import type { TrackerStore } from './tracker-store.js';
import type { TreeChoice } from './tree-choice.js';
import type { Translate } from './translate.js';
import type { WindowWatch } from './window-watch.js';

/** What every feature is given; made once in extension.ts. */
export interface Services {
  readonly extensionUri: vscode.Uri;
  readonly output: vscode.LogOutputChannel;
  readonly settings: SettingsStore;
  readonly folders: Folders;
  readonly trackers: TrackerStore;
  readonly treeChoice: TreeChoice;
  readonly t: Translate;
}

/** With the plan of the whole window, for features that show it. */
export interface WindowServices extends Services {
  readonly window: WindowWatch;
}

import * as vscode from 'vscode';
import type { Disposable } from './disposable-store.js';
import { settingIds } from './ids.js';

/** The surfaces that show one-offs, and whether git is asked about them; each is off while `enabled` is. */
export interface Settings {
  readonly enabled: boolean;
  readonly inlineText: boolean;
  readonly overviewRuler: boolean;
  readonly diagnostics: boolean;
  readonly hover: boolean;
  readonly statusBar: boolean;
  readonly badge: boolean;
  readonly history: boolean;
  readonly showLowConfidence: boolean;
}

export function readSettings(): Settings {
  const section = vscode.workspace.getConfiguration('oneoff');
  const enabled = section.get<boolean>(settingIds.enabled, true);
  const surface = (id: string): boolean => enabled && section.get<boolean>(id, true);
  return Object.freeze({
    enabled,
    inlineText: surface(settingIds.inlineText),
    overviewRuler: surface(settingIds.overviewRuler),
    diagnostics: surface(settingIds.diagnostics),
    hover: surface(settingIds.hover),
    statusBar: surface(settingIds.statusBar),
    badge: surface(settingIds.badge),
    history: surface(settingIds.history),
    showLowConfidence: section.get<boolean>(settingIds.showLowConfidence, false),
  });
}

/** The settings now, read again whenever they change. */
export class SettingsStore implements Disposable {
  readonly #changed = new vscode.EventEmitter<Settings>();
  readonly #listening: Disposable;
  readonly onDidChange = this.#changed.event;
  #now = readSettings();

  constructor() {
    this.#listening = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('oneoff')) return;
      this.#now = readSettings();
      this.#changed.fire(this.#now);
    });
  }

  get now(): Settings {
    return this.#now;
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }
}

import * as vscode from 'vscode';
import type { TrackerItem } from '../model/tracker-item.js';
import { DisposableStore } from './disposable-store.js';
import type { Folder } from './folders.js';
import { planChoices, type RequestChoice } from './request-plan.js';
import type { Services } from './services.js';

/** Milliseconds without a keystroke after which the trackers are asked too. */
const searchDelay = 300;

/** Lets the user pick a request: what is kept is searched at once, and the trackers once the typing rests. */
export class RequestPicker {
  readonly #services: Services;
  readonly #folder: Folder;
  readonly #held = new DisposableStore();
  readonly #box = this.#held.add(vscode.window.createQuickPick<RequestChoice & vscode.QuickPickItem>());
  readonly #found = new Map<string, TrackerItem>();
  #search = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(services: Services, folder: Folder) {
    this.#services = services;
    this.#folder = folder;
  }

  /** The key; null where none was picked. */
  async pick(): Promise<string | null> {
    const box = this.#box;
    box.placeholder = this.#services.t('Key or words of the request');
    this.#held.add(
      box.onDidChangeValue((text) => {
        this.#onType(text);
      }),
    );
    this.#take(this.#services.trackers.itemsOf(this.#folder.uri.toString()));
    const picked = new Promise<string | null>((resolve) => {
      this.#held.add(
        box.onDidAccept(() => {
          resolve(box.selectedItems[0]?.key ?? null);
        }),
      );
      this.#held.add(
        box.onDidHide(() => {
          resolve(null);
        }),
      );
    });
    box.show();
    const key = await picked;
    this.#search.abort();
    clearTimeout(this.#timer);
    this.#held.dispose();
    return key;
  }

  #onType(text: string): void {
    this.#search.abort();
    this.#search = new AbortController();
    clearTimeout(this.#timer);
    this.#take([]);
    if (text.trim() !== '') this.#timer = setTimeout(() => void this.#ask(text), searchDelay);
  }

  /** What trackers do not answer is not missed: the text itself can be picked. */
  async #ask(text: string): Promise<void> {
    const { signal } = this.#search;
    this.#box.busy = true;
    const items = await this.#services.trackers.search(this.#folder, text, signal).catch(() => []);
    if (signal.aborted) return;
    this.#box.busy = false;
    this.#take(items);
  }

  #take(items: readonly TrackerItem[]): void {
    for (const item of items) this.#found.set(`${item.tracker} ${item.key}`, item);
    const choices = planChoices(this.#services.t, [...this.#found.values()], this.#box.value);
    this.#box.items = choices.map((choice) => ({ ...choice, alwaysShow: true }));
  }
}

import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { ifRetired } from '../assess/what-if.js';
import type { Customization, Plan } from '../model/plan.js';
import { formatPlanMarkdown } from '../report/plan-markdown.js';
import { readFromBoard, type FromBoard, type ToBoard } from '../webview/board-messages.js';
import { describeWhatIf, planBoard } from './board-plan.js';
import { verdictOf } from './board-verdict.js';
import { pickFolder } from './config-file.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { webAddress } from './figures-plan.js';
import type { Folder } from './folders.js';
import { commandIds } from './ids.js';
import { openPlace } from './open-place.js';
import { presentErrors } from './present-error.js';
import { proposeItem } from './propose-item.js';
import type { Services } from './services.js';
import { webviewPage } from './webview-page.js';

/** The board on which a team decides what becomes of customizations; one for each folder. */
export function registerPlanningBoard(services: Services): PlanningBoards {
  return new PlanningBoards(services);
}

export class PlanningBoards implements Disposable {
  readonly #services: Services;
  readonly #held = new DisposableStore();
  readonly #open = new Map<string, PlanningBoard>();

  constructor(services: Services) {
    this.#services = services;
    const { folders, t } = services;
    const open = async (): Promise<void> => {
      const folder = await pickFolder(services, t('Folder to plan'));
      if (folder) this.#show(folder);
      else if (folders.all.length === 0) throw new Error(t('Open a folder first.'));
    };
    this.#held.add(vscode.commands.registerCommand(commandIds.openBoard, () => presentErrors(services, open)));
    this.#held.add({
      dispose: () => {
        for (const board of this.#open.values()) board.dispose();
      },
    });
  }

  /** The boards that are open; the host tests look at them. */
  get all(): readonly PlanningBoard[] {
    return [...this.#open.values()];
  }

  dispose(): void {
    this.#held.dispose();
  }

  #show(folder: Folder): void {
    const key = folder.uri.toString();
    const board = this.#open.get(key) ?? new PlanningBoard(this.#services, folder);
    this.#open.set(key, board);
    board.onDidClose(() => this.#open.delete(key));
    board.reveal();
  }
}

/** One board: sends the page what to show, and does what the page asks for. */
export class PlanningBoard implements Disposable {
  readonly #services: Services;
  readonly #folder: Folder;
  readonly #panel: vscode.WebviewPanel;
  readonly #held = new DisposableStore();
  #lastSent: ToBoard | null = null;
  #plan: Plan | null = null;

  constructor(services: Services, folder: Folder) {
    this.#services = services;
    this.#folder = folder;
    const { t } = services;
    const title = t('Planning Board: {0}', folder.name);
    const roots = ['dist', 'media'].map((name) => vscode.Uri.joinPath(services.extensionUri, name));
    const options = { enableScripts: true, localResourceRoots: roots, retainContextWhenHidden: true };
    this.#panel = this.#held.add(vscode.window.createWebviewPanel('oneoff.board', title, vscode.ViewColumn.Active, options));
    this.#held.add(
      this.#panel.webview.onDidReceiveMessage((message) => {
        const asked = readFromBoard(message);
        if (asked) void presentErrors(services, () => this.receive(asked));
      }),
    );
    this.#panel.webview.html = this.#page(title);
  }

  /** What the page was last told. */
  get lastSent(): ToBoard | null {
    return this.#lastSent;
  }

  get onDidClose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#held.dispose();
  }

  /** Does what the page asks for; the host tests ask in its place. */
  async receive(message: FromBoard): Promise<void> {
    if (message.type === 'ready') await this.#refresh();
    else if (message.type === 'decide') await this.#decide(message);
    else if (message.type === 'export') await this.#export();
    else if (message.type === 'what-if') this.#answer(message.cards);
    else await this.#openFor(message);
  }

  async #openFor(message: Exclude<Extract<FromBoard, { card: string }>, { type: 'decide' }>): Promise<void> {
    const customization = this.#find(message.card);
    if (message.type === 'create-item') return proposeItem(this.#services, this.#folder, customization);
    if (message.type === 'open-place') return openSite(this.#folder, customization, message.place);
    const request = customization.requests[message.request];
    const address = request && webAddress(request);
    if (typeof address === 'string') await vscode.env.openExternal(vscode.Uri.parse(address, true));
  }

  async #refresh(): Promise<Plan> {
    const { plan } = await this.#folder.session.plan();
    this.#plan = plan;
    this.#send({ type: 'view', view: planBoard(this.#services.t, plan) });
    return plan;
  }

  async #decide({ card, decision }: Extract<FromBoard, { type: 'decide' }>): Promise<void> {
    const { t } = this.#services;
    const { decision: before, name } = this.#find(card);
    try {
      const file = await this.#folder.session.decide(card, verdictOf(decision, before, new Date().toISOString().slice(0, 10)));
      await this.#refresh();
      this.#send({ type: 'told', text: t('{0}: written to {1}.', name, vscode.workspace.asRelativePath(file)), isProblem: false });
    } catch (error) {
      this.#send({ type: 'told', text: error instanceof Error ? error.message : String(error), isProblem: true });
    }
  }

  #answer(cards: readonly string[]): void {
    const chosen = (this.#plan?.customizations ?? []).filter(({ id }) => cards.includes(id));
    const findings = [...this.#folder.session.model.findings()];
    this.#send({ type: 'what-if', text: describeWhatIf(this.#services.t, ifRetired({ findings }, chosen)) });
  }

  async #export(): Promise<void> {
    const content = formatPlanMarkdown(await this.#refresh());
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
  }

  #find(card: string): Customization {
    const found = this.#plan?.customizations.find(({ id }) => id === card);
    if (!found) throw new Error(this.#services.t('This customization is not there any more.'));
    return found;
  }

  #send(message: ToBoard): void {
    this.#lastSent = message;
    void this.#panel.webview.postMessage(message);
  }

  #page(title: string): string {
    const { webview } = this.#panel;
    const file = (...path: readonly string[]): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.#services.extensionUri, ...path)).toString();
    return webviewPage({
      title,
      language: vscode.env.language,
      cspSource: webview.cspSource,
      nonce: randomBytes(24).toString('base64'),
      script: file('dist', 'webview', 'board.js'),
      style: file('media', 'board.css'),
    });
  }
}

async function openSite(folder: Folder, { sites }: Customization, index: number): Promise<void> {
  const site = sites[index];
  if (site) await openPlace(folder, site.path, site.line);
}

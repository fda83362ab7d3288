import * as vscode from 'vscode';
import type { Request } from '../model/request.js';
import { chosenFinding, type Chosen } from './chosen-finding.js';
import { refuseLink, removeLink } from './config-edit.js';
import { editConfig } from './config-file.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import { explainRequest, requestsInOrder, webAddress } from './figures-plan.js';
import { commandIds } from './ids.js';
import { linkRequest } from './link-request.js';
import { presentErrors } from './present-error.js';
import { toRange } from './ranges.js';
import { readable } from './request-plan.js';
import type { Services } from './services.js';
import type { RequestRow } from './tree-rows.js';

/** Opens, links and unlinks the requests behind a one-off: that of a row, or else the one on the current line. */
export function registerRequestCommands(services: Services): Disposable {
  const held = new DisposableStore();
  const command = (id: string, action: (row: unknown) => Promise<void>): void => {
    held.add(vscode.commands.registerCommand(id, (row: unknown) => presentErrors(services, () => action(row))));
  };
  command(commandIds.openRequest, (row) => openRequest(services, row));
  command(commandIds.linkRequest, (row) => linkRequest(services, chosenFinding(services, row)));
  command(commandIds.unlinkRequest, (row) => unlinkRequest(services, row));
  return held;
}

async function openRequest(services: Services, row: unknown): Promise<void> {
  const { t } = services;
  const request = isRequestRow(row)
    ? row.request
    : await pickRequest(services, readable(chosenFinding(services, row, (finding) => readable(finding).length > 0).finding));
  if (!request) return;
  const address = webAddress(request);
  if (address === null) throw new Error(t('{0} has no web address. Connect its tracker.', request.key));
  await vscode.env.openExternal(vscode.Uri.parse(address, true));
}

async function pickRequest({ t }: Services, requests: readonly Request[]): Promise<Request | undefined> {
  const [first, ...others] = requests;
  if (others.length === 0) return first;
  const picks = requests.map((request) => ({ label: request.key, description: explainRequest(t, request), request }));
  return (await vscode.window.showQuickPick(picks, { placeHolder: t('Which request?') }))?.request;
}

/** What a comment says is for its writer to change; everything else is outvoted by the configuration. */
async function unlinkRequest(services: Services, row: unknown): Promise<void> {
  const { t } = services;
  const chosen = chosenFinding(services, row, ({ requests = [] }) => requests.length > 0);
  const { folder, finding } = chosen;
  const request = await pickRequest(services, requestsInOrder(finding));
  if (!request) return;
  if (request.link?.source === 'directive') {
    await show(chosen);
    throw new Error(t('{0} is named by a comment here. Take it out of the comment.', request.key));
  }
  const change = request.link?.source === 'config' ? removeLink : refuseLink;
  await editConfig(services, folder, (text) => change(text, request.key, finding.id));
}

async function show({ folder, finding }: Chosen): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, finding.path), { selection: toRange(finding.range) });
}

function isRequestRow(value: unknown): value is RequestRow {
  return typeof value === 'object' && value !== null && 'is' in value && value.is === 'request';
}

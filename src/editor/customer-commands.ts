import * as vscode from 'vscode';
import type { Customer } from '../model/customer.js';
import { BrokenConfigError, confirmCustomer, emptyConfig, mergeCustomers, rejectCustomer, renameCustomer } from './config-edit.js';
import { DisposableStore, type Disposable } from './disposable-store.js';
import type { Folder } from './folders.js';
import { commandIds } from './ids.js';
import { presentErrors } from './present-error.js';
import type { Services } from './services.js';
import type { CustomerRow } from './tree-rows.js';

/** Commands that write what the team knows about customers into oneoff.config.json. */
export function registerCustomerCommands(services: Services): Disposable {
  const held = new DisposableStore();
  const onCustomer = (
    id: string,
    edit: (customer: Customer, row: CustomerRow) => Promise<((text: string) => string) | undefined>,
  ): void => {
    held.add(
      vscode.commands.registerCommand(id, (row: unknown) =>
        presentErrors(services, async () => {
          if (!isCustomerRow(row) || !row.customer) return;
          const change = await edit(row.customer, row);
          if (change) for (const folder of foldersOf(services, row)) await editConfig(services, folder, change);
        }),
      ),
    );
  };
  onCustomer(commandIds.confirmCustomer, (customer) => Promise.resolve((text) => confirmCustomer(text, customer)));
  onCustomer(commandIds.rejectCustomer, ({ id }) => Promise.resolve((text) => rejectCustomer(text, id)));
  onCustomer(commandIds.renameCustomer, async (customer) => {
    const name = await vscode.window.showInputBox({ prompt: services.t('Name of the customer'), value: customer.name });
    const trimmed = name?.trim();
    return trimmed ? (text) => renameCustomer(text, { ...customer, name: trimmed }) : undefined;
  });
  onCustomer(commandIds.mergeCustomer, async (customer, row) => {
    const into = await pickOther(services, customer, row);
    return into && ((text) => mergeCustomers(text, customer, into));
  });
  held.add(vscode.commands.registerCommand(commandIds.openConfig, () => presentErrors(services, () => openConfig(services))));
  return held;
}

/** Asks which of the other customers of the row's folders it is. */
async function pickOther(services: Services, { id, name }: Customer, row: CustomerRow): Promise<Customer | undefined> {
  const others = new Map(
    foldersOf(services, row)
      .flatMap(({ session }) => session.model.customers)
      .filter((other) => other.id !== id)
      .map((other) => [other.id, other]),
  );
  const picks = [...others.values()].map((customer) => ({ label: customer.name, description: customer.aliases.join(', '), customer }));
  return (await vscode.window.showQuickPick(picks, { placeHolder: services.t('Customer that {0} is another name of', name) }))?.customer;
}

function isCustomerRow(value: unknown): value is CustomerRow {
  return typeof value === 'object' && value !== null && 'is' in value && value.is === 'customer';
}

function foldersOf({ folders }: Services, row: CustomerRow): readonly Folder[] {
  return folders.all.filter(({ uri }) => row.folders.includes(uri.toString()));
}

function configUri({ uri, session }: Folder): vscode.Uri {
  const { file } = session.model.config;
  return file === null ? vscode.Uri.joinPath(uri, 'oneoff.config.json') : vscode.Uri.file(file);
}

/** Through the editor's buffer, so that the change can be undone and meets what is typed there. */
async function editConfig({ t }: Services, folder: Folder, change: (text: string) => string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(await ensureFile(configUri(folder)));
  const before = document.getText();
  const after = changed(before, change, t('{0} is not valid JSON; correct it first.', document.fileName));
  if (after === before) return;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(0), document.positionAt(before.length)), after);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

function changed(text: string, change: (text: string) => string, broken: string): string {
  try {
    return change(text);
  } catch (error) {
    throw error instanceof BrokenConfigError ? new Error(broken, { cause: error }) : error;
  }
}

async function ensureFile(uri: vscode.Uri): Promise<vscode.Uri> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(emptyConfig));
  }
  return uri;
}

async function openConfig({ folders, t }: Services): Promise<void> {
  const [first, ...others] = folders.all;
  if (!first) return;
  let chosen: Folder | undefined = first;
  if (others.length > 0) {
    const picks = folders.all.map((folder) => ({ label: folder.name, folder }));
    chosen = (await vscode.window.showQuickPick(picks, { placeHolder: t('Folder whose configuration to open') }))?.folder;
  }
  if (chosen) await vscode.window.showTextDocument(await ensureFile(configUri(chosen)));
}

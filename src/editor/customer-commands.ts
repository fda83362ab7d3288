import * as vscode from 'vscode';
import type { Customer } from '../model/customer.js';
import { confirmCustomer, mergeCustomers, rejectCustomer, renameCustomer } from './config-edit.js';
import { editConfig, ensureConfig, pickFolder } from './config-file.js';
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

async function openConfig(services: Services): Promise<void> {
  const folder = await pickFolder(services, services.t('Folder whose configuration to open'));
  if (folder) await vscode.window.showTextDocument(await ensureConfig(folder));
}

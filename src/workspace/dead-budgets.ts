import { folderStart } from '../assess/gate.js';
import { closestWord } from '../link/closest-word.js';
import type { Customer } from '../model/customer.js';
import type { Budget } from '../model/gate.js';
import type { ConfigDocument, ConfigProblem } from './config-document.js';
import type { LoadedConfig } from './find-config.js';

/** What was scanned, as far as a budget can name it. */
export interface BudgetGround {
  /** Posix paths relative to the scanned folder. */
  readonly paths: Iterable<string>;
  readonly customers: readonly Customer[];
  /** Path of the scanned folder relative to that of the configuration, with a slash at its end, or empty. */
  readonly prefix: string;
}

/** A warning for each budget that can count nothing, as it names somebody or something that is not there: a hole in the gate. */
export function deadBudgets({ document, config }: LoadedConfig, ground: BudgetGround): readonly ConfigProblem[] {
  if (!document) return [];
  return config.budgets.flatMap((budget, index) => [
    ...unknownCustomer(document, index, budget, [...config.importedCustomers, ...ground.customers]),
    ...emptyFolder(document, index, budget, ground),
    ...(budget.kind === 'fork' && !config.forks
      ? [deadBudget(document, index, 'kind', 'Copies are not looked for', 'Set "forks" to true, or remove the budget.')]
      : []),
  ]);
}

function deadBudget(document: ConfigDocument, index: number, key: keyof Budget, why: string, remedy: string): ConfigProblem {
  return document.problem('warning', ['budgets', index, key], `${why}, so this budget counts nothing.`, remedy);
}

function unknownCustomer(
  document: ConfigDocument,
  index: number,
  { customer }: Budget,
  customers: readonly { readonly id: string }[],
): readonly ConfigProblem[] {
  const ids = customers.map(({ id }) => id);
  if (customer === undefined || ids.includes(customer)) return [];
  const close = closestWord(customer, ids);
  const remedy = close === undefined ? 'Budgets take ids; oneoff scan --format json lists them.' : `Did you mean "${close}"?`;
  return [deadBudget(document, index, 'customer', `No customer has the id "${customer}"`, remedy)];
}

/** Folders that lie outside of what was scanned may well hold something. */
function emptyFolder(
  document: ConfigDocument,
  index: number,
  { folder }: Budget,
  { paths, prefix }: BudgetGround,
): readonly ConfigProblem[] {
  const start = folderStart(folder);
  if (!start.startsWith(prefix) || prefix.startsWith(start)) return [];
  for (const path of paths) if (`${prefix}${path}`.startsWith(start)) return [];
  const remedy = "Folders are relative to this file's folder and use /; correct or remove it.";
  return [deadBudget(document, index, 'folder', `No scanned file lies in "${folder ?? ''}"`, remedy)];
}

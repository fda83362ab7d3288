import { itemColumns, type ItemColumn, type TrackerConfig } from '../model/tracker.js';
import type { CustomerReference, TrackerItem } from '../model/tracker-item.js';
import { customersIn } from './customer-labels.js';
import { exportedDate } from './export-dates.js';
import type { ExportedRow, ExportedTable } from './exported-table.js';
import { bodyText, spent, stateByWord } from './item-parts.js';

/** Names of columns in the exports of Jira, Linear, Aha!, Azure DevOps, Redmine, GitLab and Trello: letters and digits only, the best first. */
const usualNames: Readonly<Record<ItemColumn, string>> = {
  key: 'issuekey key reference referencenum ideareference featurereference formattedid issueid id number iid',
  title: 'summary title name ideaname featurename subject cardname',
  body: 'description body desc ideadescription featuredescription',
  type: 'issuetype workitemtype type tracker storytype',
  status: 'status state workflowstatus ideastatus featurestatus listname',
  labels: 'labels label tags tag components category',
  customers: 'customers customer organization organisation organizations account company',
  priority: 'priority',
  score: 'score ideascore featurescore ricescore cd3 wsjf',
  hours: 'spenttime timespenthours completedwork hoursspent loggedhours',
  revenue: 'revenue customerrevenue annualrevenue arr mrr dealvalue accountvalue opportunityvalue',
  created: 'created createdat createddate createddateutc created_on createdon',
  updated: 'updated updatedat changeddate lastmodified updatedon datelastactivity lastactivitydate',
  closed: 'resolved closedat closed closeddate completed completedat closedon',
  due: 'duedate due dueon targetdate',
  url: 'url link issueurl cardurl shorturl weburl',
};

export interface ExportedItems {
  readonly items: readonly TrackerItem[];
  /** Sentences for people. */
  readonly notices: readonly string[];
}

/** Rows without a key are left out. Throws an error with a sentence when no column has keys or titles. */
export function exportedItems(config: TrackerConfig, table: ExportedTable): ExportedItems {
  const columns = columnsOf(config, table.headers);
  const file = config.path ?? '';
  for (const needed of ['key', 'title'] as const)
    if (columns[needed] === undefined)
      throw new Error(`no column of ${file} has the ${needed}s: ${table.headers.join(', ')}. Say which in "columns".`);
  const unknown = Object.values(config.columns).filter((name) => !table.headers.includes(name));
  const items = table.rows.flatMap((row) => itemOf(config, row, columns) ?? []);
  const [fault] = table.faults;
  const left = table.rows.length - items.length;
  const undated = columns.updated !== undefined && items.length > 0 && items.every(({ updatedAt }) => updatedAt === epoch);
  return {
    items,
    notices: [
      ...unknown.map((name) => `${file} has no column "${name}".`),
      ...(fault ? [`${file}:${fault.line}: ${fault.message} ${fault.remedy}`] : []),
      ...(left > 0 ? [`${left} ${left === 1 ? 'row' : 'rows'} of ${file} without a key were left out.`] : []),
      ...(undated ? [`The dates in ${file} can be read in several ways. Say in "dateOrder" how they are written.`] : []),
    ],
  };
}

/** Headers by what the column tells; there may be several scores. */
type Columns = Readonly<Partial<Record<ItemColumn, string>>> & { readonly scores: readonly string[] };

function columnsOf({ columns }: TrackerConfig, headers: readonly string[]): Columns {
  const byName = new Map(headers.toReversed().map((header) => [plain(header), header]));
  const found = itemColumns.flatMap((column) => {
    const given = columns[column];
    const names = given === undefined ? usualNames[column].split(' ') : [given];
    const header = names.flatMap((name) => byName.get(plain(name)) ?? [])[0];
    return header === undefined ? [] : [[column, header] as const];
  });
  const known: Partial<Record<ItemColumn, string>> = Object.fromEntries(found);
  const isScore = (header: string): boolean => usualNames.score.split(' ').includes(plain(header));
  return { ...known, scores: columns.score === undefined ? headers.filter(isScore) : [columns.score] };
}

function plain(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const epoch = '1970-01-01T00:00:00.000Z';

function itemOf(config: TrackerConfig, { cells }: ExportedRow, columns: Columns): TrackerItem | null {
  const all = (column: ItemColumn): readonly string[] => [cells.get(columns[column] ?? '') ?? []].flat().filter((text) => text !== '');
  const one = (column: ItemColumn): string => all(column)[0] ?? '';
  const several = (column: ItemColumn): readonly string[] =>
    all(column).flatMap((text) => text.split(/[,;]/).flatMap((part) => part.trim() || []));
  const date = (column: ItemColumn): string | null => exportedDate(one(column), config.dateOrder);
  const key = one('key');
  if (key === '') return null;
  const hours = Number(one('hours'));
  const updatedAt = date('updated') ?? date('created') ?? epoch;
  const closedAt = date('closed');
  const labels = several('labels');
  return {
    tracker: config.id,
    key,
    title: one('title'),
    body: bodyText(one('body')),
    type: one('type'),
    status: one('status'),
    state: stateByWord(one('status'), closedAt === null ? null : true),
    labels,
    customers: valued(customersIn(labels, config.customerLabels, several('customers')), amountIn(one('revenue'))),
    priority: one('priority'),
    scores: scoresIn(cells, columns.scores),
    ...spent(hours),
    createdAt: date('created') ?? updatedAt,
    updatedAt,
    closedAt,
    dueAt: date('due')?.slice(0, 10) ?? null,
    url: /^https?:\/\//.test(one('url')) ? one('url') : '',
  };
}

/** By the names of their columns, so that a RICE score is told from a cost of delay. */
function scoresIn(cells: ExportedRow['cells'], columns: readonly string[]): TrackerItem['scores'] {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const amount = amountIn([cells.get(column) ?? ''].flat()[0] ?? '');
      return amount === null ? [] : [[column, amount] as const];
    }),
  );
}

/** A row with several customers doesn't say whose revenue it is. */
function valued(customers: CustomerReference[], value: number | null): CustomerReference[] {
  return value === null || customers.length !== 1 ? customers : customers.map((customer) => ({ ...customer, value }));
}

function amountIn(written: string): number | null {
  const amount = Number(written);
  return written === '' || Number.isNaN(amount) ? null : amount;
}

import { z } from 'zod';
import { defaultConfig, severities, type Config, type CustomerColumn, type CustomerFile, type PlanningSettings } from '../model/config.js';
import { customerStatuses, standings } from '../model/customer.js';
import { kinds, type Kind } from '../model/finding.js';
import { dateOrders, trackerTypes, type ItemColumn } from '../model/tracker.js';
import { completeDebt } from './complete-debt.js';
import { completeLink, completeTracker } from './complete-trackers.js';
import type { Budget } from '../model/gate.js';

type ObjectMaker = typeof z.object | typeof z.strictObject;

const word = (description: string) => z.string().trim().min(1).describe(description);
const words = (description: string) => z.array(z.string().trim().min(1)).describe(description);

function customerSchema(object: ObjectMaker) {
  return object({
    id: word('Stable short name, used in reports: "acme".'),
    name: word('Name as people write it: "Acme Corp". Without it, the id.').optional(),
    aliases: words('Other spellings in code: "acme-corp", "ACME".').optional(),
    ids: z
      .array(z.union([z.string().trim().min(1), z.number()]))
      .describe('Opaque ids that stand for the customer in code: uuids, tenant numbers, database keys.')
      .optional(),
    domains: words('Host names of the customer: "acme.example.com".').optional(),
    standing: z
      .enum(standings)
      .describe('What the party is: a customer (default), an own brand ("first-party"), or one for demonstrations and tests ("rehearsal").')
      .optional(),
    status: z.enum(customerStatuses).describe('Whether the customer is still served.').optional(),
  });
}

function customerFileSchema(object: ObjectMaker) {
  const column = (description: string) => word(`Name of the column with ${description}.`).optional();
  const columns = object({
    id: column('the id'),
    name: column('the name'),
    aliases: column('other spellings'),
    ids: column('opaque ids that stand for the customer in code'),
    domains: column('host names or websites'),
    status: column('the status'),
    revenue: column('the revenue with this customer'),
    currency: column('the currency of the revenue'),
    tier: column('the tier or plan'),
  } satisfies Record<CustomerColumn, z.ZodType>);
  return object({
    path: word('Path of the file, relative to this one.'),
    columns: columns.describe('Names of columns that are not found by themselves.').optional(),
  });
}

function severitiesSchema(object: ObjectMaker) {
  const severity = (kind: Kind) => z.enum(severities).describe(`How the editor marks a ${kind}.`).optional();
  return object({
    branch: severity('branch'),
    definition: severity('definition'),
    lookup: severity('lookup'),
    import: severity('import'),
    flag: severity('flag'),
    fork: severity('fork'),
  } satisfies Record<Kind, z.ZodType>);
}

function trackerSchema(object: ObjectMaker) {
  return object({
    id: word('Short name of letters, digits and hyphens; the token is in ONEOFF_<ID>_TOKEN.'),
    type: z.enum(trackerTypes).describe('Which tracker it is; "file" for an export.'),
    url: word('Address of the site, as you open it: "https://ledgerly.atlassian.net".').optional(),
    projects: words('Project keys, repositories, teams or products: "PROD", "ledgerly/app".').optional(),
    keyPatterns: words('Further ways to write a key: "REQ/{number}", "{project}_{number}".').optional(),
    customerFields: words('Names or ids of fields that hold customers.').optional(),
    customerLabels: words('How labels name customers: "customer-{customer}".').optional(),
    path: word('Path of the export, relative to this file; for "file" only.').optional(),
    columns: columnsSchema(object).describe('Names of columns that are not found by themselves; for "file" only.').optional(),
    dateOrder: z.enum(dateOrders).describe('How an export writes dates that are no ISO dates.').optional(),
  });
}

function columnsSchema(object: ObjectMaker) {
  const column = (description: string) => word(`Name of the column with ${description}.`).optional();
  return object({
    key: column('the key'),
    title: column('the title'),
    body: column('the description'),
    type: column('the type'),
    status: column('the status'),
    labels: column('the labels'),
    customers: column('the customers'),
    priority: column('the priority'),
    score: column('the score'),
    hours: column('the hours of work logged'),
    revenue: column('what the customer is worth'),
    created: column('the date of creation'),
    updated: column('the date of the last change'),
    closed: column('the date of closing'),
    due: column('the date when it is due'),
    url: column('the address'),
  } satisfies Record<ItemColumn, z.ZodType>);
}

function linkSchema(object: ObjectMaker) {
  return object({
    request: word('Key or address of the request: "PROD-123".'),
    finding: word('Id of the one-off.').optional(),
    path: word('Glob of the files, relative to this file.').optional(),
    customer: word('Id of the customer.').optional(),
    unlink: z.boolean().describe('True where the request has nothing to do with it, whatever commits and comments say.').optional(),
  });
}

const amount = z.number().min(0);

/** What the configuration can say about the debt model. */
function debtSchema(object: ObjectMaker) {
  const span = (description: string, each = amount) =>
    z
      .union([each, object({ low: each, high: each }).refine(({ low, high }) => low <= high, { message: 'low is above high' })])
      .describe(`${description} A number, or a range: { "low": 10, "high": 30 }.`)
      .optional();
  return object({
    months: z.int().min(1).max(120).describe('Months back in which changes are counted; 12 by default.').optional(),
    minutesPerLine: span('Minutes to write one line anew; 30 by default.'),
    isolateMinutesPerSite: span('Minutes to move one site behind an extension point; 15 to 60 by default.'),
    isolateTestHours: span('Hours to test what was isolated, once; 0 by default.'),
    retireMinutesPerSite: span('Minutes to remove one site; 10 to 30 by default.'),
    retireNoticeHours: span('Hours to tell the customer and see the change through, once; 0 by default.'),
    writeForReuse: span('What writing for reuse costs, as a multiple of writing for one use; 1.5 by default.'),
    reuse: span('What using it once more costs, as a fraction of writing it; 0.2 by default.'),
    hoursPerChange: span(
      'Hours that a change takes which the product makes because of a customer; without it, the time that trackers have logged counts, if it suffices.',
    ),
    loggedRequests: z
      .int()
      .min(1)
      .describe('From how many requests with logged time on the hours of a change are taken from these; 20 by default.')
      .optional(),
    interestSaved: span('Share of the interest that is no longer paid once the work is done; 1 by default, the best case.', amount.max(1)),
  });
}

function budgetSchema(object: ObjectMaker) {
  return object({
    customer: word('Id of a customer.').optional(),
    kind: z.enum(kinds).describe('What the one-offs are.').optional(),
    folder: word('Folder, relative to this file.').optional(),
    most: z.number().min(0).describe('How many one-offs there may be.'),
  });
}

function planningSchema(object: ObjectMaker) {
  const amount = (description: string) => z.number().min(0).describe(description).optional();
  return object({
    years: amount('For how many years generalising has to pay. Default: 3.'),
    upkeep: amount('What keeping a copy costs a year, as a share of writing it. Default: 0.15.'),
    writingForReuse: amount('What writing for several customers costs, by what writing for one costs. Default: 1.5.'),
    reusing: z.number().min(0).lt(1).describe('What a customer more costs then, likewise; less than 1. Default: 0.2.').optional(),
    similarCustomers: amount('How many other customers with similar requests suggest to generalise. Default: 2.'),
    folders: amount('More folders than this suggest to isolate. Default: 3.'),
    collateral: amount('As many collateral changes a year suggest to isolate. Default: 6.'),
    quietMonths: amount('Without a request for so many months, what nobody gets any more can be retired. Default: 24.'),
  } satisfies Record<keyof PlanningSettings, z.ZodType>);
}

function configSchema(object: ObjectMaker) {
  return object({
    $schema: z.string().describe('Where the JSON schema of this file is.').optional(),
    customers: z.array(customerSchema(object)).describe('The customers that the product serves.').optional(),
    customerFiles: z
      .array(z.union([z.string().trim().min(1), customerFileSchema(object)]))
      .describe('CSV or JSON files with customers, such as an export of a CRM: paths relative to this file.')
      .optional(),
    notCustomers: words('Words that are never customers here, although they look like it.').optional(),
    discriminators: words('Further names of values that say which customer it is: "mandant", "shop.code".').optional(),
    include: words('Globs relative to this file; without them, every source file.').optional(),
    exclude: words('Globs relative to this file that are left out, on top of the defaults and .gitignore.').optional(),
    flagFunctions: words('Names of your own flag functions: "isOn", "features.enabled".').optional(),
    forks: z
      .boolean()
      .describe('Whether files, folders and functions that were copied for a customer are looked for. True by default.')
      .optional(),
    severities: severitiesSchema(object).describe('How the editor marks each kind.').optional(),
    trackers: z.array(trackerSchema(object)).describe('Issue trackers that hold the requests behind the one-offs.').optional(),
    links: z.array(linkSchema(object)).describe('Requests that belong to one-offs, where neither code nor commits say so.').optional(),
    debt: debtSchema(object).describe('What turns counts into hours; see docs/debt-model.md.').optional(),
    budgets: z.array(budgetSchema(object)).describe('How many one-offs "oneoff check" lets pass.').optional(),
    planning: planningSchema(object).describe('Constants of the suggestions of "oneoff plan".').optional(),
  });
}

/** Objects to unknown keys; what is published as media/config.schema.json. */
export const strictConfigSchema = configSchema(z.strictObject);

/** Passes over unknown keys, so that a configuration with a misspelt or newer key still counts for the rest. */
export const lenientConfigSchema = configSchema(z.object);

export type WrittenConfig = z.infer<typeof lenientConfigSchema>;

/** Fills in the defaults. */
export function completeConfig(written: WrittenConfig): Config {
  return {
    customers: (written.customers ?? []).map((customer) => ({
      id: customer.id,
      name: customer.name ?? customer.id,
      aliases: customer.aliases ?? [],
      ids: (customer.ids ?? []).map(String),
      domains: customer.domains ?? [],
      status: customer.status ?? 'unknown',
      standing: customer.standing ?? 'customer',
    })),
    customerFiles: (written.customerFiles ?? []).map(completeFile),
    importedCustomers: [],
    notCustomers: written.notCustomers ?? [],
    discriminators: written.discriminators ?? [],
    include: written.include ?? [],
    exclude: written.exclude ?? [],
    flagFunctions: written.flagFunctions ?? [],
    forks: written.forks ?? defaultConfig.forks,
    severities: completeSeverities(written),
    trackers: (written.trackers ?? []).map(completeTracker),
    links: (written.links ?? []).map(completeLink),
    debt: completeDebt(written.debt),
    budgets: (written.budgets ?? []).map(completeBudget),
    planning: { ...defaultConfig.planning, ...given(written.planning ?? {}) },
  };
}

function completeFile(file: NonNullable<WrittenConfig['customerFiles']>[number]): CustomerFile {
  if (typeof file === 'string') return { path: file, columns: {} };
  return { path: file.path, columns: given(file.columns ?? {}) };
}

function completeBudget({ customer, kind, folder, most }: NonNullable<WrittenConfig['budgets']>[number]): Budget {
  return { ...given({ customer, kind, folder }), most };
}

type Given<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

/** Without the keys that nothing is written for. */
function given<T extends object>(values: T): Given<T> {
  const result: Given<T> = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined && value !== null) result[key] = value;
  }
  return result;
}

function completeSeverities(written: WrittenConfig): Config['severities'] {
  const complete = { ...defaultConfig.severities };
  for (const kind of kinds) complete[kind] = written.severities?.[kind] ?? complete[kind];
  return complete;
}

/** The JSON schema of `oneoff.config.json`, as editors and validators read it. */
export function configJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(strictConfigSchema, { target: 'draft-7', io: 'input' }),
    title: 'One-Off configuration',
    allowTrailingCommas: true,
  };
}

import { z } from 'zod';
import { customerStatuses, defaultConfig, severities, type Config, type CustomerColumn, type CustomerFile } from '../model/config.js';
import { standings } from '../model/customer.js';
import { kinds, type Kind } from '../model/finding.js';

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
  };
}

function completeFile(file: NonNullable<WrittenConfig['customerFiles']>[number]): CustomerFile {
  if (typeof file === 'string') return { path: file, columns: {} };
  const given = Object.entries(file.columns ?? {}).filter(([, header]) => header !== undefined);
  return { path: file.path, columns: Object.fromEntries(given) };
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

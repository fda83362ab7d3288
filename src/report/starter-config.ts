import { defaultConfig, type Config, type ConfiguredCustomer, type CustomerFile } from '../model/config.js';
import type { Customer, Standing } from '../model/customer.js';
import { configuredSource, type DebtConstant, type DebtSettings, type Span } from '../model/debt.js';

/**
 * A commented `oneoff.config.json`: what the configuration in force says, and the inferred customers with the reason each is there.
 * Those of low confidence stand in comments.
 */
export function starterConfig(customers: readonly Customer[], config: Config): string {
  const inferred = customers.filter(({ source }) => source === 'inferred');
  const entries = [...config.customers.map(configuredEntry), ...inferred.map(inferredEntry)];
  return [
    '// One-Off: the customers that this product serves, and where code for them is looked for.',
    '{',
    '  // Check these: rename, merge by "aliases", delete. What is no customer goes into "notCustomers".',
    '  "customers": [',
    ...entries.flat().map((line) => `    ${line}`),
    '  ],',
    '  // Customers can also come from CSV or JSON files, such as an export of a CRM: "customerFiles": ["customers.csv"]',
    ...(config.customerFiles.length > 0 ? [`  "customerFiles": ${spaced(config.customerFiles.map(writtenFile))},`] : []),
    ...settings(config),
    '}',
    '',
  ].join('\n');
}

function settings(config: Config): string[] {
  const setting = (comment: string, key: Exclude<keyof Config, 'forks' | 'debt'>): string[] => [
    `  // ${comment}`,
    `  "${key}": ${spaced(config[key])},`,
  ];
  return [
    ...setting('Words that are never customers here, although they look like it.', 'notCustomers'),
    ...setting('Further names of values that say which customer it is, such as "mandant" or "shop.code".', 'discriminators'),
    ...(config.include.length > 0 ? setting('Globs relative to this file; nothing else is looked at.', 'include') : []),
    ...setting('Globs relative to this file that are left out, on top of the defaults and .gitignore.', 'exclude'),
    ...setting('Names of your own flag functions, such as "isOn" or "features.enabled".', 'flagFunctions'),
    ...(config.forks ? [] : ['  // Whether copies for customers are looked for.', '  "forks": false,']),
    ...(spaced(config.severities) === spaced(defaultConfig.severities) ? [] : setting('How the editor marks each kind.', 'severities')),
    ...debt(config.debt),
    ...(config.budgets.length > 0 ? setting('How many one-offs "oneoff check" lets pass.', 'budgets') : []),
    ...(spaced(config.planning) === spaced(defaultConfig.planning) ? [] : setting('Constants of "oneoff plan".', 'planning')),
  ];
}

function debt({ months, loggedRequests, ...constants }: DebtSettings): string[] {
  const set = Object.entries<DebtConstant | null>(constants).flatMap(([key, constant]): [string, Span][] =>
    constant?.source === configuredSource ? [[key, { low: constant.low, high: constant.high }]] : [],
  );
  const written = {
    ...(months !== defaultConfig.debt.months && { months }),
    ...(loggedRequests !== defaultConfig.debt.loggedRequests && { loggedRequests }),
    ...Object.fromEntries(set),
  };
  return Object.keys(written).length === 0 ? [] : ['  // What turns counts into hours.', `  "debt": ${spaced(written)},`];
}

function writtenFile({ path, columns }: CustomerFile): CustomerFile | string {
  return Object.keys(columns).length > 0 ? { path, columns } : path;
}

function configuredEntry({ id, name, aliases, ids, domains, status, standing }: ConfiguredCustomer): string[] {
  const lists = Object.entries({ aliases, ids, domains }).filter(([, values]) => values.length > 0);
  const known = { ...(status !== 'unknown' && { status }), ...standingEntry(standing) };
  return [`${spaced({ id, name, ...Object.fromEntries(lists), ...known })},`];
}

function inferredEntry({ id, name, aliases, standing, confidence, evidence }: Customer): string[] {
  const entry = `${spaced({ id, name, ...(aliases.length > 0 && { aliases }), ...standingEntry(standing) })},`;
  const reasons = evidence.slice(0, 2).map((sentence) => `// ${sentence.replace(/\s+/g, ' ')}`);
  return confidence === 'low' ? ['// Doubtful:', ...reasons, `// ${entry}`] : [...reasons, entry];
}

function standingEntry(standing: Standing): { readonly standing?: Standing } {
  return standing === 'customer' ? {} : { standing };
}

/** JSON on one line with a space after each colon and comma outside texts. */
function spaced(value: object): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
}

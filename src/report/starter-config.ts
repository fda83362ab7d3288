import type { Config, ConfiguredCustomer } from '../model/config.js';
import type { Customer } from '../model/customer.js';

/**
 * A commented `oneoff.config.json`: what the configuration in force says, and below it the inferred customers with the reason each is
 * there. Those of low confidence stand in comments.
 */
export function starterConfig(customers: readonly Customer[], config: Config): string {
  const inferred = customers.filter(({ source }) => source === 'inferred');
  const entries = [...config.customers.map(configuredEntry), ...inferred.map(inferredEntry)];
  const list = (name: keyof Config): string => `  "${name}": ${JSON.stringify(config[name])}`;
  const lists = [
    ['Words that are never customers here, although they look like it.', list('notCustomers')],
    ['Further names of values that say which customer it is, such as "mandant" or "shop.code".', list('discriminators')],
    ['Globs relative to this file. Without "include" every source file counts that .gitignore and the defaults leave.', list('exclude')],
    ['Names of your own flag functions, such as "isOn" or "features.enabled".', list('flagFunctions')],
  ];
  return [
    '// One-Off: the customers that this product serves, and where code for them is looked for.',
    '{',
    '  // Check these: rename, merge by "aliases", delete. What is no customer goes into "notCustomers".',
    '  "customers": [',
    ...entries.flat().map((line) => `    ${line}`),
    '  ],',
    lists.map(([comment, line]) => `  // ${comment ?? ''}\n${line ?? ''}`).join(',\n'),
    '}',
    '',
  ].join('\n');
}

function configuredEntry({ id, name, aliases, ids, domains, status }: ConfiguredCustomer): string[] {
  const lists = Object.entries({ aliases, ids, domains }).filter(([, values]) => values.length > 0);
  const known = status === 'unknown' ? {} : { status };
  return [`${spaced({ id, name, ...Object.fromEntries(lists), ...known })},`];
}

function inferredEntry({ id, name, aliases, confidence, evidence }: Customer): string[] {
  const entry = `${spaced({ id, name, ...(aliases.length > 0 && { aliases }) })},`;
  const reasons = evidence.slice(0, 2).map((sentence) => `// ${sentence.replace(/\s+/g, ' ')}`);
  return confidence === 'low' ? ['// Doubtful:', ...reasons, `// ${entry}`] : [...reasons, entry];
}

/** JSON on one line with a space after each colon and comma outside texts. */
function spaced(value: object): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
}

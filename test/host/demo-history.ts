import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monthsAgo, StoryRepository } from '../story-repository.js';

const requests = [
  { key: 'LED-311', title: 'Acme pays after 90 days', status: 'Done', updated: '2025-09-20', url: 'https://tracker.example.com/LED-311' },
  {
    key: 'LED-348',
    title: 'Hooli leaves on the EU contract',
    status: 'Won’t do',
    updated: '2025-11-02',
    url: 'https://tracker.example.com/LED-348',
  },
  {
    key: 'LED-402',
    title: 'SAML for large tenants',
    status: 'In Progress',
    updated: '2026-06-30',
    url: 'https://tracker.example.com/LED-402',
  },
  {
    key: 'LED-482',
    title: 'Rounding that the ERP of Acme accepts',
    status: 'Done',
    updated: '2026-01-15',
    url: 'https://tracker.example.com/LED-482',
  },
];

const steps: readonly (readonly [message: string, months: number, paths: readonly string[]])[] = [
  ['Start Ledgerly', 13, ['packages', 'package.json', 'README.md', 'scripts']],
  ['Prices and plans', 13, ['apps/api/src/pricing', 'apps/api/package.json', 'apps/api/src/db']],
  ['Invoices and reminders', 12, ['apps/api/src/invoicing', 'apps/api/src/customers']],
  ['Sign in with SAML, LED-402', 6, ['apps/api/src/sso', 'apps/api/src/middleware']],
  ['The web app', 4, ['apps/web', 'apps/portal']],
];

/** Makes the copy of the demo a repository whose commits are months apart and name requests, and brings those requests as a file. */
export function commitDemo(folder: string): void {
  const repository = new StoryRepository(folder);
  const terms = 'apps/api/src/invoicing/payment-terms.ts';
  const written = readFileSync(join(folder, terms), 'utf8');
  repository.write(terms, forAcmeAlone(written));
  repository.commit('Payment terms for Acme, LED-311', monthsAgo(14), [terms]);
  repository.write(terms, written);
  for (const [message, months, paths] of steps) repository.commit(message, monthsAgo(months), paths);
  const config = readFileSync(join(folder, 'oneoff.config.json'), 'utf8');
  const trackers = '"trackers": [{ "id": "requests", "type": "file", "path": "requests.json" }],';
  writeFileSync(join(folder, 'oneoff.config.json'), config.replace(/\}\s*$/, `  ${trackers}\n}\n`));
  repository.write('requests.json', `${JSON.stringify(requests, null, 2)}\n`);
  repository.commit('Everything else', monthsAgo(3));
  for (const [months, changed] of [
    [2, written.replace('? 90', '? 89')],
    [1, written],
  ] as const) {
    repository.write(terms, changed);
    repository.commit('Payment terms as in the contract', monthsAgo(months), [terms]);
  }
}

/** The terms as they were before other customers got theirs. */
function forAcmeAlone(terms: string): string {
  return terms
    .replace("tenant.slug === 'globex'\n        ? 60\n        : null", 'null')
    .replace(/ {2}if \(\(tenant\.parent[^}]*\}\n/, '')
    .replace(/ {2}if \([^)]*\) return 0\.0\d+;\n/g, '');
}

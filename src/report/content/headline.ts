import { isSetApart } from '../../model/customer.js';
import type { Finding } from '../../model/finding.js';
import { filesOfSeveral, footprintOf } from '../../model/footprint.js';
import type { ReportInput } from '../report-input.js';
import { count, listed, number, percent } from '../words.js';
import { servedRows, type CustomerRow } from './customer-rows.js';

/** The name of the scanned folder, whichever system it is on. */
export function workspaceName(root: string): string {
  return root.split(/[\\/]/).findLast((part) => part !== '') ?? root;
}

/** What the report says, in plain sentences, the most important first. */
export function headline(input: ReportInput, rows: readonly CustomerRow[]): readonly string[] {
  const { report } = input;
  if (report.stats.files === 0) return ['No source files were found, so there is nothing to say.'];
  if (report.findings.length === 0) return [`No one-offs were found in ${count(report.stats.files, 'file')}.`];
  const served = servedRows(rows);
  return [carried(input, served), concentration(served), goneCustomers(served), changed(input), flagsOfNobody(input)].filter(
    (sentence) => sentence !== '',
  );
}

/** How few customers, the largest first, account for half of all one-offs. */
export function halfBelongsTo(rows: readonly CustomerRow[]): readonly CustomerRow[] {
  const total = rows.reduce((sum, { sites }) => sum + sites, 0);
  let reached = 0;
  const needed = rows.findIndex(({ sites }) => (reached += sites) * 2 >= total);
  return rows.slice(0, needed + 1);
}

/** Those that name a customer that is served: what the headline counts. */
export function servedFindings({ findings, customers }: ReportInput['report']): readonly Finding[] {
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  return findings.filter((finding) => finding.customers.length > 0 && !isSetApart(finding, byId));
}

function carried({ report }: ReportInput, served: readonly CustomerRow[]): string {
  const findings = servedFindings(report);
  if (findings.length === 0) return 'No code was found that exists for particular customers.';
  const { files, lines } = footprintOf(findings, filesOfSeveral(findings));
  const places = `${count(findings.length, 'place')} in ${number(files)} of ${count(report.stats.files, 'file')}`;
  return `${count(served.length, 'customer')} ${served.length === 1 ? 'has' : 'have'} code of ${served.length === 1 ? 'its' : 'their'} own in this product: ${places}, ${count(lines, 'line')} that exist because of them.`;
}

function concentration(served: readonly CustomerRow[]): string {
  if (served.length < 3) return '';
  const half = halfBelongsTo(served);
  return `Half of it belongs to ${number(half.length)} of them: ${listed(half.map(({ name }) => name))}.`;
}

function goneCustomers(served: readonly CustomerRow[]): string {
  const gone = served.filter(({ status }) => status === 'gone');
  if (gone.length === 0) return '';
  const sites = gone.reduce((sum, row) => sum + row.sites, 0);
  const names = listed(gone.map(({ name }) => name));
  return `${count(sites, 'place')} ${sites === 1 ? 'is' : 'are'} kept for ${names}, who ${gone.length === 1 ? 'is' : 'are'} no longer served.`;
}

function changed({ changes }: ReportInput): string {
  if (!changes) return '';
  const { added, gone } = changes;
  if (added.size === 0 && gone.length === 0) return 'Nothing came and nothing went since the earlier report.';
  return `Since the earlier report ${number(added.size)} came and ${number(gone.length)} went.`;
}

function flagsOfNobody({ report }: ReportInput): string {
  const flags = report.findings.filter(({ customers }) => customers.length === 0);
  if (flags.length === 0) return '';
  const share = percent(flags.length, report.findings.length);
  return `Besides, ${count(flags.length, 'place')} (${share} of all) ${flags.length === 1 ? 'asks' : 'ask'} for a feature flag that is bound to no customer.`;
}

import { confidences, kinds } from '../../model/finding.js';
import type { CustomerRow } from '../content/customer-rows.js';
import type { ReportInput } from '../report-input.js';
import { markup, type Markup } from './markup.js';

const columns = [
  ['place', 'Place'],
  ['customers', 'Customers'],
  ['kind', 'Kind'],
  ['text', 'Code'],
  ['lines', 'Lines'],
  ['confidence', 'Confidence'],
] as const;

/** The frame of the list of all one-offs, which the script of the page fills, filters and sorts. */
export function findingList({ report, changes }: ReportInput, rows: readonly CustomerRow[]): Markup {
  const found = new Set(report.findings.map(({ kind }) => kind));
  const customers = [...rows.map(({ id, name }) => [id, name] as const), ['-', 'none'] as const];
  return markup`<noscript><p class="missing">The list of single one-offs needs JavaScript, which is off here; oneoff scan --format csv has the same rows.</p></noscript>
<div id="list" hidden><div class="filters">
<label class="wide">Search <input type="search" id="search" placeholder="path, code, reason or request"></label>
${select('customer', 'Customer', customers)}
${select('kind', 'Kind', asChoices(kinds.filter((kind) => found.has(kind))))}
${select('confidence', 'Confidence', asChoices(confidences))}
${changes ? select('since', 'Since the earlier report', [['new', 'new only']]) : null}
</div><p id="status" role="status"></p>
<div class="scroll" role="region" aria-label="Table of one-offs" tabindex="0"><table><caption>One-offs by place; “Why” opens the reasons.</caption>
<thead><tr>${columns.map(([id, heading]) => markup`<th scope="col" data-column="${id}">${heading}</th>`)}<th scope="col">Reasons</th></tr></thead>
<tbody id="rows"></tbody></table></div>
<p class="more"><button type="button" id="more">Show 200 more</button><button type="button" id="all">Show all</button></p></div>`;
}

type Choice = readonly [value: string, label: string];

function asChoices(values: readonly string[]): readonly Choice[] {
  return values.map((value) => [value, value]);
}

function select(id: string, label: string, choices: readonly Choice[]): Markup {
  const all: readonly Choice[] = [['', 'all'], ...choices];
  return markup`<label>${label} <select id="${id}">${all.map(([value, text]) => markup`<option value="${value}">${text}</option>`)}</select></label>`;
}

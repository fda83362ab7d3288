import type { Confidence } from '../../model/finding.js';
import { filesOfSeveral, footprintOf } from '../../model/footprint.js';
import { chartsOf } from '../charts/registry.js';
import { certainty } from '../content/certainty.js';
import { customerRows, servedRows, type CustomerRow } from '../content/customer-rows.js';
import { headline, servedFindings, workspaceName } from '../content/headline.js';
import type { PageSettings, ReportInput } from '../report-input.js';
import { day } from '../words.js';
import { script, style } from './assets.js';
import { findingList } from './finding-list.js';
import { listData } from './list-data.js';
import { markup, inertJson, Markup } from './markup.js';
import { figure, placeLinks, sectionOf, type Section } from './parts.js';
import { redFlagSection } from './red-flag-section.js';
import { changesTable, customerTable, flagTable, forkTable, hotspotTable, unlinkedTable } from './tables.js';

/** What was left out of a report before it is formatted. */
export interface Hidden {
  readonly findings: number;
  readonly minimum: Confidence;
}

/**
 * One page that needs nothing else: it works from disk, in a webview and on paper, and without its script lacks only the list of one-offs.
 * Nothing in it comes from a clock, so that one workspace gives one page.
 */
export function formatHtml(input: ReportInput, hidden: Hidden, page: PageSettings): string {
  const rows = customerRows(input);
  const sections = sectionsOf(input, rows, hidden, page);
  const name = workspaceName(input.report.root);
  const [first = '', ...others] = headline(input, rows);
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(page.nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${name}: code for single customers</title>
<style${nonceOf(page.nonce)}>${new Markup(style.text)}</style></head>
<body><header><h1>${name}: code for single customers</h1>
<p class="quiet">${asOf(input.report)}</p>
<p class="lead">${first}</p>${others.map((sentence) => markup`<p>${sentence}</p>`)}
${figures(input, rows)}
<nav aria-label="Sections"><ul>${sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav></header>
<main>${sections.map(sectionOf)}</main>
<footer>Made by One-Off ${input.report.tool.version} from ${input.report.stats.files} files. Nothing in this page loads anything from elsewhere.</footer>
<script type="application/json" id="data">${inertJson(listData(input, page.links))}</script>
<script${nonceOf(page.nonce)}>${new Markup(script.text)}</script></body></html>
`.text;
}

function asOf({ history }: ReportInput['report']): string {
  if (!history) return 'As the files are on disk.';
  return `As of ${day(history.to)}${history.head === null ? '' : `, commit ${history.head.slice(0, 10)}`}.`;
}

/** Only this page's own style and script: named by hash, or by the nonce of the webview around. */
function policy(nonce: string | null): string {
  const allowed = nonce === null ? { style: style.hash, script: script.hash } : { style: `nonce-${nonce}`, script: `nonce-${nonce}` };
  return `default-src 'none'; style-src '${allowed.style}'; script-src '${allowed.script}'; base-uri 'none'; form-action 'none'`;
}

function nonceOf(nonce: string | null): Markup | null {
  return nonce === null ? null : markup` nonce="${nonce}"`;
}

function figures({ report }: ReportInput, rows: readonly CustomerRow[]): Markup {
  const findings = servedFindings(report);
  const { sites, files, lines } = footprintOf(findings, filesOfSeveral(findings));
  const shown = [
    ['Customers', servedRows(rows).length],
    ['Places', sites],
    ['Lines', lines],
    ['Files', files],
  ] as const;
  return markup`<dl class="figures">
    ${shown.map(
      ([term, value]) =>
        markup`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function sectionsOf(input: ReportInput, rows: readonly CustomerRow[], hidden: Hidden, { links }: PageSettings): readonly Section[] {
  const place = placeLinks(links, input.report.root);
  return [
    { id: 'customers', title: 'Customers', body: customerTable(rows) },
    { id: 'pictures', title: 'In pictures', body: markup`${chartsOf(input, rows).map(figure)}` },
    { id: 'changes', title: 'What changed', body: changesTable(input, place) },
    { id: 'hotspots', title: 'Hotspots', body: hotspotTable(input, place) },
    { id: 'forks', title: 'Copies', body: forkTable(input, place) },
    { id: 'flags', title: 'Feature flags', body: flagTable(input) },
    { id: 'unlinked', title: 'Without a request', body: unlinkedTable(input, place) },
    { id: 'signs', title: 'Red flags', body: redFlagSection(input) },
    { id: 'findings', title: 'All one-offs', body: findingList(input, rows) },
    {
      id: 'certainty',
      title: 'How sure this is',
      body: markup`<ul class="reasons">
          ${certainty(input, hidden.findings, hidden.minimum).map((sentence) => markup`<li>${sentence}</li>`)}
        </ul>
        ${skippedList(input)}`,
    },
  ];
}

function skippedList({ report: { skipped } }: ReportInput): Markup | null {
  if (skipped.length === 0) return null;
  return markup`<details>
    <summary>What was not read, and why</summary>
    <ul class="reasons">
      ${skipped.map(({ path, reason }) => markup`<li><span class="place">${path}</span>: ${reason}</li>`)}
    </ul>
  </details>`;
}

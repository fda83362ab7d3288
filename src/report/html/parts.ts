import type { Chart, ChartTable } from '../charts/chart.js';
import type { MissingChart } from '../charts/registry.js';
import { addressOf, rootedTemplate } from '../links.js';
import type { PlaceLinks } from '../report-input.js';
import { markup, Markup } from './markup.js';

/** More would slow the page down, and nobody reads them. */
const tableRows = 300;

export interface Section {
  /** Of the address of the section. */
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

/** A cell of a table; numbers are set to the right, `sortBy` is what it is sorted by where that isn't its text. */
export interface Cell {
  readonly content: Markup | string | number | null;
  readonly sortBy?: string | number;
  readonly note?: string;
}

export function sectionOf({ id, title, body }: Section): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section> `;
}

export function missingNote(sentence: string): Markup {
  return markup`<p class="missing">${sentence}</p>`;
}

/** A path without a link, as of a folder, which none opens. */
export function plainPlace(path: string): Markup {
  return markup`<span class="place">${breakable(path)}</span>`;
}

/** Lines end after a slash rather than within a name. */
function breakable(path: string): readonly Markup[] {
  return path.split(/(?<=\/)/).map((part, index) => (index === 0 ? markup`${part}` : markup`<wbr>${part}`));
}

/** A table that can be sorted where scripts run. The first cell of a row names it. */
export function sortableTable(caption: string, headings: readonly string[], rows: readonly (readonly Cell[])[]): Markup {
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table data-sortable>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${headings.map((heading, index) => markup`<th scope="col" ${isNumeric(rows, index)}>${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            markup`<tr>
              ${row.map(cellOf)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

export function figure(chart: Chart | MissingChart): Markup {
  if ('missing' in chart)
    return markup`<h3 id="${chart.id}">${chart.title}</h3>
      ${missingNote(chart.missing)}`;
  const { id, title, summary, svg, table } = chart;
  return markup`<figure id="${id}">
    <figcaption>
      <h3>${title}</h3>
      <p>${summary}</p>
    </figcaption>
    <div class="scroll" role="img" aria-label="${`${title}. ${summary} The figures are in the table that follows.`}">
      ${new Markup(svg)}
    </div>
    <details>
      <summary>The figures as a table: ${title}</summary>
      <div class="scroll" role="region" aria-label="${`Figures: ${title}`}" tabindex="0">${plainTable(table)}</div>
    </details>
  </figure> `;
}

/** Writes links to places as the page's surroundings want them; without a line, to the file. */
export function placeLinks(links: PlaceLinks, root: string): (path: string, line: number | null, column?: number) => Markup {
  const template = links.by === 'address' ? rootedTemplate(links.template, root) : null;
  return (path, line, column = 1) => {
    const place = { path, line: line ?? 1, column };
    const address = template === null ? '#findings' : addressOf(template, place);
    const data = markup`data-path="${path}" data-line="${String(place.line)}" data-column="${String(column)}"`;
    return markup`<a class="place" href="${address}" ${data}>${breakable(path)}${line === null ? null : markup`<span class="whole">:${String(line)}</span>`}</a>`;
  };
}

function plainTable({ headings, rows }: ChartTable): Markup {
  const left = rows.length - tableRows;
  return markup`<table><thead><tr>${headings.map((heading) => markup`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows.slice(0, tableRows).map((row) => markup`<tr>${row.map((content, index) => cellOf({ content }, index))}</tr>\n`)}</tbody></table>
${left > 0 ? markup`<p class="quiet">${left} more rows are left out here; oneoff scan --format csv has what they were counted from.</p>` : null}`;
}

function cellOf({ content, sortBy, note }: Cell, index: number): Markup {
  const said = markup`${content ?? '–'}${note === undefined ? null : markup`<small>${note}</small>`}`;
  const value = sortBy ?? (typeof content === 'number' ? content : undefined);
  const data = value === undefined ? null : markup` data-value="${String(value)}"`;
  if (index === 0) return markup`<th scope="row" ${data}>${said}</th>`;
  return typeof content === 'number' ? markup`<td class="number" ${data}>${said}</td>` : markup`<td${data}>${said}</td>`;
}

function isNumeric(rows: readonly (readonly Cell[])[], index: number): Markup | null {
  const isNumber = rows.some((row) => typeof row[index]?.content === 'number');
  return isNumber ? markup` class="number"` : null;
}

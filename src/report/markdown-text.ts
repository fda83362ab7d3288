import { printable } from './printable.js';

/** What may stand in Markdown as it is: letters, figures, and signs that nothing is made of. */
const harmless = /^(?!www\.)[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N} ,&'’()]|[.-](?=[\p{L}\p{N}]))*\.?$/u;

/** A name in running text. Whatever could become a mention, a link, an image or mark-up becomes code. */
export function markdownName(name: string): string {
  return harmless.test(name) && !name.includes('www.') ? name : markdownCode(name);
}

/** Text as code, also in a table: longer fences than it has itself, bars escaped, all on one line. */
export function markdownCode(text: string): string {
  const shown = printable(text).trim();
  if (shown === '') return '` `';
  const fence = '`'.repeat(1 + Math.max(0, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
  const inside = /^`|`$/.test(shown) ? ` ${shown} ` : shown;
  return `${fence}${inside.replaceAll('|', '\\|')}${fence}`;
}

export function markdownTable(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`;
  const rule = headings.map((_, column) => (typeof rows[0]?.[column] === 'number' ? '---:' : '---'));
  return `${line(headings)}${line(rule)}${rows.map(line).join('')}`;
}

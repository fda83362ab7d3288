/** A picture with the same content as words and figures, so that nobody needs the picture. */
export interface Chart {
  /** Unique within a report. */
  readonly id: string;
  readonly title: string;
  /** What there is to see, in a sentence. */
  readonly summary: string;
  /** An `<svg>` element without styles, scripts or ids. */
  readonly svg: string;
  readonly table: ChartTable;
}

export interface ChartTable {
  readonly headings: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Colours of the page around; themes change them. Text and marks of charts have no others. */
export const ink = {
  text: 'currentColor',
  faint: 'var(--chart-line)',
  paper: 'var(--paper)',
  series: ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)'],
} as const;

/** Shades from little, 1, to much. */
export const heatSteps = 4;

/** A shade with the colour of text upon it. */
export function heat(step: number): { readonly fill: string; readonly text: string } {
  return { fill: `var(--heat-${String(step)})`, text: `var(--heat-text-${String(step)})` };
}

/** As much of a name as fits beside an axis; the table has all of it. */
export function shortened(name: string, limit: number): string {
  return name.length <= limit ? name : `${name.slice(0, limit - 1)}…`;
}

/** The end of a path, which tells more than its beginning. */
export function shortenedPath(path: string, limit: number): string {
  if (path.length <= limit) return path;
  const end = path.slice(path.length - limit + 1);
  const slash = end.indexOf('/');
  return `…${slash < 0 ? end : end.slice(slash)}`;
}

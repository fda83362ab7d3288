import pc from 'picocolors';
import type { HistoryCoverage } from '../model/age.js';
import type { Customer } from '../model/customer.js';
import type { Explanation, PlaceExplanation, Step, StepPlace } from '../model/explanation.js';
import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { assessedLines } from './assessed-pretty.js';
import { printable } from './printable.js';

type Colors = ReturnType<typeof pc.createColors>;

/** Longer texts run into the next column instead of widening it. */
const widthLimit = 56;

interface Widths {
  readonly what: number;
  readonly text: number;
  readonly place: number;
}

/** What a report tells besides: names of customers, and whether a history was read. */
type Known = Pick<Report, 'customers' | 'history'>;

/** For people: the chain behind each finding of a place, or what stands there and why it was left alone. Ends with a line break. */
export function formatExplanationPretty(explanation: PlaceExplanation, { customers, history }: Known, color: boolean): string {
  const pretty = new Pretty(customers, history, pc.createColors(color));
  const { findings, within } = explanation;
  const sections = findings.length > 0 ? findings.map((each) => pretty.finding(each)) : [pretty.nothing(explanation)];
  const around = within.map((finding) => pretty.around(finding));
  return `${[...sections, ...(around.length > 0 ? [around] : [])].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

class Pretty {
  readonly #names: ReadonlyMap<string, string>;
  readonly #history: HistoryCoverage | undefined;
  readonly #colors: Colors;

  constructor(customers: readonly Customer[], history: HistoryCoverage | undefined, colors: Colors) {
    this.#names = new Map(customers.map(({ id, name }) => [id, name]));
    this.#history = history;
    this.#colors = colors;
  }

  finding({ finding, steps }: Explanation): readonly string[] {
    const { path, range, text } = finding;
    const title = `${this.#colors.cyan(printable(`${path}:${String(range.start.line)}`))}  ${this.#colors.bold(printable(text))}`;
    return [title, this.#said(finding), '', ...this.#steps(steps), ...this.#assessed(finding)];
  }

  #assessed(finding: Finding): readonly string[] {
    if (!this.#history) return [];
    return ['', ...assessedLines(finding, this.#history).map((line) => `  ${printable(line)}`)];
  }

  nothing({ path, line, unread, leftAlone }: PlaceExplanation): readonly string[] {
    const title = `${this.#colors.cyan(printable(`${path}:${String(line)}`))}  ${this.#colors.bold('no one-off')}`;
    if (unread.length > 0) return [title, '', ...unread.map((sentence) => `  ${printable(sentence)}`)];
    if (leftAlone.length > 0) return [title, '', ...this.#steps(leftAlone)];
    return [
      title,
      '',
      '  Nothing on this line compares, declares, looks up or imports anything that could name a customer, and asks for no flag.',
    ];
  }

  around(finding: Finding): string {
    const { range, text } = finding;
    if (finding.fork?.unit === 'folder')
      return `The file belongs to a copied folder: ${printable(finding.path)}, from ${printable(finding.fork.origin.path)} (${this.#said(finding)}).`;
    return `The line belongs to the one-off on line ${String(range.start.line)}: ${printable(text)} (${this.#said(finding)}).`;
  }

  #said({ kind, customers, confidence, flag }: Finding): string {
    const names = customers.map((id) => this.#names.get(id) ?? id);
    const key = flag ? [`${flag.provider}${flag.key === null ? ', key computed' : ''}`] : [];
    return [kind, ...key, ...names.map(printable), `${confidence} confidence`].join(' · ');
  }

  #steps(steps: readonly Step[]): readonly string[] {
    const widths = {
      what: width(steps.map(({ what }) => what)),
      text: width(steps.map(({ text }) => printable(text))),
      place: width(steps.map(({ place }) => written(place))),
    };
    return steps.flatMap((step) => [this.#step(step, widths), ...this.#reasons(step, widths.what)]);
  }

  #step({ what, text, place, note }: Step, widths: Widths): string {
    const { yellow, cyan, dim } = this.#colors;
    const columns = [
      yellow(what.padEnd(widths.what)),
      printable(text).padEnd(widths.text),
      cyan(written(place).padEnd(note === '' || place === null ? 0 : widths.place)),
      dim(printable(note)),
    ];
    return `  ${columns.filter((column) => column !== '').join('  ')}`.trimEnd();
  }

  #reasons({ for: reasons, against }: Step, indent: number): readonly string[] {
    const { green, red } = this.#colors;
    const line = (label: string, sentence: string, paint: (text: string) => string): string =>
      `  ${paint(`  ${label}`.padEnd(indent))}  ${printable(sentence)}`;
    return [...reasons.map((sentence) => line('for', sentence, green)), ...against.map((sentence) => line('against', sentence, red))];
  }
}

/** Of a column: as wide as its widest text, but for texts that run over its limit. */
function width(texts: readonly string[]): number {
  return Math.max('against'.length + 2, ...texts.map(({ length }) => length).filter((length) => length <= widthLimit));
}

function written(place: StepPlace | null): string {
  return place ? printable(`${place.path}:${String(place.range.start.line)}:${String(place.range.start.column)}`) : '';
}

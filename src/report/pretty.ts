import pc from 'picocolors';
import { isSetApart, type Customer } from '../model/customer.js';
import { kinds, type Confidence, type Finding } from '../model/finding.js';
import { linesOf } from '../model/footprint.js';
import { groupBy } from '../model/group-by.js';
import type { Report, SkippedFile } from '../model/report.js';
import { historyWords } from './age-words.js';
import { describeFlagState, inEnglish } from './flag-state.js';
import { printable } from './printable.js';
import { coverageWords, requestWords } from './request-words.js';
import { isAtLeast } from './selection.js';
import { count, number } from './words.js';

export interface PrettyOptions {
  readonly color: boolean;
  /** Findings of less confidence are counted, not listed. */
  readonly minConfidence: Confidence;
}

const shownReasons = 3;
const kindWidth = Math.max(...kinds.map((kind) => kind.length));

/** A summary for people: one-offs by customer and file, then flags that belong to none, what was skipped, and the figures. */
export function formatPretty(report: Report, { color, minConfidence }: PrettyOptions): string {
  return new Summary(report, minConfidence, pc.createColors(color)).text();
}

type Colors = ReturnType<typeof pc.createColors>;

class Summary {
  readonly #report: Report;
  readonly #minimum: Confidence;
  readonly #colors: Colors;
  readonly #shown: readonly Finding[];

  constructor(report: Report, minimum: Confidence, colors: Colors) {
    this.#report = report;
    this.#minimum = minimum;
    this.#colors = colors;
    this.#shown = report.findings.filter(({ confidence }) => isAtLeast(confidence, minimum));
  }

  text(): string {
    const sections = [
      ...this.#report.customers.filter(({ standing }) => standing === 'customer').map((customer) => this.#customer(customer)),
      this.#flags(),
      this.#forks(),
      ...this.#setApart(),
      [
        ...this.#nothing(),
        ...this.#hidden(),
        ...this.#directives(),
        ...this.#skipped(),
        ...this.#history(),
        ...this.#requests(),
        this.#figures(),
      ],
    ];
    const filled = sections.filter((lines) => lines.length > 0);
    return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
  }

  #customer(customer: Customer): string[] {
    const findings = this.#shown.filter(({ customers }) => customers.includes(customer.id));
    if (findings.length === 0) return [];
    const inferred = customer.source === 'inferred';
    const name = this.#colors.bold(printable(customer.name) + (inferred ? '?' : ''));
    const source = inferred ? `inferred, ${customer.confidence}` : customer.source;
    const collateral = customer.debt?.collateral ?? 0;
    const paid = collateral === 0 ? '' : ` · ${count(collateral, 'collateral change')}`;
    const heading = `${name}  ${count(findings.length, 'one-off')}${paid}  ${this.#colors.dim(source)}`;
    const because = customer.evidence.slice(0, 1).map((sentence) => this.#colors.dim(`  ${printable(sentence)}`));
    return [heading, ...because, ...this.#files(findings)];
  }

  #setApart(): string[][] {
    const others = this.#report.customers.filter(({ standing }) => standing !== 'customer').map((customer) => this.#customer(customer));
    const filled = others.filter((lines) => lines.length > 0);
    return filled.length === 0 ? [] : [[this.#colors.bold('Own brands and test tenants')], ...filled];
  }

  #flags(): string[] {
    const findings = this.#shown.filter(({ customers, kind }) => customers.length === 0 && kind !== 'fork');
    return findings.length === 0 ? [] : [`${this.#colors.bold('Flags without a customer')}  ${findings.length}`, ...this.#files(findings)];
  }

  #forks(): string[] {
    const findings = this.#shown.filter(({ customers, kind }) => customers.length === 0 && kind === 'fork');
    if (findings.length === 0) return [];
    const heading = `${this.#colors.bold('Copies for parties that nothing else tells of')}  ${findings.length}`;
    return [heading, this.#colors.dim('  oneoff forks lists them by family.'), ...this.#files(findings)];
  }

  #files(findings: readonly Finding[]): string[] {
    return [...groupBy(findings, ({ path }) => path)].flatMap(([path, inFile]) => [
      `  ${this.#colors.cyan(printable(path))}`,
      ...inFile.map((finding) => this.#finding(finding)),
    ]);
  }

  #finding(finding: Finding): string {
    const { kind, range, region, text, flag, fork, confidence, requests } = finding;
    const { dim, yellow } = this.#colors;
    const place = dim(String(range.start.line).padStart(6));
    const provider = flag ? [flag.key === null ? `${flag.provider}, key computed` : flag.provider] : [];
    const state = flag?.state ? [describeFlagState(inEnglish, flag.state)].filter(Boolean) : [];
    const [first, last] = linesOf(finding);
    const lines = region ? [count(last - first + 1, 'line')] : [];
    const copied = fork ? [`${String(Math.round(fork.similarity * 100))} % of ${printable(fork.origin.path)}`] : [];
    const doubt = confidence === 'low' ? ['low confidence'] : [];
    const asked = requestWords(requests, this.#wereAsked);
    const history = historyWords(finding, this.#report.history?.to);
    const figures = [...lines, ...copied, ...history, ...[...provider, ...state].map(printable), ...asked, ...doubt].join(' · ');
    return `${place}  ${yellow(kind.padEnd(kindWidth))}  ${printable(text)}${figures === '' ? '' : `  ${dim(figures)}`}`;
  }

  #nothing(): string[] {
    const { findings, customers, stats } = this.#report;
    if (stats.files === 0)
      return [
        'No source files were found: nothing with an extension of JavaScript, TypeScript, Vue, Svelte, Astro or HTML is left after the ignore rules.',
      ];
    if (findings.length === 0) return ['No one-offs were found.'];
    const without = customers.filter((customer) => customer.source === 'configured' && customer.findings === 0);
    return without.length === 0 ? [] : [`Nothing was found for ${without.map(({ name }) => printable(name)).join(', ')}.`];
  }

  #hidden(): string[] {
    const hidden = this.#report.findings.length - this.#shown.length;
    const verb = hidden === 1 ? 'is' : 'are';
    const remedy = '--min-confidence low shows them';
    return hidden === 0 ? [] : [`${count(hidden, 'one-off')} of less than ${this.#minimum} confidence ${verb} not listed; ${remedy}.`];
  }

  #directives(): string[] {
    const { ignored, problems } = this.#report.directives;
    const kept = ignored === 0 ? [] : [`${count(ignored, 'one-off')} ${ignored === 1 ? 'is' : 'are'} ignored by directives.`];
    const places = problems.map(({ path, range, message, remedy }) => `${path}:${range.start.line}: ${message} ${remedy}`);
    return [...kept, ...this.#listed(`${count(problems.length, 'directive')} to correct:`, places)];
  }

  #skipped(): string[] {
    const { skipped } = this.#report;
    return this.#listed(
      `${count(skipped.length, 'place')} skipped:`,
      skipped.map(({ path, reason }: SkippedFile) => `${path}: ${reason}`),
    );
  }

  /** Whether requests were looked for where they are kept, so that none is an answer. */
  get #wereAsked(): boolean {
    return (this.#report.requests?.trackers ?? []).length > 0;
  }

  #requests(): readonly string[] {
    const { requests } = this.#report;
    return requests && this.#wereAsked ? coverageWords(requests) : [];
  }

  #history(): string[] {
    const { history } = this.#report;
    if (!history) return [];
    const window = `Changes are counted from ${history.from} to ${history.to}: ${count(history.commits, 'commit')}.`;
    return [...(history.head === null ? [] : [window]), ...history.notices.map((notice) => this.#colors.yellow(printable(notice)))];
  }

  #listed(heading: string, lines: readonly string[]): string[] {
    if (lines.length === 0) return [];
    const shown = lines.slice(0, shownReasons).map((line) => `  ${printable(line)}`);
    const more = lines.length > shownReasons ? [`  … and ${number(lines.length - shownReasons)} more; --format json lists them all.`] : [];
    return [this.#colors.yellow(heading), ...shown, ...more];
  }

  #figures(): string {
    const { stats } = this.#report;
    const seconds = ((stats.ms['total'] ?? 0) / 1000).toFixed(1);
    const source = `${number(stats.parsed)} parsed, ${number(stats.cached)} from the cache`;
    const scanned = `${count(stats.files, 'file')}, ${count(stats.lines, 'line')} in ${seconds} s`;
    const byId = new Map(this.#report.customers.map((customer) => [customer.id, customer]));
    const apart = this.#shown.filter((finding) => isSetApart(finding, byId)).length;
    const others = apart === 0 ? '' : `, ${number(apart)} more for own brands and test tenants,`;
    return `${this.#colors.bold(count(this.#shown.length - apart, 'one-off'))}${others} in ${scanned} ${this.#colors.dim(`(${source})`)}`;
  }
}

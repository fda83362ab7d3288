import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import { countLines, nameConfidence, nameKind, type Translate } from './translate.js';
import { describeFlag, regionLines } from './tree-plan.js';

/** A card about something, for hover and tooltip; all text is plain and escaped by who shows it. */
export interface Card {
  /** Empty where something else is the title. */
  readonly title: string;
  readonly facts: readonly string[];
  readonly reasons: readonly string[];
}

export function planFindingCard(t: Translate, finding: Finding, customers: readonly Customer[]): Card {
  const names = finding.customers.map((id) => customers.find((customer) => customer.id === id)?.name ?? id);
  const what = finding.kind === 'flag' ? describeFlag(t, finding) : nameKind(t, finding.kind);
  const key = finding.flag?.key;
  return {
    title: names.length > 0 ? t('One-off for {0}: {1}', names.join(', '), what) : t('One-off: {0}', what),
    facts: [
      ...(key ? [t('Flag {0}', key)] : []),
      ...(finding.flag?.definition ? [t('Defined in {0}, line {1}', finding.flag.definition.path, finding.flag.definition.line)] : []),
      ...(finding.region ? [describeRegion(t, finding)] : []),
      ...(finding.requests ?? []).map(({ key, url }) => (url === null ? key : `${key} ${url}`)),
      nameConfidence(t, finding.confidence),
    ],
    reasons: finding.evidence,
  };
}

/** What the problem of the same place, which the editor shows in the same hover, does not say already. */
export function planBesideProblem(card: Card): Card {
  return { title: '', facts: card.facts, reasons: card.reasons.slice(1) };
}

function describeRegion(t: Translate, finding: Finding): string {
  const { start, end } = finding.region ?? finding.range;
  const lines = countLines(t, regionLines(finding));
  return start.line === end.line ? lines : t('{0} ({1}–{2})', lines, start.line, end.line);
}

export function planCustomerCard(t: Translate, customer: Customer): Card {
  const aliases = customer.aliases.length > 0 ? [t('Also written {0}', customer.aliases.join(', '))] : [];
  const origin =
    customer.source === 'configured'
      ? t('Named in oneoff.config.json')
      : customer.source === 'imported'
        ? t('From a customer file')
        : t('Inferred from the code, {0}', nameConfidence(t, customer.confidence));
  return { title: customer.name, facts: [origin, ...aliases], reasons: customer.evidence };
}

/** Findings whose range or region starts on the line and holds the column; 1-based. */
export function findingsAtPosition(findings: readonly Finding[], line: number, column: number): readonly Finding[] {
  return findings.filter(({ range: { start, end } }) => {
    const afterStart = line > start.line || (line === start.line && column >= start.column);
    const beforeEnd = line < end.line || (line === end.line && column <= end.column);
    return afterStart && beforeEnd;
  });
}

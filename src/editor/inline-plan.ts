import type { Customer } from '../model/customer.js';
import type { Finding } from '../model/finding.js';
import { describeAge, describeRequestsInline, type Reading } from './figures-plan.js';
import { describeFork } from './fork-words.js';
import { describeFlag, regionLines } from './finding-words.js';
import { countLines, nameConfidence, nameKind, type Translate } from './translate.js';

/** Longer text at the end of a line gets in the way of the code. */
const maxLength = 80;

/** How far up a merge conflict is looked for, in lines. */
const conflictReach = 2000;

/** The text at the end of a line, or null where nothing is to be said. `findings` are those of the file. */
export function planInline(
  t: Translate,
  findings: readonly Finding[],
  customers: readonly Customer[],
  reading: Reading,
  line: number,
): string | null {
  const here = findings.filter(({ range }) => range.start.line === line);
  const [first] = here;
  if (!first) return null;
  const more = here.length > 1 ? ` +${here.length - 1}` : '';
  return shorten(describe(t, first, customers, reading), maxLength - more.length) + more;
}

function describe(t: Translate, finding: Finding, customers: readonly Customer[], reading: Reading): string {
  const names = finding.customers.map((id) => customers.find((customer) => customer.id === id)?.name ?? id);
  const parts = [
    names.join(', '),
    describeKind(t, finding),
    finding.region && !finding.fork ? countLines(t, regionLines(finding)) : '',
    ...(finding.fork ? describeFork(t, finding.fork, reading) : []),
    finding.age && !finding.fork?.forkedAt ? describeAge(t, finding.age, reading.today) : '',
    describeRequestsInline(t, finding, reading),
    finding.confidence === 'low' ? nameConfidence(t, 'low') : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The kind is said where the lines do not show it. */
function describeKind(t: Translate, finding: Finding): string {
  if (finding.kind === 'flag') return describeFlag(t, finding);
  return finding.kind === 'branch' && finding.region ? '' : nameKind(t, finding.kind);
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** True for a line of an unresolved merge conflict, where other tools write at the end of lines. Lines are 0-based. */
export function isInConflict(lineAt: (line: number) => string, line: number): boolean {
  if (lineAt(line).startsWith('>>>>>>> ')) return true;
  const top = Math.max(0, line - conflictReach);
  for (let above = line; above >= top; above--) {
    const text = lineAt(above);
    if (text.startsWith('<<<<<<< ')) return true;
    if (text.startsWith('>>>>>>> ')) return false;
  }
  return false;
}

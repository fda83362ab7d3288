import type { DirectiveFact, DirectiveTarget, Facts } from '../facts/facts.js';
import { readAnnotation, type Annotation } from '../link/annotations.js';
import { closestWord } from '../link/closest-word.js';
import { lineOf } from '../link/naming.js';
import type { Workspace } from '../link/workspace.js';
import type { DirectiveProblem } from '../model/directive.js';
import type { Step, StepKind } from '../model/explanation.js';
import type { Kind } from '../model/finding.js';
import { rangeOf, type Draft } from './draft.js';
import type { Trace } from './trace.js';

/** The findings of a file after its directives have been heard. */
export interface Directed {
  readonly drafts: readonly Draft[];
  /** Findings that directives keep back, each with the last directive that does. */
  readonly ignored: ReadonlyMap<Draft, DirectiveFact>;
  readonly problems: readonly DirectiveProblem[];
}

type Fault = Omit<DirectiveProblem, 'path' | 'range'>;

const ignoring = ['oneoff-ignore-next-line', 'oneoff-ignore-line', 'oneoff-ignore-file'] as const;

const remove = 'Remove it.';

/** Annotates and leaves out findings as comments ask for; a place that is annotated without a finding becomes one. */
export function applyDirectives(workspace: Workspace, path: string, facts: Facts, found: readonly Draft[]): Directed {
  if (facts.directives.length === 0) return { drafts: found, ignored: new Map(), problems: [] };
  const problems: DirectiveProblem[] = [];
  const complain = (directive: DirectiveFact, faults: readonly Fault[]): void => {
    problems.push(...faults.map((fault) => ({ path, range: rangeOf(facts, directive), ...fault })));
  };
  let drafts = found;
  for (const directive of facts.directives) {
    if (directive.word !== 'oneoff') continue;
    const annotation = readAnnotation(directive.rest, workspace.customers);
    if (!annotation) continue;
    complain(directive, faultsOf(directive, annotation));
    drafts = annotated(path, facts, drafts, directive, annotation);
  }
  const ignored = new Map<Draft, DirectiveFact>();
  for (const directive of facts.directives) {
    const meant = drafts.filter((draft) => ignores(facts, directive, draft));
    for (const draft of meant) ignored.set(draft, directive);
    complain(directive, ignoreFaults(directive, meant.length));
  }
  return { drafts: drafts.filter((draft) => !ignored.has(draft)), ignored, problems: inOrder(problems) };
}

function faultsOf({ target }: DirectiveFact, { customers, faults }: Annotation): Fault[] {
  const unused = customers.length === 0 || target === null;
  const nothing = target === null ? [{ message: 'No code follows that this directive could speak of.', remedy: remove, unused }] : [];
  return [...faults.map((fault) => ({ ...fault, unused })), ...nothing];
}

/** Where a finding names one of the customers already, it alone is meant; else all on these lines are; else the place becomes one. */
function annotated(
  path: string,
  facts: Facts,
  drafts: readonly Draft[],
  directive: DirectiveFact,
  annotation: Annotation,
): readonly Draft[] {
  const { target } = directive;
  const ids = annotation.customers.map(({ id }) => id);
  if (target === null || ids.length === 0) return drafts;
  const here = drafts.filter((draft) => isOn(facts, draft, lineOf(facts, target.start), lineOf(facts, target.end)));
  const named = here.filter(({ customers }) => customers.some((id) => ids.includes(id)));
  const meant = new Set(named.length > 0 ? named : here);
  if (meant.size === 0) return [...drafts, draftOf(path, directive, target, annotation)];
  return drafts.map((draft) => (meant.has(draft) ? withAnnotation(path, directive, draft, ids, annotation) : draft));
}

function withAnnotation(path: string, directive: DirectiveFact, draft: Draft, ids: readonly string[], { requests }: Annotation): Draft {
  return {
    ...draft,
    customers: [...new Set([...draft.customers, ...ids])],
    confidence: 'high',
    evidence: [...new Set(['A directive says so.', ...draft.evidence])],
    chain: (trace) => [...draft.chain(trace), directiveStep(trace, path, directive)],
    ...(requests.length > 0 && { requests: [...(draft.requests ?? []), ...requests] }),
  };
}

const kindOf: Readonly<Record<DirectiveTarget['form'], Kind>> = {
  condition: 'branch',
  declaration: 'definition',
  entry: 'lookup',
  import: 'import',
  other: 'branch',
};

const stepOf: Readonly<Record<Kind, StepKind>> = {
  branch: 'condition',
  definition: 'definition',
  lookup: 'key',
  import: 'import',
  flag: 'flag',
  fork: 'copy',
};

function directiveStep(trace: Trace, path: string, directive: DirectiveFact): Step {
  return trace.step('directive', path, directive, { text: `${directive.word} ${directive.rest}`.trim(), for: ['A directive says so.'] });
}

function draftOf(
  path: string,
  directive: DirectiveFact,
  { form, mark, region, text }: DirectiveTarget,
  { customers, requests }: Annotation,
): Draft {
  return {
    kind: kindOf[form],
    span: mark,
    region: form === 'import' ? null : region,
    customers: customers.map(({ id }) => id),
    confidence: 'high',
    evidence: ['A directive says so.'],
    text,
    within: '',
    chain: (trace) => [trace.step(stepOf[kindOf[form]], path, mark, { text }), directiveStep(trace, path, directive)],
    ...(requests.length > 0 && { requests }),
  };
}

function ignores(facts: Facts, { word, start, target }: DirectiveFact, draft: Draft): boolean {
  if (word === 'oneoff-ignore-file') return true;
  if (word === 'oneoff-ignore-line') return isOn(facts, draft, lineOf(facts, start), lineOf(facts, start));
  if (word !== 'oneoff-ignore-next-line' || target === null) return false;
  return isOn(facts, draft, lineOf(facts, target.start), lineOf(facts, target.end));
}

/** Whether a finding starts or ends on one of the lines. */
function isOn(facts: Facts, { span }: Draft, first: number, last: number): boolean {
  return [span.start, span.end].some((offset) => lineOf(facts, offset) >= first && lineOf(facts, offset) <= last);
}

function ignoreFaults({ word, rest }: DirectiveFact, count: number): Fault[] {
  if (word === 'oneoff') return [];
  if (!ignoring.some((known) => known === word)) return unknownWord(word);
  const place = word === 'oneoff-ignore-file' ? 'in this file' : word === 'oneoff-ignore-line' ? 'on this line' : 'on the next line';
  if (count === 0) return [{ message: `There is no one-off ${place} to ignore.`, remedy: remove, unused: true }];
  const remedy = `Write why behind it: "${word} prices are theirs to set".`;
  return /[\p{L}\p{N}]/u.test(rest) ? [] : [{ message: 'This directive gives no reason.', remedy, unused: false }];
}

/** Words that are like none of ours (`oneoff-migration`) are somebody's prose. */
function unknownWord(word: string): Fault[] {
  const close = closestWord(word, ignoring) ?? (word.startsWith('oneoff-ignore') ? ignoring[0] : undefined);
  if (close === undefined) return [];
  return [{ message: `Unknown directive "${word}"; it has no effect.`, remedy: `Did you mean "${close}"?`, unused: true }];
}

function inOrder(problems: readonly DirectiveProblem[]): readonly DirectiveProblem[] {
  return problems.toSorted((a, b) => a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column);
}

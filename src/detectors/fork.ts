import type { Facts } from '../facts/facts.js';
import type { FoundFork } from '../link/forks/found-fork.js';
import type { Workspace } from '../link/workspace.js';
import type { Step, StepKind } from '../model/explanation.js';
import type { Range } from '../model/finding.js';
import { rangeOf, type Draft } from './draft.js';

/** What was copied for a customer, at the copy. The matching is done in `link/forks`; a file's own facts say nothing about it. */
export function detectForks(workspace: Workspace, path: string, facts: Facts): Draft[] {
  return (workspace.forks.get(path)?.forks ?? []).map((found) => draftOf(path, facts, found));
}

const start: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function draftOf(path: string, facts: Facts, { span, name, fork, customers, confidence, evidence, against }: FoundFork): Draft {
  const { origin, unit } = fork;
  const region = unit === 'file' ? { start: 0, end: facts.lineStarts.at(-1) ?? 0 } : span;
  const step = (what: StepKind, text: string, place: Step['place'], reasons: Partial<Step> = {}): Step => ({
    what,
    text,
    place,
    note: '',
    for: [],
    against: [],
    ...reasons,
  });
  return {
    kind: 'fork',
    span,
    region: unit === 'folder' ? null : region,
    customers,
    confidence,
    evidence,
    text: `${unit} ${name}`.slice(0, 120),
    within: '',
    fork,
    chain: () => [
      step('copy', name, { path, range: rangeOf(facts, span) }, { for: evidence, against }),
      step('origin', origin.path, { path: origin.path, range: origin.range ?? start }, { note: directionNotes[fork.direction] }),
    ],
  };
}

const directionNotes: Readonly<Record<FoundFork['fork']['direction'], string>> = {
  git: 'was there first, as git shows',
  names: 'is called after nobody, so it came first',
  leftovers: 'has left its name in the copy',
  family: 'is the nearest of the family',
  none: 'may be the copy instead: nothing tells which came first',
};

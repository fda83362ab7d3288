import type { Facts } from '../facts/facts.js';
import type { FoundFork } from '../link/forks/found-fork.js';
import type { Workspace } from '../link/workspace.js';
import type { Draft } from './draft.js';

/** What was copied for a customer, at the copy. The matching is done in `link/forks`; a file's own facts say nothing about it. */
export function detectForks(workspace: Workspace, path: string, facts: Facts): Draft[] {
  return (workspace.forks.get(path) ?? []).map((found) => draftOf(path, facts, found));
}

function draftOf(path: string, facts: Facts, { span, name, fork, customers, confidence, evidence, against }: FoundFork): Draft {
  const { origin, unit } = fork;
  return {
    kind: 'fork',
    span,
    region: unit === 'folder' ? null : unit === 'file' ? { start: 0, end: facts.lineStarts.at(-1) ?? 0 } : span,
    customers,
    confidence,
    evidence,
    text: `${unit} ${name}`,
    within: origin.path,
    fork,
    chain: (trace) => [
      trace.step('copy', path, span, { text: name, for: evidence, against }),
      trace.step('origin', origin.path, { start: 0, end: 0 }, { text: origin.path }),
    ],
  };
}

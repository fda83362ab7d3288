import type { Facts } from '../facts/facts.js';
import { lineOf } from '../link/naming.js';
import type { Workspace } from '../link/workspace.js';
import { kinds, type Finding, type Kind } from '../model/finding.js';
import { detectBranches } from './branch.js';
import { detectDefinitions } from './definition.js';
import { rangeOf, type Draft } from './draft.js';
import { fingerprint } from './fingerprint.js';
import { detectFlags } from './flag.js';
import { detectImports } from './import.js';
import { detectLookups } from './lookup.js';

type Detector = (workspace: Workspace, path: string, facts: Facts) => readonly Draft[];

/** One detector per kind. */
const detectors: Readonly<Record<Kind, Detector>> = {
  branch: detectBranches,
  definition: detectDefinitions,
  lookup: detectLookups,
  import: detectImports,
  flag: detectFlags,
};

/** The findings of one file in the order of the text. */
export function detectFile(workspace: Workspace, path: string): readonly Finding[] {
  const facts = workspace.files.get(path);
  if (!facts) return [];
  const asked = workspace.customers.all.length > 0 ? kinds : (['flag'] as const);
  const drafts = withoutEchoes(
    facts,
    asked.flatMap((kind) => detectors[kind](workspace, path, facts)),
  );
  const seen = new Map<string, number>();
  return drafts
    .sort((a, b) => a.span.start - b.span.start || kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
    .map((draft) => findingOf(path, facts, draft, seen));
}

/** One place is one finding: a lookup within a test or a definition of the same customer, and the same span found twice, say nothing new. */
function withoutEchoes(facts: Facts, drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft, position) =>
    drafts.every((other, rank) => other === draft || !(isEcho(draft, position, other, rank) || asksAgain(facts, draft, other))),
  );
}

/** `process.env.BETA ? parse(process.env.BETA) : false` asks once. */
function asksAgain(facts: Facts, draft: Draft, other: Draft): boolean {
  if (!draft.flag?.key || draft.flag.key !== other.flag?.key || other.span.start >= draft.span.start) return false;
  return lineOf(facts, draft.span.start) === lineOf(facts, other.span.start);
}

function isEcho(draft: Draft, position: number, other: Draft, rank: number): boolean {
  if (draft.kind === 'flag' || other.kind === 'flag' || !draft.customers.every((customer) => other.customers.includes(customer)))
    return false;
  const isWithin = draft.span.start >= other.span.start && draft.span.end <= other.span.end;
  const isSame = isWithin && draft.span.start === other.span.start && draft.span.end === other.span.end;
  if (isSame) return rank < position;
  return isWithin && (draft.kind === 'lookup' || draft.kind === other.kind) && other.kind !== 'import';
}

/**
 * The id is made of what the finding says, not of where it stands, so that it survives moved lines; equal places of one file are counted.
 */
function findingOf(path: string, facts: Facts, draft: Draft, seen: Map<string, number>): Finding {
  const { kind, customers, confidence, evidence, text, within, flag } = draft;
  const base = fingerprint(kind, path, within, text, flag?.key ?? '', ...customers);
  const count = seen.get(base) ?? 0;
  seen.set(base, count + 1);
  return {
    id: count === 0 ? base : `${base}-${String(count + 1)}`,
    kind,
    path,
    range: rangeOf(facts, draft.span),
    region: draft.region && rangeOf(facts, draft.region),
    customers,
    confidence,
    evidence,
    text,
    ...(flag && { flag }),
  };
}

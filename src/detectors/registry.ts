import { noFacts } from '../facts/no-facts.js';
import type { Facts } from '../facts/facts.js';
import { lineOf } from '../link/naming.js';
import type { Workspace } from '../link/workspace.js';
import { kinds, type Finding, type Kind } from '../model/finding.js';
import { detectBranches } from './branch.js';
import type { DirectiveReport } from '../model/directive.js';
import { detectDefinitions } from './definition.js';
import { applyDirectives, type Directed } from './directives.js';
import { rangeOf, type Draft } from './draft.js';
import { fingerprint } from './fingerprint.js';
import { detectFlags } from './flag.js';
import { detectForks } from './fork.js';
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
  fork: detectForks,
};

/** What is found in one file. */
export interface Detected {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly directives: DirectiveReport;
}

export function detectFile(workspace: Workspace, path: string): Detected {
  const { made, ignored, problems } = detectDrafts(workspace, path);
  return { findings: made.map(({ finding }) => finding), directives: { ignored: ignored.size, problems } };
}

/** A finding and what it was made of. */
interface Made {
  readonly finding: Finding;
  readonly draft: Draft;
}

/** As `detectFile`, with the drafts, which can tell the chain behind each finding. */
export function detectDrafts(workspace: Workspace, path: string): Omit<Directed, 'drafts'> & { readonly made: readonly Made[] } {
  const facts = workspace.files.get(path) ?? unparsed(workspace, path);
  if (!facts) return { made: [], ignored: new Map(), problems: [] };
  const asked = workspace.customers.all.length > 0 ? kinds : (['flag', 'fork'] as const);
  const found = withoutEchoes(
    facts,
    asked.flatMap((kind) => detectors[kind](workspace, path, facts)),
  );
  const { drafts, ...directives } = applyDirectives(workspace, path, facts, found);
  const seen = new Map<string, number>();
  const made = drafts
    .toSorted((a, b) => a.span.start - b.span.start || kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
    .map((draft) => ({ finding: findingOf(path, facts, draft, seen), draft }));
  return { made, ...directives };
}

/** What is known of a file, or folder, in which nothing but forks was looked for. */
function unparsed(workspace: Workspace, path: string): Facts | null {
  const forks = workspace.forks.get(path);
  return forks ? { ...noFacts, lineStarts: forks.lineStarts, damage: [] } : null;
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
  if (
    [draft.kind, other.kind].some((kind) => kind === 'flag' || kind === 'fork') ||
    !draft.customers.every((customer) => other.customers.includes(customer))
  )
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
  const { kind, customers, confidence, evidence, text, within, flag, fork, requests } = draft;
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
    ...(fork && { fork }),
    ...(requests && { requests }),
  };
}

import { wordsOf } from '../words.js';
import { changeOf } from './compare.js';
import { customersOf, type PlacedFork } from './file-forks.js';
import { forkOf } from './figures.js';
import type { ForkSearch } from './find-forks.js';
import type { Piece } from './match-copies.js';
import { positionIn } from './piece-forks.js';
import { customerAmong, type Subject } from './subject.js';

/** Classes that change what another does for one customer: `class AcmeInvoice extends Invoice`. Linear in the number of classes. */
export function findSubclasses(search: ForkSearch, known: readonly PlacedFork[]): readonly PlacedFork[] {
  const classes = new Map<string, Piece[]>();
  for (const [path, { fragments }] of search.matches.prints)
    for (const fragment of fragments)
      if (fragment.unit === 'class') classes.set(fragment.name, [...(classes.get(fragment.name) ?? []), { path, fragment }]);
  const taken = new Set(known.map(({ path, span }) => `${path}\0${String(span.start)}`));
  return [...classes.values()].flat().flatMap((piece) => {
    const { base } = piece.fragment;
    const [origin, ...more] = base === undefined ? [] : (classes.get(base) ?? []);
    if (!origin || more.length > 0 || taken.has(`${piece.path}\0${String(piece.fragment.start)}`)) return [];
    return subclassOf(piece, origin, search) ?? [];
  });
}

function subclassOf(piece: Piece, origin: Piece, search: ForkSearch): PlacedFork | null {
  const change = changeOf(origin.fragment.name, piece.fragment.name);
  if (!change || change.to === '' || wordsOf(change.to).length > 3) return null;
  const judged = customerAmong([change.to], search.sources.customers);
  if (!judged || customerAmong([change.from], search.sources.customers)) return null;
  const subject: Subject = { one: change.to, other: change.from, copy: 'one', isSamePlace: true, ...judged };
  const part = ({ path, fragment }: Piece): { path: string; from: number; to: number } => ({ path, from: fragment.from, to: fragment.to });
  const comparison = search.verifier.compare(part(piece), part(origin));
  const text = search.verifier.textOf(origin.path);
  if (!comparison || text === null) return null;
  const { start, end } = piece.fragment;
  const range = { start: positionIn(text, origin.fragment.start), end: positionIn(text, origin.fragment.end) };
  return {
    path: piece.path,
    span: { start, end },
    name: piece.fragment.name,
    fork: forkOf({
      unit: 'class',
      origin: { path: origin.path, range },
      root: `${origin.path}#${origin.fragment.name}`,
      subject,
      comparison,
      coreLines: 0,
      direction: 'names',
    }),
    customers: customersOf(subject, search.customers),
    confidence: judged.strength >= 0.5 ? 'high' : 'medium',
    evidence: [`It changes for one customer what ${origin.fragment.name} in ${origin.path} does for the others.`, judged.reason],
    against: [],
  };
}

import type { Standing } from '../model/customer.js';
import type { Confidence } from '../model/finding.js';
import { idOf, type Candidate } from './customer-candidates.js';
import { isOneOfSeveral, standingOf } from './customer-standing.js';
import { assess, type Assessment } from './customer-score.js';
import type { KnownCustomer } from './customers.js';
import { normalize } from './words.js';

/** A name that was considered and not taken for a customer. */
export interface DismissedCandidate extends Omit<Assessment, 'confidence'> {
  readonly name: string;
  /** A sentence for people. */
  readonly because: string;
}

interface InferredCustomer {
  readonly candidate: Candidate;
  readonly customer: KnownCustomer;
}

interface Inference {
  readonly inferred: readonly InferredCustomer[];
  /** Those nearest to being customers first. */
  readonly dismissed: readonly DismissedCandidate[];
}

/** What is known of names before the evidence is weighed; all normalised. */
export interface Ruled {
  readonly rejected: ReadonlySet<string>;
  /** What the workspace calls itself: its packages and their scope. */
  readonly ownNames: ReadonlySet<string>;
}

/** Dismissed candidates that are kept; nobody asks about the rest. */
const dismissedKept = 200;

/** Decides which candidates are customers, and as what they stand. */
export function inferCustomers(candidates: readonly Candidate[], { rejected, ownNames }: Ruled): Inference {
  const judged = candidates.map((candidate) => ({
    candidate,
    standing: standingOf(candidate, ownNames),
    assessment: assess(candidate.key, candidate.evidence),
    isRejected: [candidate.key, ...candidate.names.map(normalize)].some((name) => rejected.has(name)),
  }));
  const hasCustomers = judged.some(({ standing, assessment, isRejected }) => standing === 'customer' && !isRejected && isSure(assessment));
  const inferred: InferredCustomer[] = [];
  const dismissed: DismissedCandidate[] = [];
  for (const { candidate, standing, assessment, isRejected } of judged) {
    const isNobodyElse = standing === 'first-party' && !isOneOfSeveral(candidate, hasCustomers);
    const { confidence, ...figures } = assessment;
    if (confidence !== null && !isRejected && !isNobodyElse) {
      inferred.push({ candidate, customer: customerOf(candidate, standing, confidence, assessment) });
      continue;
    }
    const because = isRejected ? reasons.rejected : isNobodyElse ? reasons.own : reasons.weak;
    dismissed.push({ name: candidate.names[0] ?? candidate.key, because, ...figures });
  }
  return { inferred, dismissed: dismissed.sort((a, b) => b.score - a.score).slice(0, dismissedKept) };
}

const reasons = {
  rejected: 'The configuration rules it out.',
  own: 'The workspace calls itself so, and nothing tells it apart from other parties.',
  weak: 'The evidence does not suffice.',
} as const;

function isSure({ confidence }: Assessment): boolean {
  return confidence === 'high' || confidence === 'medium';
}

function customerOf(candidate: Candidate, standing: Standing, confidence: Confidence, { evidence, against }: Assessment): KnownCustomer {
  const [name = candidate.key, ...aliases] = candidate.names;
  return {
    id: idOf(name),
    name,
    aliases,
    source: 'inferred',
    standing,
    // Nobody is served by them, so they are shown to those who ask for more only; a team that wants them seen can configure them.
    confidence: standing === 'rehearsal' ? 'low' : confidence,
    evidence: [...evidence, ...candidate.merged],
    against,
  };
}
